// The tables as drizzle sees them: the types of rows, column by column. The SQL in migrations/ is the truth (STRICT,
// WITHOUT ROWID, additive); a test holds the two together. Property names are the column names.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export * from './election-tables.ts';
export * from './evaluation-tables.ts';
export * from './owner-vote-tables.ts';
export * from './scorecard-tables.ts';

const at = (name: string) => integer(name);

export const unit = sqliteTable('unit', {
  id: text('id').primaryKey(),
  root: text('root').notNull(),
  parent: text('parent'),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  code: text('code').notNull(),
  /** materialised: `/root/…/id/`, so that a subtree is one range of the index */
  path: text('path').notNull(),
  position: integer('position').notNull(),
  households: integer('households').notNull().default(0),
  /** JSON {name, phone} of the building leader, shown on the building's page */
  contact: text('contact'),
  retired_at: at('retired_at'),
  rev: integer('rev').notNull().default(1),
});

/** The permanent code of a building's page; revoked ones are kept, so that an old poster says what happened. */
export const building_code = sqliteTable('building_code', {
  code: text('code').primaryKey(),
  unit: text('unit').notNull(),
  created_at: at('created_at').notNull(),
  revoked_at: at('revoked_at'),
});

export const staff = sqliteTable('staff', {
  id: text('id').primaryKey(),
  login: text('login').notNull(),
  name: text('name').notNull(),
  /** the unit whose admins manage this account */
  home: text('home').notNull(),
  /** scrypt with its parameters (worker/staff/password.ts); null until an invitation is used */
  password: text('password'),
  must_change: integer('must_change').notNull().default(0),
  disabled_at: at('disabled_at'),
  failures: integer('failures').notNull().default(0),
  failed_at: at('failed_at'),
  created_at: at('created_at').notNull(),
  rev: integer('rev').notNull().default(1),
});

export const staff_grant = sqliteTable(
  'staff_grant',
  { staff: text('staff').notNull(), role: text('role').notNull(), unit: text('unit').notNull() },
  (table) => [primaryKey({ columns: [table.staff, table.role, table.unit] })],
);

export const session = sqliteTable('session', {
  token_hash: text('token_hash').primaryKey(),
  staff: text('staff').notNull(),
  created_at: at('created_at').notNull(),
  seen_at: at('seen_at').notNull(),
});

/** A one-time link by which staff set a password: an invitation or a reset. */
export const invitation = sqliteTable('invitation', {
  token_hash: text('token_hash').primaryKey(),
  staff: text('staff').notNull(),
  created_at: at('created_at').notNull(),
  expires_at: at('expires_at').notNull(),
});

/** Settings of a root unit: organiser, phone, footer, share card, domain files (schema/api/settings.ts). */
export const setting = sqliteTable('setting', {
  root: text('root').primaryKey(),
  body: text('body').notNull(),
  rev: integer('rev').notNull().default(1),
});

export const form = sqliteTable('form', {
  id: text('id').primaryKey(),
  unit: text('unit').notNull(),
  kind: text('kind').notNull(),
  title: text('title').notNull(),
  draft: text('draft').notNull(),
  /** revision of the draft: a save names the one it read */
  rev: integer('rev').notNull().default(1),
  /** newest published version, 0 when none */
  version: integer('version').notNull().default(0),
  /** revision of the draft that the newest version was made from */
  published_rev: integer('published_rev').notNull().default(0),
  created_by: text('created_by').notNull(),
  created_at: at('created_at').notNull(),
  updated_at: at('updated_at').notNull(),
  archived_at: at('archived_at'),
  /** whether its runs usually stand on the pages of their buildings */
  listed: integer('listed').notNull().default(1),
});

