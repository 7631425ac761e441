// A condition in a plain sentence, for the page without JavaScript, where every question is seen.

import { fieldOf } from '../../schema/fields/registry.ts';
import type { Definition } from '../../schema/form/definition.ts';
import type { Condition, Leaf } from '../../schema/logic/shapes.ts';
import { say, type Word } from './words.ts';

/** The sentence under a question that shows only sometimes; undefined when it always does. */
export function whenWords(definition: Definition, id: string): string | undefined {
  const question = definition.questions.find((one) => one.id === id);
  if (!question?.showIf) return undefined;
  const conditions = conditionWords(question.showIf, definition) ?? say('whenOther');
  return say(question.type === 'page-break' ? 'whenPage' : 'when', { conditions });
}

/** undefined when a plain sentence cannot say it. */
function conditionWords(condition: Condition, definition: Definition): string | undefined {
  if ('not' in condition) return undefined;
  const several = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined;
  if (!several) return leafWords(condition as Leaf, definition);
  const parts = several.map((inner) => conditionWords(inner, definition));
  if (parts.some((part) => part === undefined) || parts.length > 3) return undefined;
  return parts.join(say('all' in condition ? 'and' : 'or'));
}

const simple: Partial<Record<Leaf['op'], Word>> = {
  answered: 'whenAnswered',
  unanswered: 'whenUnanswered',
  lt: 'whenBelow',
  lte: 'whenAtMost',
  gt: 'whenAbove',
  gte: 'whenAtLeast',
};

function leafWords(leaf: Leaf, definition: Definition): string | undefined {
  const question = definition.questions.find((one) => one.id === leaf.q);
  if (!question) return undefined;
  const line = fieldOf(question)
    .items(question)
    .find((item) => item.row === (leaf.row ?? ''));
  const label = (value: string | number) =>
    line?.keys.find((one) => one.key === String(value) || one.key === `${leaf.row}:${value}`)?.label ??
    String(value);
  const title = leaf.row === undefined ? question.title : (line?.title ?? question.title);
  const word = simple[leaf.op];
  const quoted = (value: string | number) => {
    const shown = label(value);
    return shown === String(value) ? shown : say('value', { value: shown });
  };
  if (word) return say(word, { question: title, value: 'value' in leaf ? quoted(leaf.value as number) : '' });
  const values = leaf.op === 'in' ? leaf.value : 'value' in leaf ? [leaf.value] : [];
  const named = values.slice(0, 4).map((value) => say('value', { value: label(value as string) }));
  return say('whenEquals', { question: title, value: named.join(say('orValue')) });
}
