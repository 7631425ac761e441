// The count sheet 唱票计票表: what people read off paper ballots or counted as raised hands, for a ballot of one post. It holds
// sums and no single ballot: that is all a count needs, and all that 正 strokes on a wall give. Which ballots are void, and
// which of them because too many were chosen 选多, people see ballot by ballot before the reading begins, so the sheet has
// a figure for each. From sums, groups of ballots are made that count to the same figures (count-groups.ts).
import * as z from 'zod/mini';
import { canonicalJson } from './canonical.ts';
import { readName } from './names.ts';

/** Electors of one table; a building has some hundreds. */
export const sheetMost = 20_000;

let built: ReturnType<typeof buildShape> | undefined;
/** The shape of a sheet; built on first use (zod schemas cost start-up time). */
export function sheetShape() {
  built ??= buildShape();
  return built;
}

function buildShape() {
  const number = () => z.int().check(z.minimum(0), z.maximum(sheetMost));
  return z.strictObject({
    /** ballots handed out; of hands, who came */
    issued: number(),
    /** who came, where an attendance sheet was kept; null: nobody noted it */
    present: z.nullable(number()),
    /** ballots taken out of the box; of hands, who came */
    collected: number(),
    /** void because more were chosen than there are seats */
    over: number(),
    /** void for any other reason: torn, illegible, written over */
    spoilt: number(),
    /** valid, and for nobody nor against anybody */
    blank: number(),
    /** by candidate */
    votes: z
      .array(
        z.strictObject({ candidate: z.string().check(z.maxLength(64)), for: number(), against: number() }),
      )
      .check(z.maxLength(100)),
    /** 另选他人, by name */
    written: z
      .array(
        z.strictObject({
          name: z.string().check(
            z.maxLength(60),
            z.refine((name) => readName(name) !== ''),
          ),
          for: number().check(z.minimum(1)),
        }),
      )
      .check(z.maxLength(100)),
  });
}
export type CountSheet = z.infer<ReturnType<typeof buildShape>>;

export type Method = 'paper' | 'hands';

/** What a sheet is checked against. */
interface SheetBallot {
  method: Method;
  seats: number;
  style: 'choose' | 'each';
  /** whether names may be written in */
  writeIns: boolean;
  candidates: readonly string[];
}

/** The ballots that choose or oppose somebody. */
export const spokenBallots = ({ collected, over, spoilt, blank }: CountSheet): number =>
  collected - over - spoilt - blank;

/**
 * The one way in which a sheet is kept: candidates and names in order, none with nothing, every name as it is read
 * (names.ts) and once. Two people who read the same have the same text.
 */
function tidySheet(sheet: CountSheet): CountSheet {
  const names = new Map<string, number>();
  for (const { name, for: votes } of sheet.written) {
    const read = readName(name);
    names.set(read, (names.get(read) ?? 0) + votes);
  }
  return {
    ...sheet,
    votes: sheet.votes.filter((one) => one.for + one.against > 0).sort(by(({ candidate }) => candidate)),
    written: [...names].map(([name, votes]) => ({ name, for: votes })).sort(by(({ name }) => name)),
  };
}

export const sheetText = (sheet: CountSheet): string => canonicalJson(tidySheet(sheet));

const by =
  <T>(key: (one: T) => string) =>
  (a: T, b: T) =>
    key(a) < key(b) ? -1 : 1;

/** Why figures cannot be those of real ballots. `has` and `wants` are what stands there and what would fit. */
export type SheetFault =
  /** void and blank ones are more than all */
  | { code: 'parts'; has: number; wants: number }
  /** fewer came than voted */
  | { code: 'present'; has: number; wants: number }
  /** one candidate or name has more than there are ballots with a choice */
  | { code: 'one'; of: string; has: number; wants: number }
  /** votes do not add up: at least one on every ballot with a choice, at most as many as there are seats */
  | { code: 'few' | 'many'; has: number; wants: number }
  /** marks that this ballot has no place for */
  | { code: 'against' | 'written' | 'candidate' | 'twice' }
  /** nobody casts a void ballot by hand, and nothing is handed out */
  | { code: 'hands' };

/** Empty: there are ballots with these figures. */
export function sheetFaults(sheet: CountSheet, ballot: SheetBallot): SheetFault[] {
  const { collected, over, spoilt, blank, present, votes, written } = sheet;
  const faults: SheetFault[] = [];
  const ids = votes.map(({ candidate }) => candidate);
  if (!ids.every((id) => ballot.candidates.includes(id))) faults.push({ code: 'candidate' });
  if (new Set(ids).size < ids.length) faults.push({ code: 'twice' });
  if (!ballot.writeIns && written.length > 0) faults.push({ code: 'written' });
  if (ballot.style === 'choose' && votes.some(({ against }) => against > 0)) faults.push({ code: 'against' });
  if (present !== null && present < collected)
    faults.push({ code: 'present', has: present, wants: collected });
  if (ballot.method === 'hands' && (over + spoilt > 0 || sheet.issued !== collected || present !== collected))
    faults.push({ code: 'hands' });
  const spoken = spokenBallots(sheet);
  if (spoken < 0) return [...faults, { code: 'parts', has: over + spoilt + blank, wants: collected }];
  const marks = [
    ...votes.map((one) => ({ of: one.candidate, for: one.for, against: one.against })),
    ...tidySheet(sheet).written.map(({ name, for: n }) => ({ of: name, for: n, against: 0 })),
  ];
  for (const one of marks)
    if (one.for + one.against > spoken)
      faults.push({ code: 'one', of: one.of, has: one.for + one.against, wants: spoken });
  const chosen = marks.reduce((sum, one) => sum + one.for, 0);
  const all = marks.reduce((sum, one) => sum + one.against, chosen);
  if (all < spoken) faults.push({ code: 'few', has: all, wants: spoken });
  if (chosen > ballot.seats * spoken)
    faults.push({ code: 'many', has: chosen, wants: ballot.seats * spoken });
  return faults;
}

export type SheetField = 'issued' | 'present' | 'collected' | 'over' | 'spoilt' | 'blank';
export const sheetFields: readonly SheetField[] = [
  'issued',
  'present',
  'collected',
  'over',
  'spoilt',
  'blank',
];

/** One figure on which two sheets differ; `of`: the candidate's id, or the name. */
export interface Difference {
  field: SheetField | 'for' | 'against' | 'written';
  of?: string | undefined;
  first: number | null;
  second: number | null;
}

/** Field by field; empty when both people read the same. */
export function sheetDifferences(one: CountSheet, other: CountSheet): Difference[] {
  const [first, second] = [tidySheet(one), tidySheet(other)];
  const found: Difference[] = sheetFields.map((field) => ({
    field,
    first: first[field],
    second: second[field],
  }));
  const ids = new Set([...first.votes, ...second.votes].map(({ candidate }) => candidate));
  const votesOf = (sheet: CountSheet, id: string) => sheet.votes.find(({ candidate }) => candidate === id);
  for (const of of [...ids].sort())
    for (const field of ['for', 'against'] as const)
      found.push({
        field,
        of,
        first: votesOf(first, of)?.[field] ?? 0,
        second: votesOf(second, of)?.[field] ?? 0,
      });
  const names = new Set([...first.written, ...second.written].map(({ name }) => name));
  const writtenOf = (sheet: CountSheet, of: string) =>
    sheet.written.find(({ name }) => name === of)?.for ?? 0;
  for (const of of [...names].sort())
    found.push({ field: 'written', of, first: writtenOf(first, of), second: writtenOf(second, of) });
  return found.filter((line) => line.first !== line.second);
}
