// A condition as a sentence, with the words of the questions that it reads.
import type { Definition } from '../../../../schema/form/definition.ts';
import type { Comparison, Condition, Leaf } from '../../../../schema/logic/shapes.ts';
import { figureWords } from '../figures/figure-words.ts';
import { kindOf, valuesOf } from './answers.ts';
import { isSentence } from './condition-tree.ts';
import { called, quoted } from './names.ts';
import { t } from './words.ts';

/**
 * `第1题选了“有”，并且（第2题大于3，或者第4题没有回答）`. Of the question `self` that it stands on it speaks without a
 * name.
 */
export function conditionWords(condition: Condition, definition: Definition, self?: string): string {
  const within = (one: Condition) => {
    const words = conditionWords(one, definition, self);
    return isSentence(one) || 'not' in one ? words : t('brackets', { words });
  };
  if ('all' in condition) return condition.all.map(within).join(t('and'));
  if ('any' in condition) return condition.any.map(within).join(t('or'));
  if ('is' in condition) return comparisonWords(condition, definition);
  if ('op' in condition) return leafWords(condition, definition, self, '');
  const { not } = condition;
  return 'op' in not
    ? leafWords(not, definition, self, 'not-')
    : t('notWords', { words: conditionWords(not, definition, self) });
}

const comparisonWords = ({ is, left, right }: Comparison, definition: Definition): string =>
  t(`figures-${is}`, { left: figureWords(left, definition), right: figureWords(right, definition) });

/** With words for its points a scale is spoken of by them: 选了“不满意”或更低. */
const named = { lt: 'namedBelow', lte: 'namedAtMost', gt: 'namedAbove', gte: 'namedAtLeast' } as const;

function leafWords(leaf: Leaf, definition: Definition, self: string | undefined, not: '' | 'not-'): string {
  const q = leaf.q === self && leaf.row === undefined ? t('self') : called(definition, leaf.q, leaf.row);
  const source = definition.questions.find((question) => question.id === leaf.q);
  if (!source) return q;
  if (leaf.op === 'same') return t(`${not}same-words`, { q, other: called(definition, leaf.as) });
  if (leaf.op === 'answered' || leaf.op === 'unanswered') {
    const words = t(`${leaf.op}-words`, { q });
    return not ? t('notWords', { words }) : words;
  }
  const kind = kindOf(source, leaf.row);
  const labels = valuesOf(source, leaf.row);
  const values = Array.isArray(leaf.value) ? leaf.value : [leaf.value];
  const label = (value: string | number) => labels.find(({ key }) => key === String(value))?.label;
  const plain = kind === 'number' || kind === 'date' || kind === 'time';
  const said = values
    .map((value) => {
      const word = label(value);
      return plain && (word === undefined || word === String(value))
        ? String(value)
        : quoted(word ?? String(value));
    })
    .join(t('listed'));
  const { op } = leaf;
  if (op === 'contains') return t(`${not}equals-words`, { q, value: said });
  if (op === 'equals' || op === 'in') {
    if (kind === 'text') return t(`${not}${op}-text-words`, { q, value: said });
    const figure = plain && label(values[0] ?? '') === undefined;
    return t(`${not}${op}${figure ? '-figure' : ''}-words`, { q, value: said });
  }
  const words =
    kind === 'number' && said !== String(values[0])
      ? t(named[op], { q, value: said })
      : t(`${op}-${kind === 'number' ? 'figure' : 'moment'}-words`, { q, value: said });
  return not ? t('notWords', { words }) : words;
}
