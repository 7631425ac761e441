// Safe repairs, as data: each leaves what the author meant as it is, and changes only how it is written or what the law
// asks for. A guess is no repair.
import { isRecord } from '../../fields/field.ts';
import type { Option } from '../../fields/options.ts';
import type { Question } from '../../fields/shapes.ts';
import type { Definition } from '../definition.ts';
import { mapTexts } from '../texts.ts';

export type Fix =
  /** out of the lists of values that conditions hold this source against; nobody can give them */
  | { do: 'drop-values'; source: string; row?: string | undefined; values: (string | number)[] }
  /** the condition always holds */
  | { do: 'show-always'; question: string }
  /** instead of a condition that always holds */
  | { do: 'require'; question: string }
  /** only of those who agreed */
  | { do: 'ask-after'; questions: string[]; consent: string }
  | { do: 'raise-consent'; question: string; version: number }
  /** back as retired: offered to nobody, counted under their name */
  | { do: 'keep-retired'; question: string; options: Option[] }
  /** what an option became gets an id of its own; what it was comes back as retired */
  | { do: 'renew-option'; question: string; old: Option; id: string }
  /** from the source, under the same ids */
  | { do: 'add-carried'; question: string; list: 'options' | 'rows'; parts: { id: string; label: string }[] }
  /** of a group in a drawn order, those that are there */
  | { do: 'trim-shuffle'; group: number; keep: string[] }
  /** a text with its marks as they must be written */
  | { do: 'mend-marks'; at: string; to: string };

/** The definition with this put right; the same one where nothing is left to be put right. */
export function applyFix(definition: Definition, fix: Fix): Definition {
  switch (fix.do) {
    case 'drop-values':
      return { ...definition, ...withoutValues(definition, fix) };
    case 'show-always':
      return changed(definition, fix.question, (question) => ({ ...question, showIf: undefined }));
    case 'require':
      return changed(definition, fix.question, (question) => ({
        ...question,
        required: true,
        requiredIf: undefined,
      }));
    case 'ask-after': {
      const showIf = { q: fix.consent, op: 'answered' } as const;
      return fix.questions.reduce(
        (form, id) => changed(form, id, (question) => ({ ...question, showIf })),
        definition,
      );
    }
    case 'raise-consent':
      return changed(definition, fix.question, (question) =>
        question.type === 'consent' ? { ...question, version: fix.version } : question,
      );
    case 'keep-retired':
      return changed(definition, fix.question, (question) =>
        'options' in question && Array.isArray(question.options)
          ? { ...question, options: added(question.options, fix.options) }
          : question,
      );
    case 'renew-option':
      return changed(definition, fix.question, (question) =>
        'options' in question && Array.isArray(question.options)
          ? {
              ...question,
              options: [
                ...question.options.map((one) => (one.id === fix.old.id ? { ...one, id: fix.id } : one)),
                fix.old,
              ],
            }
          : question,
      );
    case 'add-carried':
      return changed(definition, fix.question, (question) => {
        if (fix.list === 'options' && 'options' in question)
          return { ...question, options: added(question.options, fix.parts) };
        return 'rows' in question ? { ...question, rows: added(question.rows, fix.parts) } : question;
      });
    case 'trim-shuffle':
      return {
        ...definition,
        shuffle: definition.shuffle?.map((group, index) => (index === fix.group ? fix.keep : group)),
      };
    case 'mend-marks':
      return mapTexts(definition, (text, address) => (address === fix.at ? fix.to : text));
  }
}

const changed = (
  definition: Definition,
  id: string,
  change: (question: Question) => Question,
): Definition => ({
  ...definition,
  questions: definition.questions.map((question) => (question.id === id ? change(question) : question)),
});

const added = <T extends { id: string }>(list: readonly T[], more: readonly T[]): T[] => [
  ...list,
  ...more.filter(({ id }) => list.every((one) => one.id !== id)),
];

type Values = Extract<Fix, { do: 'drop-values' }>;

/** A list that would be left empty stays: it says that nobody can, and that is for its author to settle. */
function withoutValues<T>(piece: T, fix: Values): T {
  if (Array.isArray(piece)) return piece.map((one) => withoutValues(one, fix)) as T;
  if (!isRecord(piece)) return piece;
  if (piece.op === 'in' && piece.q === fix.source && piece.row === fix.row && Array.isArray(piece.value)) {
    const left = piece.value.filter((value) => !fix.values.includes(value));
    return left.length > 0 ? { ...piece, value: left } : piece;
  }
  return Object.fromEntries(Object.entries(piece).map(([key, one]) => [key, withoutValues(one, fix)])) as T;
}
