// Which of several evaluations: those that take marks, and those that are over, whose result is read.
import type { Rating } from '../../../schema/api/ratings.ts';
import { evaluationName } from '../../../schema/evaluations/names.ts';
import { momentWords } from '../../ui/time.ts';
import { takesMarks } from './takes-marks.ts';
import { t } from './words.ts';

export function Which(props: { ratings: readonly Rating[]; now: number; onChoose: (id: string) => void }) {
  const { ratings, now } = props;
  const n = ratings.filter((one) => takesMarks(one, now)).length;
  return (
    <>
      <h1>{t('title')}</h1>
      <p>
        {ratings.length === 0
          ? t('nothing')
          : n > 1
            ? t('which', { n })
            : t(n === 1 ? 'whichOne' : 'whichOver')}
      </p>
      <ul class="rows">
        {ratings.map((one) => (
          <li key={one.evaluation}>
            <button type="button" class="row" onClick={() => props.onChoose(one.evaluation)}>
              <span>
                {evaluationName(one)}
                <br />
                <small>
                  {takesMarks(one, now)
                    ? t('facts', { organiser: one.organiser, day: momentWords(one.closesAt) })
                    : t('overAnd')}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