export const form_version = sqliteTable(
  'form_version',
  {
    form: text('form').notNull(),
    number: integer('number').notNull(),
    definition: text('definition').notNull(),
    sha256: text('sha256').notNull(),
    note: text('note').notNull().default(''),
    published_by: text('published_by').notNull(),
    published_at: at('published_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.form, table.number] })],
);

/** Who has a form open to write on it, window by window. */
export const form_editor = sqliteTable(
  'form_editor',
  {
    form: text('form').notNull(),
    window: text('window').notNull(),
    staff: text('staff').notNull(),
    seen_at: at('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.form, table.window] })],
);

export const campaign = sqliteTable('campaign', {
  id: text('id').primaryKey(),
  slug: text('slug').notNull(),
  /** the smallest unit that covers the scope: who may read and steer is decided there */
  unit: text('unit').notNull(),
  form: text('form').notNull(),
  version: integer('version').notNull(),
  kind: text('kind').notNull(),
  title: text('title').notNull(),
  /** open · paused · closed; before opens_at and after closes_at the window decides */
  state: text('state').notNull(),
  opens_at: at('opens_at').notNull(),
  closes_at: at('closes_at').notNull(),
  cap: integer('cap'),
  accepted: integer('accepted').notNull().default(0),
  access: text('access').notNull(),
  per_device: integer('per_device').notNull().default(0),
  named: integer('named').notNull(),
  live_result: integer('live_result').notNull().default(0),
  organiser: text('organiser').notNull(),
  phone: text('phone').notNull(),
  /** personal answers are erased this many days after closing; counts stay */
  keep_days: integer('keep_days').notNull(),
  /** pages open in large type */
  care: integer('care').notNull().default(0),
  /** what was done about the result (办得怎么样), shown on building pages */
  outcome: text('outcome').notNull().default(''),
  created_by: text('created_by').notNull(),
  created_at: at('created_at').notNull(),
  erased_at: at('erased_at'),
  rev: integer('rev').notNull().default(1),
  /** 0: on no building page, reached by its own address only */
  listed: integer('listed').notNull().default(1),
  /** said on its receipts, above what the form says */
  thanks: text('thanks').notNull().default(''),
  /** JSON list of the languages that residents may choose; null: all that the form has */
  tongues: text('tongues'),
  /** JSON list of the units that were ticked; null in runs older than this column */
  scope: text('scope'),
  /** the run of the period before */
  previous: text('previous'),
  /** grows with every answer that comes in, is corrected or goes */
  changes: integer('changes').notNull().default(0),
  /** the frozen version of a roll by whose letters it is answered; null where anyone may */
  roll: text('roll'),
});

/** 公布版: what residents and public links see of a run's answers, as they stood at one moment. */
export const publication = sqliteTable(
  'publication',
  {
    campaign: text('campaign').notNull(),
    number: integer('number').notNull(),
    /** making · ready */
    state: text('state').notNull(),
    note: text('note').notNull(),
    /** staff id, or `system` */
    made_by: text('made_by').notNull(),
    at: at('at').notNull(),
    /** campaign.changes at that moment */
    changes: integer('changes').notNull(),
    /** families that are decided, in administrative order; the top by itself comes first */
    done: integer('done').notNull().default(0),
    ready_at: at('ready_at'),
  },
  (table) => [primaryKey({ columns: [table.campaign, table.number] })],
);

export const publication_unit = sqliteTable(
  'publication_unit',
  {
    campaign: text('campaign').notNull(),
    number: integer('number').notNull(),
    unit: text('unit').notNull(),
    /** JSON: its rows of tally */
    tallies: text('tallies').notNull(),
    /** JSON: by line, the counts that its last published figures are made of */
    seen: text('seen'),
    /** JSON: lines held back because too little changed; '' is the whole unit */
    held: text('held'),
    card: text('card'),
    /** the publication that the card was first in */
    since: integer('since'),
  },
  (table) => [primaryKey({ columns: [table.campaign, table.number, table.unit] })],
);

/** What residents were last shown of a run that publishes its result while it is open. */
export const shown_result = sqliteTable(
  'shown_result',
  {
    campaign: text('campaign').notNull(),
    unit: text('unit').notNull(),
    n: integer('n').notNull(),
    /** JSON: by language, titles with their words */
    lines: text('lines').notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaign, table.unit] })],
);

export const campaign_unit = sqliteTable(
  'campaign_unit',
  {
    campaign: text('campaign').notNull(),
    unit: text('unit').notNull(),
    parent: text('parent'),
    /** JSON list of unit ids from the campaign's top unit down to this one */
    chain: text('chain').notNull(),
    path: text('path').notNull(),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    /** names of the units between the campaign's top unit and this one, for people to find it by */
    above: text('above').notNull(),
    /** administrative order within the whole campaign */
    position: integer('position').notNull(),
    /** of all units under it that residents answer for */
    households: integer('households').notNull(),
    /** how many units under it (or it itself) residents answer for */
    places: integer('places').notNull(),
    /** 1 when residents may answer for this unit (a building or other leaf in scope) */
    answers: integer('answers').notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaign, table.unit] })],
);

