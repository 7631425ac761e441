// Rolls: who may take part in elections and votes of a branch. Names are for those who keep the roll; leaders see counts.
import * as z from 'zod/mini';
import { areaMost } from '../rolls/area.ts';
import { doubts } from '../rolls/doubts.ts';
import { holdings } from '../rolls/heads.ts';
import { rollKinds, rowLimits } from '../rolls/rows.ts';
import { count, id, maybeWords, rev, time, unitRef, words } from './common.ts';
import { boardReaders, editors, endpoint, staffOnly } from './endpoint.ts';

const kind = () => z.enum(rollKinds);

const rollFacts = () =>
  z.object({
    id: id(),
    /** the same for all versions */
    line: id(),
    version: z.int(),
    unit: unitRef(),
    kind: kind(),
    title: z.string(),
    /** where it comes from */
    note: z.string(),
    state: z.enum(['draft', 'frozen']),
    /** 64 hexadecimal digits, once frozen */
    sha256: z.nullable(z.string()),
    postedAt: z.nullable(time()),
    frozenAt: z.nullable(time()),
    removedAt: z.nullable(time()),
    createdAt: time(),
    rev: rev(),
    /** entries that stand */
    entries: count(),
  });
export type Roll = z.infer<ReturnType<typeof rollFacts>>;

export const listRolls = endpoint({
  id: 'listRolls',
  method: 'GET',
  path: '/api/rolls',
  policy: staffOnly,
  says: 'Rolls of the own branches, every version, the newest line first; helpers have none.',
  io: () => ({ output: z.object({ rolls: z.array(rollFacts()) }) }),
});

export const createRoll = endpoint({
  id: 'createRoll',
  method: 'POST',
  path: '/api/units/:unit/rolls',
  policy: editors('unit'),
  says: 'Start an empty roll that covers a branch.',
  io: () => ({
    body: z.strictObject({ kind: kind(), title: words(60), note: maybeWords(200) }),
    output: rollFacts(),
  }),
});

const rollUnit = () =>
  z.object({
    unit: unitRef(),
    /** names of the units between the roll's own and this one, without grids, which residents do not know */
    above: z.string(),
    entries: count(),
    struck: count(),
    /** hundredths of a square metre */
    area: count(),
    /** entries that a letter goes to: not those of the developer, who has one for all */
    due: count(),
    /** those of them whose letter is printed and in force */
    letters: count(),
  });
export type RollUnit = z.infer<ReturnType<typeof rollUnit>>;

/** A head that may be told wrong (schema/rolls/doubts.ts). */
export const doubtfulHead = () =>
  z.object({
    why: z.enum(doubts),
    units: z.array(z.object({ building: z.string(), stairwell: z.string(), door: z.string() })),
  });

export const getRoll = endpoint({
  id: 'getRoll',
  method: 'GET',
  path: '/api/rolls/:roll',
  policy: boardReaders('roll'),
  says: 'A roll in counts, building by building, without names.',
  io: () => ({
    output: z.object({
      roll: rollFacts(),
      /** the reader keeps it, and may see and change entries */
      keeps: z.boolean(),
      units: z.array(rollUnit()),
      versions: z.array(
        z.object({ id: id(), version: z.int(), frozenAt: z.nullable(time()), removedAt: z.nullable(time()) }),
      ),
      openObjections: count(),
      /** of a draft: upheld since a version was last final, and the roll is what it was when that was answered */
      upheldUnchanged: count(),
      /** that go by a version of this roll, the newest five: contests that wait to be settled, and that are */
      elections: z.array(z.object({ id: id(), title: z.string(), waiting: count(), settled: count() })),
      /** that households mark in by its letters, the newest five: being prepared or marked */
      evaluations: z.array(z.object({ id: id(), title: z.string(), period: z.string() })),
      /** of owners' rolls: heads, units that count as the developer's one, names that stand for several heads */
      owners: z.nullable(
        z.object({
          heads: count(),
          developer: count(),
          sameName: count(),
          /** heads to check, for who keeps the roll: the first 50, each with its first 20 units */
          doubts: z.array(doubtfulHead()),
        }),
      ),
    }),
  }),
});

export const updateRoll = endpoint({
  id: 'updateRoll',
  method: 'PATCH',
  path: '/api/rolls/:roll',
  policy: editors('roll'),
  says: 'Name a draft, say where it comes from, when it was posted for objections, put it away or bring it back.',
  io: () => ({
    body: z.strictObject({
      rev: rev(),
      title: z.optional(words(60)),
      note: z.optional(maybeWords(200)),
      postedAt: z.optional(z.nullable(time())),
      removed: z.optional(z.boolean()),
    }),
    output: rollFacts(),
  }),
});

