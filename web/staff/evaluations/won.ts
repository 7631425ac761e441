// What each of those who were rated is given, by id.
import type { Evaluation, EvaluationBoard } from '../../../schema/api/evaluation-shapes.ts';

export function wonBy(
  { awards: titles }: Pick<Evaluation['rules'], 'awards'>,
  awards: EvaluationBoard['awards'],
): ReadonlyMap<string, string> {
  const won = new Map<string, string>();
  for (const one of awards)
    if (one.state !== 'waiting')
      for (const id of one.winners) won.set(id, titles.find((award) => award.id === one.award)?.title ?? '');
  return won;
}
