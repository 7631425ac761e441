// A paper ballot of an owner on one A4 sheet: whose it is, a box for each choice, what does not count, and the signature.
import type { OwnerVote } from '../../schema/api/owner-votes.ts';
import { ownerChoices } from '../../schema/elections/owner-vote.ts';
import { showArea } from '../../schema/rolls/area.ts';
import { momentWords } from '../ui/time.ts';
import { withoutStop } from '../ui/words/without-stop.ts';
import { t } from './owners-words.ts';

export interface OwnerOfBallot {
  head: number;
  /** the building that the ballot is printed with */
  building: string;
  name: string;
  units: { building: string; stairwell: string; door: string }[];
  area: number;
}

/** Doors that one sheet names. */
const doorsMost = 8;

export const placeWords = ({ building, stairwell, door }: OwnerOfBallot['units'][number]) =>
  `${building} ${stairwell === '' ? door : t('doorIn', { stairwell, door })}`;

export function BallotSheet({ vote, owner }: { vote: OwnerVote; owner: OwnerOfBallot }) {
  const named = owner.units.slice(0, doorsMost).map(placeWords).join('、');
  const doors = owner.units.length > doorsMost ? t('moreDoors', { doors: named }) : named;
  return (
    <article class="sheet owner-ballot">
      <h2>
        {vote.title}
        <br />
        {t('ballotTitle')}
      </h2>
      <p>{t('owner', { name: owner.name || t('noName') })}</p>
      <p>{t('units', { doors, n: owner.units.length, area: showArea(owner.area) })}</p>
      <p class="small">{t('mark')}</p>
      <table>
        <tbody>
          {vote.matters.map(({ id, title }, at) => (
            <tr key={id}>
              <th scope="row">{t('matter', { n: at + 1, title })}</th>
              {ownerChoices.map((choice) => (
                <td key={choice}>
                  <i class="box" /> {t(`choice-${choice}`)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {vote.silence && (
        <p class="warning">
          {t('silence', {
            warning: withoutStop(vote.silence.warning),
            article: withoutStop(vote.silence.article),
          })}
        </p>
      )}
      {vote.official !== '' && <p class="warning">{t('official', { place: withoutStop(vote.official) })}</p>}
      <div class="lines">
        <p>
          <span>{t('sign')}</span>
          <i />
        </p>
        <p>
          <span>{t('signDay')}</span>
          <i />
        </p>
        <p>
          <span>{t('proxy')}</span>
          <i />
        </p>
      </div>
      <footer>
        <p>{t('until', { to: momentWords(vote.closesAt), organiser: vote.organiser, phone: vote.phone })}</p>
        <p>{vote.named === '' ? t('notNamed') : t('isNamed', { reason: withoutStop(vote.named) })}</p>
        <p>
          {t('twice')} {t('trust')}
        </p>
      </footer>
    </article>
  );
}
