// The word between a question and its answer, after the kind of the answer: words are written, days come before others.
import type { Comparable } from '../../../../schema/fields/field.ts';
import type { Saying } from './leaves.ts';
import { t } from './words.ts';

const choose = { equals: 'chose', contains: 'chose', in: 'oneOf' } as const;
const write = { equals: 'written', contains: 'written', in: 'writtenIn' } as const;
const figure = { equals: 'is', contains: 'is', in: 'isIn' } as const;
const byKind = {
  option: choose,
  options: choose,
  none: choose,
  text: write,
  number: figure,
  date: figure,
  time: figure,
} as const;

export function sayingWord({ op, not: opposite }: Saying, kind: Comparable['kind']): string {
  const not = opposite ? 'not-' : '';
  if (op === 'equals' || op === 'contains' || op === 'in') return t(`${not}${byKind[kind][op]}`);
  if (op === 'same') return t(`${not}same`);
  const moment = kind === 'date' || kind === 'time';
  const word = moment && op !== 'answered' && op !== 'unanswered' ? t(`${op}-moment`) : t(op);
  return not ? t('notWords', { words: word }) : word;
}
