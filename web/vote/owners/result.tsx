// What came of a vote, matter by matter, by both measures and, where the silence rule was on, by both ways of counting.
import type { OwnVote, VoteResult } from '../../../schema/api/owner-votes.ts';
import { showArea } from '../../../schema/rolls/area.ts';
import { t } from './words.ts';

type MatterResult = VoteResult['matters'][number];

export function Result({ vote, result }: { vote: OwnVote; result: VoteResult }) {
  const record = vote.official !== '';
  return (
    <section>
      <h2>{t('result')}</h2>
      {result.matters.map((matter) => {
        const { passes, decides, strict, silence, uncounted } = matter;
        const deciding = decides === 'silence' && silence ? silence : strict;
        return (
          <div class="card" key={matter.id}>
            <h3>{vote.matters.find(({ id }) => id === matter.id)?.title}</h3>
            <p>
              <b>{t(record ? (passes ? 'wouldPass' : 'wouldFail') : passes ? 'passes' : 'fails')}</b>
              {!deciding.quorum && ` · ${t('noQuorum')}`}
            </p>
            {silence && <p class="hint">{t('tally', { decides: t(`decides-${decides === 'strict'}`) })}</p>}
            <Sums sums={strict} />
            {uncounted.heads > 0 && (
              <p>{t('uncounted', { heads: uncounted.heads, area: showArea(uncounted.area) })}</p>
            )}
            {silence && (
              <>
                <p class="hint">{t('bySilence', { decides: t(`decides-${decides === 'silence'}`) })}</p>
                <Sums sums={silence} />
              </>
            )}
          </div>
        );
      })}
    </section>
  );
}

function Sums({ sums }: { sums: MatterResult['strict'] }) {
  const { agree, against, abstain, part, all, need, quorumNeed } = sums;
  const said = (of: (weight: { heads: number; area: number }) => number | string) =>
    t('sums', {
      agree: of(agree),
      need: of(need),
      against: of(against),
      abstain: of(abstain),
      part: of(part),
      least: of(quorumNeed),
      all: of(all),
    });
  return (
    <p>
      {t('heads')}：{said(({ heads }) => heads)}
      <br />
      {t('area')}：{said(({ area }) => showArea(area))}
    </p>
  );
}