const entryFields = () => ({
  stairwell: maybeWords(rowLimits.stairwell),
  door: words(rowLimits.door),
  name: maybeWords(rowLimits.name),
  floor: z.optional(z.int().check(z.minimum(-rowLimits.floors), z.maximum(rowLimits.floors))),
  /** only its hash is kept */
  phone: z.optional(maybeWords(20)),
  area: z.optional(z.int().check(z.minimum(1), z.maximum(areaMost))),
  /** units of one owner share it, no phone or identity number; without it the name and the phone tell who is one */
  ownerNumber: z.optional(maybeWords(rowLimits.ownerNumber)),
  holding: z.optional(z.enum(holdings)),
  developer: z.optional(z.boolean()),
});

const entry = () =>
  z.object({
    id: id(),
    unit: unitRef(),
    stairwell: z.string(),
    door: z.string(),
    name: z.string(),
    floor: z.nullable(z.int()),
    hasContact: z.boolean(),
    area: z.nullable(z.int()),
    /** as the office gave it; '' where name and phone tell who is one owner */
    ownerNumber: z.string(),
    holding: z.enum(holdings),
    developer: z.boolean(),
    struckAt: z.nullable(time()),
    rev: rev(),
  });
export type Entry = z.infer<ReturnType<typeof entry>>;

/** Entries that one search looks at. */
export const lookedMost = 5000;

export const listEntries = endpoint({
  id: 'listEntries',
  method: 'GET',
  path: '/api/rolls/:roll/entries',
  policy: editors('roll'),
  says: 'Entries in the order of the doors, 50 a page, of one building or of all, or one alone. A search looks at 5,000 entries at most a request: there may be more at `next` though the page is not full.',
  io: () => ({
    query: z.object({
      unit: z.optional(id()),
      entry: z.optional(id()),
      /** stands in a door or a name */
      words: z.optional(words(40)),
      after: z.optional(z.string().check(z.maxLength(400))),
    }),
    output: z.object({ entries: z.array(entry()), next: z.nullable(z.string()) }),
  }),
});

/** Rows of one import: what is stored is stored at once. */
export const importMost = 20_000;

export const importEntries = endpoint({
  id: 'importEntries',
  method: 'POST',
  path: '/api/rolls/:roll/import',
  policy: editors('roll'),
  says: 'Put rows into a draft: new doors are added, known ones changed, others left; every row that could not be used is named with its reason.',
  bodyLimit: 6_291_456,
  io: () => ({
    body: z.strictObject({
      rows: z
        .array(z.strictObject({ row: z.int(), unit: id(), ...entryFields() }))
        .check(z.minLength(1), z.maxLength(importMost)),
      /** true: only the report, nothing is stored */
      dryRun: z.boolean(),
    }),
    output: z.object({
      added: count(),
      changed: count(),
      same: count(),
      /** entries of the roll that no row names, which stay as they are */
      others: count(),
      /** row numbers of those that change an entry */
      changes: z.array(z.int()),
      refused: z.array(
        z.object({
          row: z.int(),
          reason: z.enum(['unit', 'struck', 'twice', 'no-name', 'no-area', 'number-personal']),
        }),
      ),
    }),
  }),
});

export const changeEntry = endpoint({
  id: 'changeEntry',
  method: 'PATCH',
  path: '/api/rolls/:roll/entries/:entry',
  policy: editors('roll'),
  says: 'Correct an entry of a draft, strike it off or bring it back.',
  io: () => ({
    body: z.extend(z.partial(z.strictObject(entryFields())), {
      rev: rev(),
      struck: z.optional(z.boolean()),
    }),
    output: entry(),
  }),
});

const objection = () =>
  z.object({
    id: id(),
    unit: z.nullable(unitRef()),
    /** the door it is about, as it stands in this version */
    entry: z.nullable(z.object({ id: id(), stairwell: z.string(), door: z.string() })),
    words: z.string(),
    /** who objected, as they gave their name */
    by: z.string(),
    at: time(),
    state: z.enum(['open', 'upheld', 'refused']),
    answer: z.string(),
    answeredAt: z.nullable(time()),
  });
export type Objection = z.infer<ReturnType<typeof objection>>;

export const listObjections = endpoint({
  id: 'listObjections',
  method: 'GET',
  path: '/api/rolls/:roll/objections',
  policy: editors('roll'),
  says: 'Objections to a roll, to whichever version, the newest first, 500 at most.',
  io: () => ({ output: z.object({ objections: z.array(objection()) }) }),
});

