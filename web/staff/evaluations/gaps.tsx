// Who will have no score or no band, said before a step that cannot be taken back, with the way to mend it.
import type { Output } from '../../../schema/api/endpoint.ts';
import type { Evaluation, EvaluationSubject } from '../../../schema/api/evaluation-shapes.ts';
import type { getEvaluationGaps } from '../../../schema/api/evaluations.ts';
import { subjectName } from '../../../schema/evaluations/names.ts';
import { Button } from '../../ui/button.tsx';
import { groupWord } from '../../ui/evaluation-says.ts';
import { t as say } from '../../ui/words/evaluations.ts';
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
  const { groups, gates } = evaluation.rules;
  const names = new Map(subjects.map((one) => [one.id, subjectName(one)]));
  const listed = (of: typeof gaps) => ({
    n: of.length,
    names: of
      .slice(0, named)
      .map((one) => names.get(one.id) ?? '')
      .join(say('comma')),
  });
  const unscored = gaps.filter((one) => one.groups.length > 0);
  const short = groups
    .map(({ id, minimum }) => ({ id, minimum, of: gaps.filter((one) => one.groups.includes(id)) }))
    .filter(({ of }) => of.length > 0);
  // Where too few households mark that is said already, and their figure comes of it.
  const unread = gates
    .map(({ id, title, from }) => ({
      id,
      title,
      from,
      of: gaps.filter(
        (one) => one.gates.includes(id) && !(from === 'residents' && one.groups.includes('residents')),
      ),
    }))
    .filter(({ of }) => of.length > 0);
  return (
    <div class="stack tight">
      {short.length > 0 && (
        <>
          <p>▲ {t(draft ? 'gapsBefore' : 'gapsNow', { n: unscored.length, all: subjects.length })}</p>
          <ul class="evaluation-list">
            {short.map(({ id, minimum, of }) => (
              <li key={id}>
                {t(of.length > named ? 'gapMore' : 'gapOf', {
                  group: groupWord(id),
                  least: minimum,
                  ...listed(of),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {unread.length > 0 && (
        <>
          <p>▲ {t('gapsFigures')}</p>
          <ul class="evaluation-list">
            {unread.map(({ id, title, of }) => (
              <li key={id}>
                {t(of.length > named ? 'gapFigureMore' : 'gapFigure', { gate: title, ...listed(of) })}
              </li>
            ))}
          </ul>
          {unread.some(({ from }) => from === 'reported') && <p>{t('gapEnter')}</p>}
        </>
      )}
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
        short.length > 0 && <p>{t(Date.now() < evaluation.closesAt ? 'gapExtend' : 'gapOver')}</p>
      )}
    </div>
  );
}
