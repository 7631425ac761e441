// The tables of evaluations, as tables.ts declares the others: rules, who is rated, who rates, marks, what was found, appeals.
import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const evaluation = sqliteTable('evaluation', {
  id: text('id').primaryKey(),
  unit: text('unit').notNull(),
  title: text('title').notNull(),
  /** which month or quarter it is, as people say it */
  period: text('period').notNull().default(''),
  words: text('words').notNull().default(''),
  /** the post whose holders are rated; '': areas are */
  post: text('post').notNull().default(''),
  /** canonical JSON: Rules (schema/evaluations/scheme.ts) */
  rules: text('rules').notNull(),
  rules_sha256: text('rules_sha256').notNull(),
  /** grows from run to run only where the rules are others */
  version: integer('version').notNull(),
  /** draft · rating · provisional · final · cancelled */
  state: text('state').notNull(),
  closes_at: integer('closes_at').notNull(),
  appeal_days: integer('appeal_days').notNull(),
  appeals_until: integer('appeals_until'),
  /** of the roll of households whose letters open the marking; `roll` is its newest final version at the beginning */
  line: text('line'),
  roll: text('roll'),
  /** a run whose open answers are shown as popularity beside the score */
  campaign: text('campaign'),
  /** of the experts' draw, and how many each subject gets */
  seed: text('seed').notNull().default(''),
  each: integer('each').notNull().default(3),
  /** JSON: ids of subjects with equal scores in the order that somebody decided, and how it was decided */
  decided: text('decided').notNull().default('[]'),
  decided_words: text('decided_words').notNull().default(''),
  /** JSON: FrozenResult (schema/api/evaluation-shapes.ts); the hash is of this very text */
  result: text('result'),
  result_sha256: text('result_sha256'),
  opened_at: integer('opened_at'),
  final_at: integer('final_at'),
  /** why it was cancelled */
  reason: text('reason').notNull().default(''),
  organiser: text('organiser').notNull(),
  phone: text('phone').notNull(),
  previous: text('previous'),
  created_by: text('created_by').notNull(),
  created_at: integer('created_at').notNull(),
  rev: integer('rev').notNull().default(1),
  /** JSON: Posted (schema/evaluations/posted.ts), once it was opened to everybody; the hash is of this very text */
  posted: text('posted'),
  posted_sha256: text('posted_sha256'),
  /** null: not open, or no more */
  posted_at: integer('posted_at'),
});

const of = () => text('evaluation').notNull();

export const evaluation_subject = sqliteTable(
  'evaluation_subject',
  {
    evaluation: of(),
    id: text('id').notNull(),
    unit: text('unit').notNull(),
    path: text('path').notNull(),
    name: text('name').notNull(),
    /** names of the areas above it within the evaluation's own */
    above: text('above').notNull(),
    /** '' where the area itself is rated */
    person: text('person').notNull(),
    position: integer('position').notNull(),
    /** of a person's own household: doorKey (schema/rolls/doors.ts); '' where it is not told */
    door: text('door').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.evaluation, table.id] })],
);

export const evaluation_rater = sqliteTable(
  'evaluation_rater',
  {
    evaluation: of(),
    id: text('id').notNull(),
    /** GroupKind */
    grp: text('grp').notNull(),
    name: text('name').notNull(),
    unit: text('unit').notNull(),
    path: text('path').notNull(),
    /** JSON: ids of subjects that they keep out of */
    recused: text('recused').notNull().default('[]'),
    link_hash: text('link_hash').notNull(),
    removed_at: integer('removed_at'),
    created_at: integer('created_at').notNull(),
    rev: integer('rev').notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.evaluation, table.id] })],
);

export const evaluation_assignment = sqliteTable(
  'evaluation_assignment',
  {
    evaluation: of(),
    /** a rater; or a building, for the households that the roll has in it */
    rater: text('rater').notNull(),
    subject: text('subject').notNull(),
  },
  (table) => [primaryKey({ columns: [table.evaluation, table.rater, table.subject] })],
);

export const evaluation_mark = sqliteTable(
  'evaluation_mark',
  {
    evaluation: of(),
    subject: text('subject').notNull(),
    grp: text('grp').notNull(),
    /** of a household the entry of its roll, until marking ends: then a random word */
    rater: text('rater').notNull(),
    /** JSON: MarkList (schema/evaluations/score.ts) */
    marks: text('marks').notNull(),
    at: integer('at').notNull(),
    rev: integer('rev').notNull().default(1),
    /** id of the upheld appeal that they count nothing for */
    left_out: text('left_out'),
    /** JSON: what they were before upheld appeals put them right, the oldest first: { appeal, marks } */
    was: text('was').notNull().default('[]'),
  },
  (table) => [primaryKey({ columns: [table.evaluation, table.subject, table.grp, table.rater] })],
);

export const evaluation_finding = sqliteTable(
  'evaluation_finding',
  {
    evaluation: of(),
    id: text('id').notNull(),
    subject: text('subject').notNull(),
    /** deduction · bonus · veto · reading */
    kind: text('kind').notNull(),
    item: text('item').notNull(),
    /** of a reading, the figure without its decimals */
    times: integer('times').notNull(),
    note: text('note').notNull(),
    /** id of the picture */
    photo: text('photo'),
    found_by: text('found_by').notNull(),
    at: integer('at').notNull(),
    struck_at: integer('struck_at'),
    struck_by: text('struck_by'),
    struck_reason: text('struck_reason').notNull().default(''),
    /** the figure; null of what is none, and of those kept before they had decimals */
    reading: real('reading'),
  },
  (table) => [primaryKey({ columns: [table.evaluation, table.id] })],
);

export const evaluation_appeal = sqliteTable(
  'evaluation_appeal',
  {
    evaluation: of(),
    id: text('id').notNull(),
    subject: text('subject').notNull(),
    /** answer · object */
    kind: text('kind').notNull(),
    words: text('words').notNull(),
    said_by: text('said_by').notNull(),
    entered_by: text('entered_by').notNull(),
    at: integer('at').notNull(),
    /** noted (an answer) · open · upheld · refused */
    state: text('state').notNull(),
    answer: text('answer').notNull().default(''),
    decided_by: text('decided_by'),
    decided_at: integer('decided_at'),
    /** findings that were taken off or put right for it, and raters whose marks are left out or put right */
    changed: integer('changed').notNull().default(0),
    /** AppealEffect (schema/evaluations/decision.ts); null until it is decided, and of those decided before it was kept */
    effect: text('effect'),
  },
  (table) => [primaryKey({ columns: [table.evaluation, table.id] })],
);
