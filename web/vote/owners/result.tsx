// What came of a vote, matter by matter, by both measures.
import type { OwnVote, VoteResult } from '../../../schema/api/owner-votes.ts';
import { showArea } from '../../../schema/rolls/area.ts';
import { t } from './words.ts';

export function Result({ vote, result }: { vote: OwnVote; result: VoteResult }) {
  return (
    <section>
      <h2>{t('result')}</h2>
      {result.matters.map((matter) => {
        const sums = matter.decides === 'silence' && matter.silence ? matter.silence : matter.strict;
        const { agree, against, abstain, part, all } = sums;
        const said = (of: (weight: { heads: number; area: number }) => number | string) =>
          t('sums', {
            agree: of(agree),
            against: of(against),
            abstain: of(abstain),
            part: of(part),
            all: of(all),
          });
        return (
          <div class="card" key={matter.id}>
            <h3>{vote.matters.find(({ id }) => id === matter.id)?.title}</h3>
            <p>
              <b>{t(matter.passes ? 'passes' : 'fails')}</b>
              {!sums.quorum && ` · ${t('noQuorum')}`}
            </p>
            <p>
              {t('heads')}：{said(({ heads }) => heads)}
              <br />
              {t('area')}：{said(({ area }) => showArea(area))}
            </p>
            {matter.decides === 'silence' && <p class="hint">{t('bySilence')}</p>}
          </div>
        );
      })}
    </section>
  );
}
