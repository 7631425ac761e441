// The tables of owners' votes, as tables.ts declares the others: what is asked, what belongs to whom, what each head said.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const owner_vote = sqliteTable('owner_vote', {
  id: text('id').primaryKey(),
  unit: text('unit').notNull(),
  title: text('title').notNull(),
  words: text('words').notNull().default(''),
  /** of the roll of owners; `roll` is its newest final version when the notice is posted */
  line: text('line').notNull(),
  roll: text('roll').notNull(),
  /** JSON: OwnerMatter[] (schema/elections/owner-vote.ts) */
  matters: text('matters').notNull(),
  /** preparing · notice (votes are taken from opens_at to closes_at) · closed · announced · cancelled */
  state: text('state').notNull(),
  opens_at: integer('opens_at').notNull(),
  closes_at: integer('closes_at').notNull(),
  notice_days: integer('notice_days').notNull(),
  /** the rule by which fewer days are enough than the regulation has; '' where they are not fewer */
  notice_ground: text('notice_ground').notNull().default(''),
  organiser: text('organiser').notNull(),
  phone: text('phone').notNull(),
  /** where the law has the binding vote cast; '': this is the binding one */
  official: text('official').notNull().default(''),
  /** JSON: Silence; null: who says nothing has not taken part */
  silence: text('silence'),
  /** why the list that is posted says who chose what; '': it says who took part and no more */
  named: text('named').notNull().default(''),
  noticed_at: integer('noticed_at'),
  closed_at: integer('closed_at'),
  announced_at: integer('announced_at'),
  cancelled_at: integer('cancelled_at'),
  /** why it was cancelled */
  reason: text('reason').notNull().default(''),
  /** JSON: VoteResult */
  result: text('result'),
  created_by: text('created_by').notNull(),
  created_at: integer('created_at').notNull(),
  rev: integer('rev').notNull().default(1),
});

export const owner_unit = sqliteTable(
  'owner_unit',
  {
    vote: text('vote').notNull(),
    entry: text('entry').notNull(),
    /** schema/rolls/heads.ts */
    head: text('head').notNull(),
    /** the building */
    unit: text('unit').notNull(),
    /** hundredths of a square metre */
    area: integer('area').notNull(),
  },
  (table) => [primaryKey({ columns: [table.vote, table.entry] })],
);

const ballot = {
  vote: text('vote').notNull(),
  head: text('head').notNull(),
  /** whose letter was used, or which unit's paper */
  entry: text('entry').notNull(),
  /** canonical JSON: the choice by id of the matter */
  choices: text('choices').notNull(),
  /** self · assisted · paper */
  channel: text('channel').notNull(),
  /** SHA-256 of the picture of the signature; null: it stands on the paper */
  signature: text('signature'),
  /** of ownerBallotText (schema/elections/owner-vote.ts) */
  sha256: text('sha256').notNull(),
  at: integer('at').notNull(),
  /** staff who entered the paper, and who entered the same */
  entered_by: text('entered_by'),
  seconded_by: text('seconded_by'),
  void_at: integer('void_at'),
  void_by: text('void_by'),
};

export const owner_ballot = sqliteTable(
  'owner_ballot',
  {
    ...ballot,
    /** who helped, as the owner says */
    assistant: text('assistant').notNull().default(''),
    void_reason: text('void_reason').notNull().default(''),
    rev: integer('rev').notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.vote, table.head] })],
);

export const owner_ballot_before = sqliteTable(
  'owner_ballot_before',
  {
    ...ballot,
    assistant: text('assistant').notNull(),
    void_reason: text('void_reason').notNull(),
    rev: integer('rev').notNull(),
  },
  (table) => [primaryKey({ columns: [table.vote, table.head, table.rev] })],
);

export const owner_paper = sqliteTable(
  'owner_paper',
  {
    vote: text('vote').notNull(),
    head: text('head').notNull(),
    staff: text('staff').notNull(),
    entry: text('entry').notNull(),
    choices: text('choices').notNull(),
    /** who filled it in for the owner, as the paper says */
    assistant: text('assistant').notNull(),
    /** revision of the ballot that it came in after; 0: none was there */
    after_rev: integer('after_rev').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.vote, table.head, table.staff] })],
);

export const owner_service = sqliteTable(
  'owner_service',
  {
    vote: text('vote').notNull(),
    entry: text('entry').notNull(),
    how: text('how').notNull(),
    day: text('day').notNull(),
    note: text('note').notNull().default(''),
    staff: text('staff').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.vote, table.entry] })],
);
