// Paper ballots and shows of hands, counted on the spot: each sheet is entered by two people and counts when both say the
// same; written names are decided in the open; then the contest is counted, and its result announced.
import * as z from 'zod/mini';
import { type SheetField, sheetShape } from '../elections/count-sheet.ts';
import { contestStates, count, id, presets, rev, round, sentId, time, words } from './common.ts';
import { atDesk, editors, endpoint, readers } from './endpoint.ts';

/** A person is a candidate's id, or `=` and a name; null is nobody who can be elected. */
const person = () => z.nullable(z.string().check(z.minLength(2), z.maxLength(80)));
const ofBatch = () => z.object({ contest: id(), batch: sentId() });

/** Batches of one contest. */
export const batchesMost = 40;

const difference = () =>
  z.object({
    field: z.custom<SheetField | 'for' | 'against' | 'written'>((value) => typeof value === 'string'),
    /** the candidate's id, or the name */
    of: z.optional(z.string()),
    first: z.nullable(z.int()),
    second: z.nullable(z.int()),
  });

const batch = () =>
  z.object({
    id: id(),
    name: z.string(),
    method: z.enum(['paper', 'hands']),
    /** names of those who entered it, the first first */
    by: z.array(z.string()),
    /** as the reader entered it */
    mine: z.nullable(sheetShape()),
    /** whether the reader is the first of the two; null: neither of them */
    first: z.nullable(z.boolean()),
    /** figures on which the two differ; empty until both have entered it, so that neither copies the other */
    differences: z.array(difference()),
    agreed: z.nullable(sheetShape()),
    /** two people entered it, now or before it was sent back: it takes two to leave it out */
    byTwo: z.boolean(),
    removed: z.boolean(),
    /** who asked to leave out what two people entered; left out once another one says so too */
    out: z.nullable(z.object({ by: z.string(), mine: z.boolean() })),
    rev: rev(),
  });
export type Batch = z.infer<ReturnType<typeof batch>>;

const writtenName = () =>
  z.object({
    /** as it is read: without spaces, in one width */
    name: z.string(),
    spellings: z.array(z.object({ written: z.string(), ballots: count() })),
    /** whom it counts for unless people decide otherwise */
    person: z.string(),
    /** who may be meant too */
    perhaps: z.array(z.string()),
    decided: z.nullable(z.object({ person: person(), by: z.string(), at: time() })),
  });
export type WrittenName = z.infer<ReturnType<typeof writtenName>>;

const desk = () =>
  z.object({
    contest: id(),
    election: id(),
    title: z.string(),
    post: z.string(),
    name: z.string(),
    above: z.string(),
    preset: z.enum(presets),
    state: z.enum(contestStates),
    round: round(),
    /** name of the rule pack */
    rule: z.object({ zh: z.string(), en: z.string() }),
    seats: z.int(),
    style: z.enum(['choose', 'each']),
    writeIns: z.boolean(),
    candidates: z.array(z.object({ id: id(), name: z.string() })),
    registered: z.nullable(count()),
    /** ballots handed out by check-in, and of them those with the help of staff, and by proxy */
    checkedIn: z.object({ token: count(), paper: count(), assisted: count(), proxies: count() }),
    /** who has to have come for the vote to be valid; null: however few */
    quorum: z.nullable(z.object({ need: count(), counted: z.enum(['collected', 'present']) })),
    batches: z.array(batch()),
    names: z.array(writtenName()),
    /** what people still have to do before the count; issued: sheets and check-in differ on the paper handed out */
    waits: z.nullable(z.enum(['state', 'nothing', 'paper', 'issued', 'names'])),
    mayEdit: z.boolean(),
  });
export type CountDesk = z.infer<ReturnType<typeof desk>>;

export const getCount = endpoint({
  id: 'getCount',
  method: 'GET',
  path: '/api/contests/:contest/count',
  policy: readers('contest'),
  says: 'Everything that is counted by hand in a contest: batches and who entered them, figures on which two people differ, names written in, and what the count waits for. What one person entered, the other sees once both have.',
  io: () => ({ output: desk() }),
});

export const addBatch = endpoint({
  id: 'addBatch',
  method: 'PUT',
  path: '/api/contests/:contest/batches/:batch',
  policy: atDesk('contest'),
  says: 'Begin a batch of paper ballots or a show of hands, under an id made by the sender.',
  io: () => ({
    params: ofBatch(),
    body: z.strictObject({ name: words(40), method: z.enum(['paper', 'hands']) }),
    output: desk(),
  }),
});

export const enterSheet = endpoint({
  id: 'enterSheet',
  method: 'PUT',
  path: '/api/contests/:contest/batches/:batch/sheet',
  policy: atDesk('contest'),
  says: 'Enter the figures of a batch, or correct the own entry. The second of two people settles it by the same figures; a third is refused, and nobody enters both.',
  io: () => ({ params: ofBatch(), body: z.strictObject({ sheet: sheetShape() }), output: desk() }),
});

export const changeBatch = endpoint({
  id: 'changeBatch',
  method: 'PATCH',
  path: '/api/contests/:contest/batches/:batch',
  policy: editors('contest'),
  says: 'Take a batch out of the count or put it back, or have a settled one entered again by two people; what had been agreed on is kept in the history. What two people entered is taken out by two, and not put back. Only before the count.',
  io: () => ({
    params: ofBatch(),
    body: z.strictObject({
      rev: rev(),
      removed: z.optional(z.boolean()),
      reopen: z.optional(z.literal(true)),
    }),
    output: desk(),
  }),
});

export const decideName = endpoint({
  id: 'decideName',
  method: 'PUT',
  path: '/api/contests/:contest/names',
  policy: editors('contest'),
  says: 'Say whom a written name counts for: a candidate, the name itself or another name, or nobody. Who decided and when is kept; null in `decision` takes it back.',
  io: () => ({
    body: z.strictObject({
      name: words(60),
      decision: z.nullable(z.strictObject({ person: person() })),
    }),
    output: desk(),
  }),
});

export const endVoting = endpoint({
  id: 'endVoting',
  method: 'POST',
  path: '/api/contests/:contest/end',
  policy: editors('contest'),
  says: 'End voting on the spot before its hour, so that counting can begin. Boxes of secret ballots close by the clock alone.',
  io: () => ({ body: z.strictObject({}), output: desk() }),
});

export const countAnew = endpoint({
  id: 'countAnew',
  method: 'POST',
  path: '/api/contests/:contest/anew',
  policy: editors('contest'),
  says: 'Take back a count because an objection to its result was upheld after it: the contest stands again as before the count, the earlier result is kept in the history, and of a secret contest the ledger says so.',
  io: () => ({ body: z.strictObject({ objection: id() }), output: desk() }),
});

export const countContest = endpoint({
  id: 'countContest',
  method: 'POST',
  path: '/api/contests/:contest/count',
  policy: editors('contest'),
  says: 'Count a contest by its rules: all settled batches and, of secret ballots, the opened box together. Counted already, it stays as it is.',
  io: () => ({ body: z.strictObject({}), output: desk() }),
});
