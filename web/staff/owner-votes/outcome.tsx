// What came of a vote, matter by matter: heads and area, the thresholds and the articles, and where the silence rule was
// on, both ways of counting with the one that decides.
import type { OwnerVote, VoteResult } from '../../../schema/api/owner-votes.ts';
import { ownerSources } from '../../../schema/elections/packs/owners.ts';
import { showArea } from '../../../schema/rolls/area.ts';
import { count } from '../../ui/figures.ts';
import { sourceLine } from '../../ui/source-line.ts';
import { Table } from '../../ui/table.tsx';
import { t } from './words.ts';

type MatterResult = VoteResult['matters'][number];
type Counted = MatterResult['strict'];

export function Outcome({ vote, result }: { vote: OwnerVote; result: VoteResult }) {
  const { self, assisted, paper } = result.ballots;
  return (
    <section class="stack" aria-labelledby="outcome">
      <h2 id="outcome">{t('result')}</h2>
      <p>
        {t('channels', {
          n: count(self + assisted + paper),
          self: count(self),
          assisted: count(assisted),
          paper: count(paper),
          paperAssisted: count(result.paperAssisted),
        })}
      </p>
      {result.voided.map(({ reason, n, again }) => (
        <p key={reason}>{t('voidedOnes', { reason, n, again })}</p>
      ))}
      {result.matters.map((matter) => (
        <OneMatter
          key={matter.id}
          title={vote.matters.find(({ id }) => id === matter.id)?.title ?? ''}
          record={vote.official !== ''}
          matter={matter}
        />
      ))}
    </section>
  );
}

function OneMatter(props: { title: string; record: boolean; matter: MatterResult }) {
  const { title, record, matter } = props;
  const { strict, silence, decides, passes, kind } = matter;
  const sums = decides === 'silence' && silence ? silence : strict;
  return (
    <article class="card stack tight">
      <h3>{title}</h3>
      <p>
        <b>{t(record ? (passes ? 'wouldPass' : 'wouldFail') : passes ? 'passes' : 'fails')}</b>
        {!sums.quorum && ` · ${t('noQuorum')}`} · {t(`need-${kind}`)}
      </p>
      <Sums
        caption={`${title} · ${t('tally')}`}
        note={silence ? t(decides === 'strict' ? 'decides' : 'onlyShown') : ''}
        rows={sumRows(strict, matter)}
      />
      {silence && (
        <>
          <Sums
            caption={`${title} · ${t('tallySilence')}`}
            note={t(decides === 'silence' ? 'decides' : 'onlyShown')}
            rows={sumRows(silence, matter)}
          />
          <p class="note">
            {silence.faults.length > 0
              ? silence.faults.map((fault) => t(`silence-${fault}`)).join(t('comma'))
              : t('joinedHow')}
          </p>
        </>
      )}
      <p class="note">{t('law', { texts: sourceLine(ownerSources(kind)) })}</p>
    </article>
  );
}

/** Rows that close: agree, against and abstain are who took part, and with what does not count all that came in. */
export const sumRows = (sums: Counted, { uncounted, silence }: MatterResult) =>
  [
    ['agree', sums.agree],
    ['against', sums.against],
    ['abstain', sums.abstain],
    ['part', sums.part],
    ...(sums === silence ? [['joined', silence.joined] as const] : []),
    ['uncounted', uncounted],
    ['all', sums.all],
    ['needPart', sums.quorumNeed],
    ['needAgree', sums.need],
  ] as const;

function Sums({ caption, note, rows }: { caption: string; note: string; rows: ReturnType<typeof sumRows> }) {
  return (
    <Table
      caption={note ? `${caption} · ${note}` : caption}
      keepTable
      rows={rows}
      rowKey={([key]) => key}
      columns={[
        { key: 'what', title: t('what'), head: true, cell: ([key]) => t(key) },
        { key: 'heads', title: t('heads'), number: true, cell: ([, { heads }]) => count(heads) },
        { key: 'area', title: t('areaColumn'), number: true, cell: ([, { area }]) => showArea(area) },
      ]}
    />
  );
}
