// Who will have no score, said before a step that cannot be taken back, with the way to mend it.
import type { Output } from '../../../schema/api/endpoint.ts';
import type { Evaluation, EvaluationSubject } from '../../../schema/api/evaluation-shapes.ts';
import type { getEvaluationGaps } from '../../../schema/api/evaluations.ts';
import { subjectName } from '../../../schema/evaluations/names.ts';
import { Button } from '../../ui/button.tsx';
import { groupWord } from './says.ts';
import { t as say } from './says-words.ts';
import { t } from './words.ts';

/** Names that stand for the others. */
const named = 3;

export function Gaps(props: {
  evaluation: Evaluation;
  subjects: readonly EvaluationSubject[];
  gaps: Output<typeof getEvaluationGaps>['gaps'];
  onLeave: () => void;
}) {
  const { evaluation, subjects, gaps } = props;
  if (gaps.length === 0) return null;
  const draft = evaluation.state === 'draft';
  const names = new Map(subjects.map((one) => [one.id, subjectName(one)]));
  const short = evaluation.rules.groups
    .map(({ id, minimum }) => ({ id, minimum, of: gaps.filter(({ groups }) => groups.includes(id)) }))
    .filter(({ of }) => of.length > 0);
  return (
    <div class="stack tight">
      <p>▲ {t(draft ? 'gapsBefore' : 'gapsNow', { n: gaps.length, all: subjects.length })}</p>
      <ul class="evaluation-list">
        {short.map(({ id, minimum, of }) => (
          <li key={id}>
            {t(of.length > named ? 'gapMore' : 'gapOf', {
              group: groupWord(id),
              least: minimum,
              n: of.length,
              names: of
                .slice(0, named)
                .map((one) => names.get(one.id) ?? '')
                .join(say('comma')),
            })}
          </li>
        ))}
      </ul>
      {draft ? (
        <p class="line">
          {short.some(({ id }) => id !== 'residents') && (
            <Button
              small
              onClick={() => {
                props.onLeave();
                // Once the dialog is gone, which gives the focus back to what opened it.
                requestAnimationFrame(() => document.getElementById('raters')?.scrollIntoView());
              }}
            >
              {t('gapInvite')}
            </Button>
          )}
          {short.some(({ id }) => id === 'residents') && evaluation.roll !== null && (
            <a href={`/staff/rolls/${evaluation.roll}`}>{t('gapRoll')}</a>
          )}
        </p>
      ) : (
        <p>{t('gapExtend')}</p>
      )}
    </div>
  );
}