export const addObjection = endpoint({
  id: 'addObjection',
  method: 'POST',
  path: '/api/rolls/:roll/objections',
  policy: editors('roll'),
  says: 'Enter an objection that somebody made. The roll cannot become final while one has no answer.',
  io: () => ({
    body: z.strictObject({
      words: words(500),
      by: words(60),
      unit: z.optional(id()),
      entry: z.optional(id()),
    }),
    output: z.object({ id: id() }),
  }),
});

export const answerObjection = endpoint({
  id: 'answerObjection',
  method: 'PATCH',
  path: '/api/rolls/:roll/objections/:objection',
  policy: editors('roll'),
  says: 'Answer an objection: upheld or refused, and why.',
  io: () => ({ body: z.strictObject({ state: z.enum(['upheld', 'refused']), answer: words(500) }) }),
});

export const freezeRoll = endpoint({
  id: 'freezeRoll',
  method: 'POST',
  path: '/api/rolls/:roll/freeze',
  policy: editors('roll'),
  says: 'Make a draft final: its entries never change again, and the SHA-256 of its lines is kept. Refused before it was posted (a correction goes by the first posting), and while an objection has no answer.',
  io: () => ({ body: z.strictObject({ rev: rev() }), output: rollFacts() }),
});

export const correctRoll = endpoint({
  id: 'correctRoll',
  method: 'POST',
  path: '/api/rolls/:roll/versions',
  policy: editors('roll'),
  says: 'Start the next version of the newest final one: a draft with the same entries under the same ids. Letters stay valid but for entries whose name, phone, owner number or holding is another when it becomes final.',
  io: () => ({ body: z.strictObject({}), output: rollFacts() }),
});

export const exportRoll = endpoint({
  id: 'exportRoll',
  method: 'GET',
  path: '/api/rolls/:roll/export',
  policy: editors('roll'),
  says: 'The entries as a file, which goes on record: NDJSON is the very bytes that a final version’s SHA-256 is of, CSV is for reading.',
  media: ['text/csv', 'application/x-ndjson'],
  io: () => ({ query: z.object({ format: z.enum(['csv', 'ndjson']) }) }),
});

/** Letters made in one request. */
const lettersMost = 1000;

/** One entry, or a building. */
const whose = () => z.union([z.strictObject({ entry: id() }), z.strictObject({ unit: id() })]);

export const makeLetters = endpoint({
  id: 'makeLetters',
  method: 'POST',
  path: '/api/rolls/:roll/letters',
  policy: editors('roll'),
  says: 'Make the secrets of letters and hand them out this once: of a building those whose letter is not printed yet, up to 1,000, without what the developer has not sold or not handed over; of one entry anew, but of none that waits to be handed over. Of the newest final version. An older secret of the same entry ends.',
  io: () => ({
    body: z.strictObject({ of: whose(), most: z.int().check(z.minimum(1), z.maximum(lettersMost)) }),
    output: z.object({
      letters: z.array(
        z.object({
          entry: id(),
          /** the building */
          unit: id(),
          stairwell: z.string(),
          door: z.string(),
          name: z.string(),
          secret: z.string(),
        }),
      ),
      /** check code of what is settled for the contest of their building (its ledger entry 0): the letter carries it; null
       * before the freeze, or where there are several */
      settled: z.nullable(z.string()),
      /** what they are for, where it is one contest of the building, or one vote of the owners whose notice is posted */
      about: z.nullable(
        z.object({
          title: z.string(),
          /** ballots are handed out from then on; null: when they are cast */
          checkIn: z.nullable(time()),
          from: time(),
          to: time(),
        }),
      ),
      /** names this making when it is said that they are printed */
      making: id(),
      origin: z.string(),
    }),
  }),
});

export const markPrinted = endpoint({
  id: 'markPrinted',
  method: 'POST',
  path: '/api/rolls/:roll/letters/printed',
  policy: editors('roll'),
  says: 'Say that the letters of one making are printed: they are not made again unless that is asked for.',
  io: () => ({
    body: z.strictObject({
      entries: z.array(id()).check(z.minLength(1), z.maxLength(lettersMost)),
      making: id(),
    }),
    output: z.object({ printed: count() }),
  }),
});

export const revokeLetters = endpoint({
  id: 'revokeLetters',
  method: 'POST',
  path: '/api/rolls/:roll/letters/revoke',
  policy: editors('roll'),
  says: 'End the secrets of one entry or of a building: their letters are void and can be made anew.',
  io: () => ({ body: z.strictObject({ of: whose() }), output: z.object({ revoked: count() }) }),
});
