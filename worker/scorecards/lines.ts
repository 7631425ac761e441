// What a card of a form has lines for: every countable item of the current version, and of older versions what their
// answers are still counted under. Counts of one stable id add up across versions; labels are those of the newest
// version that knows the id.
import type { Counts, Item } from '../../schema/fields/field.ts';
import { fieldOf, holdsAnswer } from '../../schema/fields/registry.ts';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { plainForm } from '../../schema/logic/plain.ts';
import { quotaCounts } from '../../schema/logic/quota-counts.ts';
import { baseOf } from '../../schema/measures/item.ts';

/** Counts of a tally: by question, then by key. */
export type Tallied = Readonly<Record<string, Counts>>;

export interface Line {
  question: string;
  row: string;
  type: Question['type'];
  /** of the item alone: fits a tile */
  short: string;
  /** with the question that a row belongs to */
  title: string;
  item: Item;
  /** an older version asked it on another scale: its counts show, but make no common score */
  mixed: boolean;
}

/** Its key among the lines of a form. */
export const idOf = ({ question, row }: Pick<Line, 'question' | 'row'>) => `${question}:${row}`;

export interface Lines {
  countable: Line[];
  /** free-text questions */
  texts: { question: string; title: string }[];
}

const linesOf = (question: Question): Line[] =>
  fieldOf(question)
    .items(question)
    .map((item) => ({
      question: question.id,
      row: item.row,
      type: question.type,
      short: item.title,
      title: item.row ? `${question.title.replace(/[？?：:。.]+$/, '')}：${item.title}` : item.title,
      item,
      mixed: false,
    }));

/** Whether its answers make one score. */
export const isScored = ({ item, mixed }: Line): boolean => !mixed && (item.points ?? []).length > 0;

/** What the points of a line say. */
export function scaleOf({ item, mixed, type }: Line): 'satisfaction' | 'marks' | 'recommendation' | null {
  if (mixed || !item.points) return null;
  if (type === 'nps') return 'recommendation';
  return item.marks ? 'marks' : 'satisfaction';
}

/** True when the tally holds a question or a key that the current version has no name for. */
export function hasUnknown(definition: Definition, counts: Tallied): boolean {
  const known = new Map(
    definition.questions.filter(holdsAnswer).map((question) => [question.id, linesOf(question)]),
  );
  return Object.entries(counts).some(([question, keys]) => {
    if (question === quotaCounts) return false;
    const lines = known.get(question);
    if (!lines) return Object.values(keys).some((n) => n !== 0);
    if (lines.length === 0) return false;
    const names = new Set(
      lines.flatMap(({ item }) => [...item.keys.map(({ key }) => key), item.base, item.sum?.key]),
    );
    return Object.entries(keys).some(([key, n]) => n !== 0 && !key.startsWith('_') && !names.has(key));
  });
}

/**
 * The lines of a card. `definitions`: the campaign's version first, then older ones, newest first. `counts` is the
 * tally of the campaign's top unit, so that every unit of the campaign has the same lines.
 */
export function lines(definitions: readonly Definition[], counts: Tallied): Lines {
  const countable = new Map<string, Line>();
  const texts = new Map<string, { question: string; title: string }>();
  definitions.forEach((definition, age) => {
    for (const question of plainForm(definition).questions.filter(holdsAnswer)) {
      const given = counts[question.id] ?? {};
      // What only an older version asked has a line while it has answers.
      if (age > 0 && !Object.values(given).some((n) => n !== 0)) continue;
      if (fieldOf(question).free && !texts.has(question.id))
        texts.set(question.id, { question: question.id, title: question.title });
      for (const line of linesOf(question)) {
        const id = idOf(line);
        const newer = countable.get(id);
        if (!newer) {
          if (age === 0 || baseOf(line.item, given) > 0) countable.set(id, line);
        } else if (age > 0) countable.set(id, joined(newer, line, given));
      }
    }
  });
  return {
    countable: [...countable.values()].map((line) => withoutForgotten(line, counts)),
    texts: [...texts.values()],
  };
}

/** A line without what is no longer offered and nobody chose. */
function withoutForgotten(line: Line, counts: Tallied): Line {
  const given = counts[line.question] ?? {};
  const keys = line.item.keys.filter(({ key, retired }) => !retired || (given[key] ?? 0) !== 0);
  return keys.length === line.item.keys.length ? line : { ...line, item: { ...line.item, keys } };
}

/** A line with the keys that an older version counted and the newer one no longer has; 不了解 stays last. */
function joined(line: Line, older: Line, given: Counts): Line {
  const known = new Set(line.item.keys.map(({ key }) => key));
  const more = older.item.keys.filter(({ key }) => !known.has(key) && (given[key] ?? 0) !== 0);
  if (more.length === 0) return line;
  const scaled = new Set((older.item.points ?? []).map(({ key }) => key));
  return {
    ...line,
    item: {
      ...line.item,
      keys: [...line.item.keys, ...more.map((key) => ({ ...key, retired: true }))].sort(
        (a, b) => Number(a.missing ?? false) - Number(b.missing ?? false),
      ),
    },
    mixed: line.mixed || more.some(({ key }) => scaled.has(key)),
  };
}
