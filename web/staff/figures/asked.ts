// The questions of a run with what was counted of them: in the order and with the numbers of the form, then those that
// only an older version asked.
import type { FigureLine, Figures } from '../../../schema/api/figures.ts';
import type { FieldType } from '../../../schema/fields/registry.ts';
import { numbersOf, titleOf } from '../form/numbering.ts';
import type { Counted } from './charts/chart.ts';
import { t } from './words.ts';

export interface Part extends Counted {
  /** place of the line among all */
  at: number;
}

export interface Asked {
  id: string;
  type: FieldType;
  title: string;
  parts: readonly Part[];
}

/** A question and one of its lines; the mark at the end of the question does not stand before another. */
export const partTitle = (question: string, part: string): string =>
  t('titleOf', { question: question.replace(/[？?：:。.]+$/, ''), part });

/** Without the row: of a question that the form no longer has, only its lines tell. */
const oldTitle = ({ title, item }: FigureLine) =>
  item.row === '' ? title : title.slice(0, Math.max(0, title.length - item.title.length - 1));

export function askedIn({ definition, lines, here }: Figures): Asked[] {
  const parts = new Map<string, Part[]>();
  lines.forEach((line, at) => {
    const part = { line, at, counts: here.counts[at] ?? null };
    parts.set(line.question, [...(parts.get(line.question) ?? []), part]);
  });
  const numbers = numbersOf(definition);
  const asked = definition.questions.flatMap((question): Asked[] => {
    const own = parts.get(question.id);
    if (!own) return [];
    parts.delete(question.id);
    const n = numbers.get(question.id);
    const title = titleOf(question);
    return [
      {
        id: question.id,
        type: question.type,
        title: n === undefined ? title : t('numbered', { n, title }),
        parts: own,
      },
    ];
  });
  const gone = [...parts].flatMap(([id, own]): Asked[] => {
    const [first] = own;
    return first
      ? [{ id, type: first.line.type, title: t('gone', { title: oldTitle(first.line) }), parts: own }]
      : [];
  });
  return [...asked, ...gone];
}
