// The tables of composed scorecards, as tables.ts declares the others: what they are made of, reported figures, notes, and
// what was signed off.
import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const scorecard = sqliteTable('scorecard', {
  id: text('id').primaryKey(),
  unit: text('unit').notNull(),
  title: text('title').notNull(),
  /** JSON: schema/scorecards/body.ts */
  body: text('body').notNull(),
  /** 1: others in the branch may start from it */
  template: integer('template').notNull().default(0),
  created_by: text('created_by').notNull(),
  created_at: integer('created_at').notNull(),
  updated_at: integer('updated_at').notNull(),
  removed_at: integer('removed_at'),
  rev: integer('rev').notNull().default(1),
});

export const reported_figure = sqliteTable(
  'reported_figure',
  {
    scorecard: text('scorecard').notNull(),
    measure: text('measure').notNull(),
    /** 2026-11 or 2026-Q4 */
    period: text('period').notNull(),
    unit: text('unit').notNull(),
    value: real('value').notNull(),
    /** where it comes from, in words */
    source: text('source').notNull(),
    /** of which day it is, YYYY-MM-DD */
    day: text('day').notNull(),
    reported_by: text('reported_by').notNull(),
    reported_at: integer('reported_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.scorecard, table.measure, table.period, table.unit] })],
);

export const figure_note = sqliteTable('figure_note', {
  id: text('id').primaryKey(),
  /** a scorecard, or a run */
  card: text('card').notNull(),
  /** of a scorecard; '' of a run */
  period: text('period').notNull(),
  unit: text('unit').notNull(),
  measure: text('measure').notNull(),
  words: text('words').notNull(),
  written_by: text('written_by').notNull(),
  written_at: integer('written_at').notNull(),
  removed_at: integer('removed_at'),
});

export const issued_card = sqliteTable('issued_card', {
  id: text('id').primaryKey(),
  unit: text('unit').notNull(),
  year: integer('year').notNull(),
  number: integer('number').notNull(),
  /** what was signed: `id period` of a scorecard, or the id of a run */
  about: text('about').notNull(),
  title: text('title').notNull(),
  /** JSON: the card (schema/api/composed.ts) with one decimal */
  card: text('card').notNull(),
  sha256: text('sha256').notNull(),
  signer: text('signer').notNull(),
  signed_by: text('signed_by').notNull(),
  signed_at: integer('signed_at').notNull(),
  organiser: text('organiser').notNull(),
  phone: text('phone').notNull(),
  /** the one that this takes the place of, and why */
  corrects: text('corrects'),
  reason: text('reason').notNull().default(''),
});

export const visit = sqliteTable('visit', {
  staff: text('staff').primaryKey(),
  at: integer('at').notNull(),
  /** JSON: answers by run */
  seen: text('seen').notNull(),
  before_at: integer('before_at'),
  before_seen: text('before_seen').notNull().default('{}'),
});
