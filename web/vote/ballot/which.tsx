// Which of all that a letter opens: contests, and runs that it answers once.
import type { LetterContest, openLetter } from '../../../schema/api/ballots.ts';
import type { Output } from '../../../schema/api/endpoint.ts';
import type { Rating } from '../../../schema/api/ratings.ts';
import { letterName } from '../../fill/parts/letter-code.tsx';
import { momentWords } from '../../ui/time.ts';
import { takesMarks } from '../rating/takes-marks.ts';
import { t } from './words.ts';

type Run = Output<typeof openLetter>['runs'][number];

export const Which = (props: {
  contests: readonly LetterContest[];
  choose: (contest: string) => void;
  letter?: { runs: readonly Run[]; ratings: readonly Rating[]; secret: string };
}) => (
  <>
    <h1>
      {t(props.letter && props.letter.runs.length + props.letter.ratings.length > 0 ? 'whichOfAll' : 'which')}
    </h1>
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
      {props.letter?.runs.map(({ slug, unit, title, opensAt, closesAt, taken }) => (
        <li key={slug}>
          <button
            type="button"
            class="row"
            onClick={() => {
              // The form finds the code in this window; without memory it is typed there.
              try {
                sessionStorage.setItem(letterName, JSON.stringify(props.letter?.secret));
              } finally {
                location.assign(taken ? '/r' : `/f/${slug}?u=${unit}`);
              }
            }}
          >
            <span>
              {title}
              <br />
              <small>
                {taken
                  ? t('runTaken')
                  : Date.now() < opensAt
                    ? t('runFrom', { from: momentWords(opensAt) })
                    : t('runUntil', { to: momentWords(closesAt) })}
              </small>
            </span>
          </button>
        </li>
      ))}
      {props.letter?.ratings.map(({ evaluation, title, period, state, closesAt }) => (
        <li key={evaluation}>
          <a class="row" href={`/m?e=${evaluation}#${props.letter?.secret}`}>
            <span>
              {title} {period}
              <br />
              <small>
                {takesMarks({ state, closesAt }, Date.now())
                  ? t('ratingUntil', { to: momentWords(closesAt) })
                  : t('ratingOver')}
              </small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  </>
);
