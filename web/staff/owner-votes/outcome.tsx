// What came of a vote, matter by matter: heads and area, the thresholds and the articles, and where the silence rule was
// on, both ways of counting with the one that decides.
import type { OwnerVote, VoteResult } from '../../../schema/api/owner-votes.ts';
import { ownerRules } from '../../../schema/elections/packs/owners.ts';
import { showArea } from '../../../schema/rolls/area.ts';
import { count } from '../../ui/figures.ts';
import { Table } from '../../ui/table.tsx';
import { language } from '../../ui/words/language.ts';
import { t } from './words.ts';

export type MatterResult = VoteResult['matters'][number];
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
        })}
      </p>
      {result.voided.map(({ reason, n, again }) => (
        <p key={reason}>{t('voidedOnes', { reason, n, again })}</p>
      ))}
      {result.matters.map((matter) => (
        <OneMatter
          key={matter.id}
          title={vote.matters.find(({ id }) => id === matter.id)?.title ?? ''}
          matter={matter}
        />
      ))}
    </section>
  );
}

export const lawOf = (kind: MatterResult['kind']): string =>
  t('law', {
    texts: [ownerRules.quorum, ownerRules[kind], ownerRules.heads, ownerRules.area]
      .flatMap(({ sources }) => sources)
      .map(({ text, article }) => `${text[language()]}${article ?? ''}`)
      .filter((words, at, every) => every.indexOf(words) === at)
      .join(t('comma')),
  });

function OneMatter({ title, matter }: { title: string; matter: MatterResult }) {
  const { strict, silence, decides, passes, kind } = matter;
  const sums = decides === 'silence' && silence ? silence : strict;
  return (
    <article class="card stack tight">
      <h3>{title}</h3>
      <p>
        <b>{t(passes ? 'passes' : 'fails')}</b>
        {!sums.quorum && ` · ${t('noQuorum')}`} · {t(`need-${kind}`)}
      </p>
      <Sums
        caption={`${title} · ${t('tally')}`}
        note={silence ? t(decides === 'strict' ? 'decides' : 'onlyShown') : ''}
        sums={strict}
      />
      {silence && (
        <>
          <Sums
            caption={`${title} · ${t('tallySilence')}`}
            note={t(decides === 'silence' ? 'decides' : 'onlyShown')}
            sums={silence}
          />
          <p class="note">
            {silence.faults.length > 0
              ? silence.faults.map((fault) => t(`silence-${fault}`)).join(t('comma'))
              : t('joined', {
                  heads: count(silence.joined.heads),
                  area: showArea(silence.joined.area),
                })}
          </p>
        </>
      )}
      <p class="note">{lawOf(kind)}</p>
    </article>
  );
}

export const sumRows = (sums: Counted) =>
  [
    ['agree', sums.agree],
    ['against', sums.against],
    ['abstain', sums.abstain],
    ['part', sums.part],
    ['all', sums.all],
    ['needPart', sums.quorumNeed],
    ['needAgree', sums.need],
  ] as const;

function Sums({ caption, note, sums }: { caption: string; note: string; sums: Counted }) {
  return (
    <Table
      caption={note ? `${caption} · ${note}` : caption}
      keepTable
      rows={sumRows(sums)}
      rowKey={([key]) => key}
      columns={[
        { key: 'what', title: t('what'), head: true, cell: ([key]) => t(key) },
        { key: 'heads', title: t('heads'), number: true, cell: ([, { heads }]) => count(heads) },
        { key: 'area', title: t('areaColumn'), number: true, cell: ([, { area }]) => showArea(area) },
      ]}
    />
  );
}
