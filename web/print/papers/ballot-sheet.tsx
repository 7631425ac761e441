// Ballots, two on a sheet of A4 to be cut: how to mark, what voids, and nothing that tells one from another.
import type { PaperOf } from '../../../schema/api/results.ts';
import { placeOf, type SheetProps } from './paper.tsx';
import { t } from './words.ts';

const ballotsOnSheet = 2;
/** Ballots for the spoiled and the late. */
export const spare = 4;

export const sheetsOf = (of: PaperOf, copies: number | null): number =>
  Math.max(1, Math.ceil((copies ?? (of.registered ?? 0) + spare) / ballotsOnSheet));

export function BallotSheet(props: SheetProps) {
  return (
    <article class="sheet ballots">
      <Ballot {...props} />
      <Ballot {...props} />
    </article>
  );
}

function Ballot({ election, of, pack }: SheetProps) {
  const { seats, candidates } = of;
  const { style } = pack.ballot;
  const writing = pack.writeIns.allowed && of.kind !== 'runOff';
  const blanks = writing ? Array.from({ length: Math.min(seats, 3) }, (_, at) => at) : [];
  return (
    <section class="ballot">
      <h2>{t('ballotTitle', { name: placeOf(of), post: election.post })}</h2>
      <p>
        {t(`ballotHow-${style}`, { seats })}
        {writing && t('ballotWrite')}
      </p>
      <table class={`ballot-names${candidates.length + blanks.length > 6 ? ' many' : ''}`}>
        <tbody>
          {style === 'each' ? (
            <>
              <tr>
                <th>{t('name')}</th>
                <th>{t('for')}</th>
                <th>{t('against')}</th>
              </tr>
              {candidates.map(({ id, name }) => (
                <tr key={id}>
                  <th>{name}</th>
                  <td class="ballot-mark" />
                  <td class="ballot-mark" />
                </tr>
              ))}
              {blanks.map((at) => (
                <tr key={at}>
                  <th class="blank">{t('writeIn')}：</th>
                  <td class="ballot-mark" />
                  <td class="ballot-mark none" />
                </tr>
              ))}
            </>
          ) : (
            <>
              <tr>
                <th class="side">{t('mark')}</th>
                {candidates.map(({ id }) => (
                  <td key={id} class="ballot-mark" />
                ))}
                {blanks.map((at) => (
                  <td key={at} class="ballot-mark" />
                ))}
              </tr>
              <tr>
                <th class="side">{t('name')}</th>
                {candidates.map(({ id, name }) => (
                  <th key={id} class="upright">
                    <span>{name}</span>
                  </th>
                ))}
                {blanks.map((at) => (
                  <th key={at} class="blank upright">
                    <small>{t('writeIn')}</small>
                  </th>
                ))}
              </tr>
            </>
          )}
        </tbody>
      </table>
      <p class="ballot-void">{t('ballotVoid', { seats })}</p>
      <p class="ballot-foot">
        {election.organiser}
        {t('seal')}
      </p>
    </section>
  );
}
