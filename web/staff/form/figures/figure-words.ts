// A figure as a sentence: 第1题的数 + 第2题的数（没填的当 0）.
import type { Definition } from '../../../../schema/form/definition.ts';
import { type Expression, opening } from '../../../../schema/logic/shapes.ts';
import { kindOf } from '../logic/answers.ts';
import { conditionWords } from '../logic/condition-words.ts';
import { called } from '../logic/names.ts';
import { t } from './words.ts';

export function figureWords(figure: Expression, definition: Definition): string {
  const words = (one: Expression) => figureWords(one, definition);
  /** Inside another figure, what is made of several stands in brackets. */
  const within = (one: Expression) => (isPlain(one) ? words(one) : t('brackets', { words: words(one) }));
  const list = (parts: readonly Expression[]) => parts.map(within).join(t('listed'));

  if ('number' in figure) return String(figure.number);
  if ('value' in figure) return valueWords(figure.value, figure.row, definition);
  if ('score' in figure) return t('score-words', { q: called(definition, figure.score) });
  if ('chosen' in figure) return t('chosen-words', { q: called(definition, figure.chosen) });
  if ('total' in figure) return t('total-words', { q: called(definition, figure.total) });
  if ('day' in figure) return figure.day === opening ? t('opens') : figure.day;
  if ('round' in figure) {
    const { digits } = figure;
    return t(digits === 0 ? 'round0-words' : 'round-words', { part: within(figure.round), digits });
  }
  if ('minus' in figure) return pairWords('minus', figure.minus.map(within));
  if ('times' in figure) return pairWords('times', figure.times.map(within));
  if ('over' in figure) return pairWords('over', figure.over.map(within));
  if ('between' in figure) return pairWords(figure.unit, figure.between.map(within));
  if ('count' in figure) {
    const parts = figure.count.map((one) => conditionWords(one, definition)).join(t('semicolon'));
    return t('count-words', { parts });
  }
  if ('if' in figure)
    return t('if-words', {
      condition: conditionWords(figure.if, definition),
      yes: within(figure.yes),
      no: within(figure.no),
    });
  const said = severalWords(figure, within, list);
  return figure.missing === 'skip' ? said : t(`missing-${figure.missing}-words`, { words: said });
}

const isPlain = (figure: Expression) =>
  ['number', 'value', 'score', 'chosen', 'total', 'day'].some((kind) => kind in figure);

const pairWords = (kind: 'minus' | 'times' | 'over' | 'days' | 'months' | 'years', pair: readonly string[]) =>
  t(`${kind}-words`, { a: pair[0] ?? '', b: pair[1] ?? '' });

function valueWords(id: string, row: string | undefined, definition: Definition): string {
  const q = called(definition, id, row);
  const source = definition.questions.find((question) => question.id === id);
  const kind = source && kindOf(source, row);
  return t(kind === 'date' || kind === 'time' ? `value-${kind}-words` : 'value-words', { q });
}

type Several = Extract<Expression, { missing: unknown }>;

function severalWords(
  figure: Several,
  within: (one: Expression) => string,
  list: (parts: readonly Expression[]) => string,
): string {
  if ('sum' in figure) return figure.sum.map(within).join(t('plus'));
  if ('average' in figure) return t('average-words', { parts: list(figure.average) });
  if ('least' in figure) return t('least-words', { parts: list(figure.least) });
  if ('most' in figure) return t('most-words', { parts: list(figure.most) });
  const parts = figure.weighted
    .map(({ part, weight }) => t('weight', { part: within(part), weight }))
    .join(t('plus'));
  return figure.mean ? t('mean-words', { parts }) : parts;
}
