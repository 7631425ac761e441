// How long the evaluator takes when every answer hangs on the one before: a thousand questions, each shown by its
// predecessor, judged anew as on each key that is pressed.

import { compile } from '../../schema/form/compile.ts';
import type { Definition } from '../../schema/form/definition.ts';

const questions = 1_000;
const rounds = 101;

/** Milliseconds of one evaluation, the median of many. */
export function measureChain(): number {
  const definition: Definition = {
    title: 'chain',
    layout: 'pages',
    questions: Array.from({ length: questions }, (_, at) => ({
      id: `q${at}`,
      type: 'yes-no' as const,
      title: `${at}`,
      ...(at > 0 && { showIf: { q: `q${at - 1}`, op: 'equals' as const, value: 'yes' } }),
    })),
  };
  const form = compile(definition);
  const answers = Object.fromEntries(definition.questions.map(({ id }) => [id, 'yes']));
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    const { visible } = form.check(answers);
    const took = performance.now() - start;
    if (visible.size !== questions) throw new Error(`${visible.size} of ${questions} questions show`);
    return took;
  });
  return times.sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN;
}
