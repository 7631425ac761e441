// Heads that may be told wrong and nobody can tell from the sheet: units that one number joins though their owners' names
// differ, and units that nothing joins but a name which two people may bear. They are counted as one and shown to be checked.
import { headOf, namesIn, ownerKey } from './heads.ts';
import type { RollRow } from './rows.ts';

export const doubts = ['names', 'name-only'] as const;
type Doubt = (typeof doubts)[number];

interface OwnedUnit {
  name: string;
  /** '' for none */
  number: string;
  contact: string | null;
}

/** What is doubtful about these units being one head's. */
export function doubtOf(units: readonly OwnedUnit[]): Doubt | undefined {
  if (units.length < 2) return undefined;
  if (new Set(units.map(({ name }) => namesIn(name).join('、'))).size > 1) return 'names';
  return units.some(({ number, contact }) => number === '' && contact === null) ? 'name-only' : undefined;
}

/** The doubts of a sheet, each with the numbers of its rows. */
export function doubtsIn(rows: readonly RollRow[]): { why: Doubt; rows: number[] }[] {
  const heads = new Map<string, (OwnedUnit & { row: number })[]>();
  for (const { row, name, ownerNumber: number = '', phone, holding = 'sold', developer = false } of rows) {
    const contact = phone ? phone.replace(/\D/g, '') : null;
    const head = headOf({ owner: ownerKey(name, number, contact), holding, developer });
    if (head !== '') heads.set(head, [...(heads.get(head) ?? []), { row, name, number, contact }]);
  }
  return [...heads.values()].flatMap((units) => {
    const why = doubtOf(units);
    return why ? [{ why, rows: units.map(({ row }) => row) }] : [];
  });
}
