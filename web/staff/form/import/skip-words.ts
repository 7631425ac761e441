// Words for what was made of where a pasted text sends the reader on.
import { fieldOf } from '../../../../schema/fields/registry.ts';
import type { Definition } from '../../../../schema/form/definition.ts';
import type { Skip } from '../../../../schema/form/reading.ts';
import { dictionary } from '../../../ui/words/dictionary.ts';
import { numbersOf } from '../numbering.ts';

const t = dictionary(
  {
    one: '做成了跳题：选“{option}”时跳过第 {from} 题',
    over: '做成了跳题：选“{option}”时跳过第 {from}–{to} 题',
    end: '做成了跳题：选“{option}”时直接结束，后面的题都不问',
    nothing: '选“{option}”后接着往下答，中间没有题要跳过',
  },
  {
    one: 'Made a rule: question {from} is skipped when “{option}” is chosen',
    over: 'Made a rule: questions {from}–{to} are skipped when “{option}” is chosen',
    end: 'Made a rule: the form ends when “{option}” is chosen, and asks nothing more',
    nothing: 'After “{option}” one goes on as usual: there is nothing to skip',
  },
);

/** Said twice in the text, it is one rule. */
export const skipWords = (skips: readonly Skip[], definition: Definition): string[] => [
  ...new Set(skips.map((skip) => wordsOf(skip, definition))),
];

function wordsOf({ question, option, to }: Skip, definition: Definition): string {
  const numbers = numbersOf(definition);
  const { questions } = definition;
  const between = questions.slice(question + 1, to).filter((one) => fieldOf(one).asks);
  const [first, last] = [between[0], between.at(-1)].map((one) => one && numbers.get(one.id));
  if (first === undefined || last === undefined) return t('nothing', { option });
  if (to >= questions.length) return t('end', { option });
  return t(first === last ? 'one' : 'over', { option, from: first, to: last });
}
