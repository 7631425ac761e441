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
  /** some of its answers are shown together only */
  partly?: boolean;
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

/** A line of which some answers are shown together has a bar for these, and no points to make a mean of. */
function partOf(line: FigureLine, at: number, { counts, closed }: Figures['here']): Part {
  const shut = new Set(closed[at]);
  const own = counts[at] ?? null;
  if (shut.size === 0 || !own) return { line, at, counts: own };
  const keys = line.item.keys.filter(({ key }) => !shut.has(key));
  const labels = line.item.keys.flatMap(({ key, label }) => (shut.has(key) ? [label] : []));
  const others = { key: '_others', label: t('together', { list: labels.join(t('comma')) }) };
  const { row, title, base } = line.item;
  return {
    line: { ...line, item: { row, title, base, keys: own._others ? [...keys, others] : keys } },
    at,
    counts: own,
    partly: true,
  };
}

export function askedIn({ definition, lines, here }: Figures): Asked[] {
  const parts = new Map<string, Part[]>();
  lines.forEach((line, at) => {
    const part = partOf(line, at, here);
    parts.set(line.question, [...(parts.get(line.question) ?? []), part]);
  });
  // Side by side with its other rows such a line has no place.
  for (const [id, own] of parts)
    if (own.length > 1)
      parts.set(
        id,
        own.map((part) => (part.partly ? { ...part, counts: null, veiled: 'beside' } : part)),
      );
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
