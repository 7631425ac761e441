// A condition as a sentence, with the words of the questions that it reads.
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import type { Condition, Leaf } from '../../../schema/logic/shapes.ts';
import { numbersOf } from './numbering.ts';
import { t } from './words.ts';

/** What the answers of a question may be, as keys that conditions use, with their labels. */
export function valuesOf(question: Question, row?: string): { key: string; label: string }[] {
  const item = fieldOf(question)
    .items(question)
    .find((one) => row === undefined || one.row === row);
  const prefix = row === undefined ? '' : `${row}:`;
  return (item?.keys ?? []).map(({ key, label }) => ({
    key: key.startsWith(prefix) ? key.slice(prefix.length) : key,
    label: label.trim() || key,
  }));
}

export function conditionWords(condition: Condition, definition: Definition): string {
  if ('all' in condition) return condition.all.map((one) => conditionWords(one, definition)).join(t('and'));
  if ('any' in condition) return condition.any.map((one) => conditionWords(one, definition)).join(t('or'));
  if ('not' in condition) return t('notWords', { words: conditionWords(condition.not, definition) });
  return 'is' in condition ? t('comparesFigures') : leafWords(condition, definition);
}

/** With words for its points a scale is spoken of by them: 选了“不满意”或更低. */
const byWords = { lt: 'chosenBelow', lte: 'chosenAtMost', gt: 'chosenAbove', gte: 'chosenAtLeast' } as const;

const sentences = {
  answered: 'sentenceAnswered',
  unanswered: 'sentenceUnanswered',
  equals: 'sentenceEquals',
  in: 'sentenceIn',
  contains: 'sentenceContains',
  lt: 'sentenceLt',
  lte: 'sentenceLte',
  gt: 'sentenceGt',
  gte: 'sentenceGte',
  same: 'sentenceSame',
} as const;

function leafWords(leaf: Leaf, definition: Definition): string {
  const source = definition.questions.find((question) => question.id === leaf.q);
  if (!source) return t('lost');
  const labels = valuesOf(source, leaf.row);
  const word = (value: string | number) =>
    labels.find((one) => one.key === String(value))?.label ?? String(value);
  if (leaf.op === 'same')
    return t('sentenceSame', {
      n: numbersOf(definition).get(leaf.q) ?? '?',
      other: numbersOf(definition).get(leaf.as) ?? '?',
    });
  const values = !('value' in leaf) ? [] : Array.isArray(leaf.value) ? leaf.value : [leaf.value];
  const n = numbersOf(definition).get(leaf.q) ?? '?';
  const row = 'rows' in source ? source.rows.find((one) => one.id === leaf.row)?.label : undefined;
  const said = { n: row ? `${n}（${row}）` : n, value: values.map(word).join('、') };
  const kind = fieldOf(source).comparable(source, leaf.row).kind;
  if (kind === 'text' && leaf.op === 'equals') return t('sentenceWritten', said);
  if (kind === 'text' && leaf.op === 'in') return t('sentenceWrittenIn', said);
  const { op } = leaf;
  const named = op === 'lt' || op === 'lte' || op === 'gt' || op === 'gte';
  return t(named && said.value !== String(values[0]) ? byWords[op] : sentences[op], said);
}