export const response = sqliteTable('response', {
  seq: integer('seq').primaryKey(),
  campaign: text('campaign').notNull(),
  id: text('id').notNull(),
  version: integer('version').notNull(),
  unit: text('unit').notNull(),
  path: text('path').notNull(),
  chain: text('chain').notNull(),
  grp: text('grp').notNull(),
  /** accepted · void (by staff) · withdrawn (by its holder) */
  state: text('state').notNull(),
  rev: integer('rev').notNull().default(1),
  /** token of the attempt that wrote last: later statements of a batch ask for it */
  attempt: text('attempt').notNull(),
  digest: text('digest').notNull(),
  receipt: text('receipt').notNull(),
  /** the device's mark in campaigns of one per device: taking the response out frees its place */
  device: text('device'),
  answers: text('answers').notNull(),
  delta: text('delta').notNull(),
  /** what the last edit or void adds to the tallies */
  undo: text('undo'),
  day: text('day').notNull(),
  at: at('at').notNull(),
  changed_at: at('changed_at'),
  erased_at: at('erased_at'),
});

export const tally = sqliteTable(
  'tally',
  {
    campaign: text('campaign').notNull(),
    unit: text('unit').notNull(),
    grp: text('grp').notNull(),
    n: integer('n').notNull(),
    counts: text('counts').notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaign, table.unit, table.grp] })],
);

export const day_count = sqliteTable(
  'day_count',
  {
    campaign: text('campaign').notNull(),
    unit: text('unit').notNull(),
    day: text('day').notNull(),
    n: integer('n').notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaign, table.unit, table.day] })],
);

export const participation = sqliteTable(
  'participation',
  {
    campaign: text('campaign').notNull(),
    entry: text('entry').notNull(),
    channel: text('channel').notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaign, table.entry] })],
);

export const share_link = sqliteTable('share_link', {
  token_hash: text('token_hash').primaryKey(),
  campaign: text('campaign').notNull(),
  unit: text('unit').notNull(),
  created_by: text('created_by').notNull(),
  created_at: at('created_at').notNull(),
  expires_at: at('expires_at').notNull(),
  revoked_at: at('revoked_at'),
});

export const audit = sqliteTable('audit', {
  seq: integer('seq').primaryKey(),
  at: at('at').notNull(),
  actor: text('actor').notNull(),
  act: text('act').notNull(),
  target: text('target').notNull(),
  path: text('path').notNull(),
  detail: text('detail').notNull().default('{}'),
});

/** A resident's file; its bytes lie in the object store as `a/<id>`. */
export const attachment = sqliteTable('attachment', {
  id: text('id').primaryKey(),
  campaign: text('campaign').notNull(),
  /** id of the response that names it, or will */
  response: text('response').notNull(),
  question: text('question').notNull(),
  name: text('name').notNull(),
  /** media type, as its bytes tell it */
  media: text('media').notNull(),
  bytes: integer('bytes').notNull(),
  sha256: text('sha256').notNull(),
  sent_at: at('sent_at').notNull(),
  /** the bytes arrived whole */
  stored_at: at('stored_at'),
  /** a response names it; what none names is swept */
  bound_at: at('bound_at'),
});

/** A picture or video of an author, public as `m/<id>`. */
export const media = sqliteTable('media', {
  id: text('id').primaryKey(),
  form: text('form').notNull(),
  media: text('media').notNull(),
  bytes: integer('bytes').notNull(),
  created_by: text('created_by').notNull(),
  created_at: at('created_at').notNull(),
});

/** A published version that new forms may start from, in the branch of a unit. */
export const template = sqliteTable('template', {
  id: text('id').primaryKey(),
  form: text('form').notNull(),
  version: integer('version').notNull(),
  unit: text('unit').notNull(),
  summary: text('summary').notNull(),
  set_by: text('set_by').notNull(),
  set_at: at('set_at').notNull(),
  removed_at: at('removed_at'),
});

