// A form as it stands on paper: numbered questions with what is said of each (optional, who answers it, where to go on),
// and what each is answered with.
import { fieldOf } from '../../../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../../../schema/form/definition.ts';
import { unpiped } from '../../../../../schema/logic/pipe.ts';
import type { Carry, Condition, Jump } from '../../../../../schema/logic/shapes.ts';
import { conditionWords } from '../../logic/condition-words.ts';
import { numbersOf } from '../../numbering.ts';
import type { Block } from './block.ts';
import { paperFormOf } from './types.ts';
import { paperWord as t } from './words.ts';

export interface PaperItem {
  /** undefined: nothing is asked, so it has no number */
  number: number | undefined;
  /** a heading of what follows, and not a question */
  heading: boolean;
  title: string;
  /** in brackets behind the title */
  remarks: readonly string[];
  hint: string;
  blocks: readonly Block[];
  /** where to go on, after the answer */
  goOn: readonly string[];
}

/** Longer blanks in a title: a handwritten word is wider than a printed one. */
const wideBlanks = (title: string) => title.replace(/_{2,}/g, '__________');

export function paperItems(definition: Definition): PaperItem[] {
  const numbers = numbersOf(definition);
  const say = (condition: Condition) => conditionWords(condition, definition);
  const number = (id: string) => numbers.get(id) ?? '?';
  return definition.questions.map((written) => {
    const question = unpiped(written, (id) => t('answerOf', { n: number(id) }));
    const { asks } = fieldOf(question);
    const form = paperFormOf(question);
    const { showIf, required, type, title, hint = '', jumps = [] } = question;
    const heading = type === 'note' || type === 'page-break';
    return {
      number: numbers.get(question.id),
      heading,
      title: type === 'divider' ? '' : wideBlanks(title),
      remarks: [
        ...(asks && !required ? [t('optional')] : []),
        ...(form.remarks?.(question) ?? []),
        ...carried(question, number),
        ...(showIf ? [t(type === 'page-break' ? 'onlyPage' : 'only', { words: say(showIf) })] : []),
      ],
      hint,
      blocks: form.draw(question, say),
      goOn: jumps.map((jump) => leadsOn(jump, definition, numbers, say)),
    };
  });
}

function carried(question: Question, number: (id: string) => number | string): string[] {
  const carry: Carry = 'carry' in question ? question.carry : undefined;
  if (!carry) return [];
  return [t(carry.pick === 'chosen' ? 'carried' : 'carriedOthers', { n: number(carry.from) })];
}

/** To the first question behind the page break that the jump leads to, or to the end. */
function leadsOn(
  { when, to }: Jump,
  { questions }: Definition,
  numbers: ReadonlyMap<string, number>,
  say: (condition: Condition) => string,
): string {
  const at = questions.findIndex(({ id }) => id === to);
  const next = at < 0 ? undefined : questions.slice(at).find(({ id }) => numbers.has(id));
  const n = next && numbers.get(next.id);
  if (n === undefined) return when ? t('stop', { words: say(when) }) : t('stopAll');
  return when ? t('goOn', { words: say(when), n }) : t('goOnAll', { n });
}
