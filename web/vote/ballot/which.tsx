// Which of several contests it is.
import type { LetterContest } from '../../../schema/api/ballots.ts';
import { t } from './words.ts';

export const Which = (props: { contests: LetterContest[]; choose: (contest: string) => void }) => (
  <>
    <h1>{t('which')}</h1>
    <ul class="rows">
      {props.contests.map((one) => (
        <li key={one.contest}>
          <button type="button" class="row" onClick={() => props.choose(one.contest)}>
            <span>
              {one.title}
              <br />
              <small>
                {one.above} {one.name} · {one.post}
              </small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  </>
);
