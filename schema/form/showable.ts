// What can be shown of a draft that has no page as it stands: without what stands in the way, for its author to see the
// rest. Nothing of it is stored or published.
import type { Definition, Question } from './definition.ts';
import { type Finding, hasNoPage, lint } from './lint.ts';

export interface Showable {
  /** undefined when nothing is left that could be asked */
  definition: Definition | undefined;
  /** why something is left out, in the order of the form */
  missing: Finding[];
}

/** `found`: what the check finds in it, where that is known. */
export function showable(definition: Definition, found: readonly Finding[] = lint(definition)): Showable {
  const missing: Finding[] = [];
  let shown = definition;
  for (let now = found; hasNoPage(now); now = lint(shown)) {
    const inTheWay = now.filter((one) => one.questions.length > 0 && hasNoPage([one]));
    if (inTheWay.length === 0) return { definition: undefined, missing };
    missing.push(...inTheWay);
    shown = { ...shown, questions: inTheWay.reduce(without, shown.questions) };
  }
  return { definition: shown, missing };
}

function without(questions: readonly Question[], { code, questions: named }: Finding): Question[] {
  if (code === 'duplicate-question')
    return questions.filter(({ id }, index) => questions.findIndex((one) => one.id === id) === index);
  // Only its jumps read ahead, and the first is the one that jumps.
  if (code === 'jump-reads-later')
    return questions.map((question) =>
      question.id === named[0] ? { ...question, jumps: undefined } : question,
    );
  return questions.filter(({ id }) => !named.includes(id));
}
