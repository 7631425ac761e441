// An evaluation in the own branches on the home page, and whether it is over.
import type { Output } from '../../../schema/api/endpoint.ts';
import type { listEvaluations } from '../../../schema/api/evaluations.ts';
import { evaluationName } from '../../../schema/evaluations/names.ts';
import { momentWords } from '../../ui/time.ts';
import { t as rate } from '../evaluations/brief-words.ts';

export type ListedEvaluation = Output<typeof listEvaluations>['evaluations'][number];

export const evaluationIsOver = ({ state }: ListedEvaluation): boolean =>
  state === 'final' || state === 'cancelled';

export function EvaluationCard({ evaluation }: { evaluation: ListedEvaluation }) {
  const { state, closesAt, appealsUntil, appeals } = evaluation;
  const until = state === 'provisional' ? appealsUntil : closesAt;
  return (
    <div class="run-card">
      <h3>
        <a href={`/staff/evaluations/${evaluation.id}`}>{evaluationName(evaluation)}</a>
      </h3>
      <p class="note">
        {rate('title')} · {evaluation.unit.name} · {rate('subjectsN', { n: evaluation.subjects })}
      </p>
      <p class="note">
        {rate(`state-${state}`)}
        {until !== null &&
          !evaluationIsOver(evaluation) &&
          ` · ${rate('until', { day: momentWords(until) })}`}
      </p>
      {appeals > 0 && <p>▲ {rate('appealsN', { n: appeals })}</p>}
    </div>
  );
}