/** A question kept to be asked again. */
export const bank_question = sqliteTable('bank_question', {
  id: text('id').primaryKey(),
  unit: text('unit').notNull(),
  owner: text('owner').notNull(),
  /** 1: with all who edit in the unit's branch */
  shared: integer('shared').notNull(),
  question: text('question').notNull(),
  kept_at: at('kept_at').notNull(),
  removed_at: at('removed_at'),
});

/** A link by which people without an account see a draft. */
export const preview_link = sqliteTable('preview_link', {
  token_hash: text('token_hash').primaryKey(),
  form: text('form').notNull(),
  created_by: text('created_by').notNull(),
  created_at: at('created_at').notNull(),
  expires_at: at('expires_at').notNull(),
  revoked_at: at('revoked_at'),
});

/** Who may take part in elections and votes of a branch; one row a version, all of a line with the same ids of entries. */
export const roll = sqliteTable('roll', {
  id: text('id').primaryKey(),
  /** id of its first version */
  line: text('line').notNull(),
  version: integer('version').notNull(),
  /** the branch that it covers */
  unit: text('unit').notNull(),
  /** household · person · owner */
  kind: text('kind').notNull(),
  title: text('title').notNull(),
  /** where it comes from */
  note: text('note').notNull().default(''),
  /** draft · frozen */
  state: text('state').notNull(),
  /** key of the contacts' HMAC, the same in the whole line */
  salt: text('salt').notNull(),
  /** of the frozen version's lines (schema/rolls/canonical.ts) */
  sha256: text('sha256'),
  /** when it was posted for objections */
  posted_at: at('posted_at'),
  frozen_at: at('frozen_at'),
  frozen_by: text('frozen_by'),
  removed_at: at('removed_at'),
  created_by: text('created_by').notNull(),
  created_at: at('created_at').notNull(),
  /** grows with every change to the roll or an entry of it */
  rev: integer('rev').notNull().default(1),
});

export const roll_entry = sqliteTable(
  'roll_entry',
  {
    roll: text('roll').notNull(),
    id: text('id').notNull(),
    /** the building */
    unit: text('unit').notNull(),
    path: text('path').notNull(),
    stairwell: text('stairwell').notNull(),
    door: text('door').notNull(),
    /** the name in rolls of persons, else '' */
    person: text('person').notNull(),
    floor: integer('floor'),
    name: text('name').notNull(),
    /** HMAC of the phone; the phone itself is not kept */
    contact: text('contact'),
    /** hundredths of a square metre */
    area: integer('area'),
    /** units of one owner share it */
    owner: text('owner').notNull().default(''),
    /** sold · unsold · undelivered */
    holding: text('holding').notNull().default('sold'),
    developer: integer('developer').notNull().default(0),
    position: integer('position').notNull(),
    struck_at: at('struck_at'),
    rev: integer('rev').notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.roll, table.id] })],
);

export const roll_unit = sqliteTable(
  'roll_unit',
  {
    roll: text('roll').notNull(),
    unit: text('unit').notNull(),
    path: text('path').notNull(),
    n: integer('n').notNull(),
    struck: integer('struck').notNull(),
    area: integer('area').notNull(),
    /** entries that a letter goes to: not those of the developer, who has one for all */
    due: integer('due').notNull(),
    /** those of them whose letter is printed and in force */
    letters: integer('letters').notNull(),
  },
  (table) => [primaryKey({ columns: [table.roll, table.unit] })],
);

export const roll_objection = sqliteTable('roll_objection', {
  id: text('id').primaryKey(),
  line: text('line').notNull(),
  entry: text('entry'),
  unit: text('unit'),
  words: text('words').notNull(),
  said_by: text('said_by').notNull(),
  at: at('at').notNull(),
  /** open · upheld · refused */
  state: text('state').notNull(),
  answer: text('answer').notNull().default(''),
  answered_by: text('answered_by'),
  answered_at: at('answered_at'),
  /** of the draft as it was then; null without one */
  answered_rev: integer('answered_rev'),
});

/** What a letter's secret opens. */
export const credential = sqliteTable('credential', {
  secret_hash: text('secret_hash').primaryKey(),
  line: text('line').notNull(),
  entry: text('entry').notNull(),
  /** names the letters that were handed out together */
  making: text('making').notNull(),
  issued_at: at('issued_at').notNull(),
  /** staff said that its letter is printed */
  printed_at: at('printed_at'),
  revoked_at: at('revoked_at'),
});
