// Who took part so far and how far notice and ballots are served, by heads and by area, building by building.
import { ownerRules } from '../../../schema/elections/packs/owners.ts';
import { least, reaches } from '../../../schema/elections/share.ts';
import { showArea } from '../../../schema/rolls/area.ts';
import { count } from '../../ui/figures.ts';
import { type Column, Table } from '../../ui/table.tsx';
import type { VoteView } from './vote-page.tsx';
import { t } from './words.ts';
import './owner-votes.css';

export const unitsAddress = (vote: string, unit: string) => `/staff/owner-votes/${vote}/units?unit=${unit}`;

const collator = new Intl.Collator('zh-CN', { numeric: true });

export function Turnout({ view }: { view: VoteView }) {
  const { vote, roll, all, part } = view;
  const running = vote.noticedAt !== null;
  // Once votes are counted each matter says who took part in it, and there is one answer.
  const counting = running && !view.result;
  const { quorum } = ownerRules;
  const met = reaches(quorum, part.heads, all.heads) && reaches(quorum, part.area, all.area);
  const bar = (name: string, n: number, whole: number) => (
    <progress class="progress" aria-label={name} max={Math.max(1, whole)} value={n} />
  );
  return (
    <section class="stack" aria-labelledby="turnout">
      <h2 id="turnout">{t('facts')}</h2>
      <dl class="facts">
        <dt>{t('roll')}</dt>
        <dd>
          <a href={`/staff/rolls/${vote.roll}`}>{t('rollOf', { title: roll.title, n: roll.version })}</a>
        </dd>
        <dt>{t('heads')}</dt>
        <dd class="figures">{count(all.heads)}</dd>
        <dt>{t('areaTotal')}</dt>
        <dd class="figures">{t('square', { area: showArea(all.area) })}</dd>
        {counting && (
          <>
            <dt>{t('headsIn')}</dt>
            <dd class="figures line">
              {bar(t('headsIn'), part.heads, all.heads)}
              {t('needs', { n: count(part.heads), need: count(least(quorum, all.heads)) })}
            </dd>
            <dt>{t('areaIn')}</dt>
            <dd class="figures line">
              {bar(t('areaIn'), part.area, all.area)}
              {t('areaNeeds', { n: showArea(part.area), need: showArea(least(quorum, all.area)) })}
            </dd>
          </>
        )}
      </dl>
      {counting && (
        <p>
          {t(met ? 'quorumMet' : 'quorumNot')} · {t('choicesLater')}
        </p>
      )}
      {view.papers > 0 && <p>{t('papersOpen', { n: view.papers })}</p>}
      {running && <Buildings view={view} />}
    </section>
  );
}

function Buildings({ view }: { view: VoteView }) {
  const rows = [...view.buildings].sort((one, other) => collator.compare(one.unit.name, other.unit.name));
  const columns: Column<VoteView['buildings'][number]>[] = [
    {
      key: 'name',
      title: t('building'),
      head: true,
      cell: ({ unit }) => <a href={unitsAddress(view.vote.id, unit.id)}>{unit.name}</a>,
    },
    { key: 'units', title: t('units'), number: true, cell: ({ units }) => count(units) },
    {
      key: 'served',
      title: t('served'),
      number: true,
      sort: ({ served, units }) => served / units,
      cell: ({ served, units }) => t('ofAll', { n: count(served), all: count(units) }),
    },
    {
      key: 'in',
      title: t('unitsIn'),
      number: true,
      cell: ({ unitsIn, units }) => t('ofAll', { n: count(unitsIn), all: count(units) }),
    },
    {
      key: 'area',
      title: t('areaIn'),
      number: true,
      cell: ({ areaIn, area }) => t('ofAll', { n: showArea(areaIn), all: showArea(area) }),
    },
  ];
  return (
    <>
      <h3 id="buildings">{t('buildings')}</h3>
      {view.vote.state === 'notice' && <p>{t('buildingsHow')}</p>}
      <Table
        caption={t('buildings')}
        hideCaption
        rows={rows}
        rowKey={({ unit }) => unit.id}
        columns={columns}
      />
    </>
  );
}
