// The tables of elections, as tables.ts declares the others: who stands, who watches, who took part, what was cast.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const election = sqliteTable('election', {
  id: text('id').primaryKey(),
  slug: text('slug').notNull(),
  unit: text('unit').notNull(),
  title: text('title').notNull(),
  /** what is elected: 楼栋长 */
  post: text('post').notNull(),
  /** spot (paper or hands) · sealed (by phone, three locks) · nominations (only that) */
  preset: text('preset').notNull(),
  /** 1: ballots are handed out on earlier days than they are cast */
  phases: integer('phases').notNull().default(0),
  /** JSON: the rule pack (schema/elections/pack.ts), frozen with each contest */
  pack: text('pack').notNull(),
  /** the roll whose entries are the electors */
  roll: text('roll'),
  /** JSON: the days of its stages, worked back from the voting day */
  days: text('days').notNull(),
  /** how many tellers open a box together */
  quorum: integer('quorum').notNull().default(2),
  organiser: text('organiser').notNull(),
  phone: text('phone').notNull(),
  words: text('words').notNull().default(''),
  listed: integer('listed').notNull().default(1),
  cancelled_at: integer('cancelled_at'),
  created_by: text('created_by').notNull(),
  created_at: integer('created_at').notNull(),
  /** 1: test ballots, nothing of it is ever a result */
  rehearsal: integer('rehearsal').notNull().default(0),
  rev: integer('rev').notNull().default(1),
});

export const contest = sqliteTable('contest', {
  id: text('id').primaryKey(),
  election: text('election').notNull(),
  unit: text('unit').notNull(),
  path: text('path').notNull(),
  /** of its unit as it stood, and of the units above it */
  name: text('name').notNull(),
  above: text('above').notNull(),
  position: integer('position').notNull(),
  seats: integer('seats').notNull(),
  round: integer('round').notNull().default(1),
  /** by which rules of the pack it is held: first · second · runOff */
  kind: text('kind').notNull().default('first'),
  /** the contest whose second round this is */
  before: text('before'),
  /** JSON: its own days; null: those of the election */
  days: text('days'),
  /** preparing · frozen · open · closed · opened · counted · announced · cancelled */
  state: text('state').notNull(),
  /** why it was cancelled */
  reason: text('reason').notNull().default(''),
  /** electors on the roll when it was frozen */
  registered: integer('registered'),
  /** public key of the blind signatures of this contest; its private part, encrypted under the secret of the server */
  issuer: text('issuer'),
  issuer_secret: text('issuer_secret'),
  frozen_at: integer('frozen_at'),
  opened_at: integer('opened_at'),
  closed_at: integer('closed_at'),
  counted_at: integer('counted_at'),
  announced_by: text('announced_by'),
  /** JSON: who checked in, by channel and with whose help, as it was counted */
  took: text('took'),
  /** JSON: what was counted, with the rules by which */
  result: text('result'),
  announced_at: integer('announced_at'),
  /** the version of the roll that it was frozen with */
  roll: text('roll'),
  /** the key that signs receipts, encrypted as the issuer's is */
  receipts_secret: text('receipts_secret'),
  /** from when to when ballots are handed out and cast, as frozen; the same in one sitting */
  check_in_from: integer('check_in_from'),
  check_in_to: integer('check_in_to'),
  voting_from: integer('voting_from'),
  voting_to: integer('voting_to'),
  rev: integer('rev').notNull().default(1),
});

export const candidate = sqliteTable('candidate', {
  id: text('id').primaryKey(),
  contest: text('contest').notNull(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  line: text('line').notNull().default(''),
  photo: text('photo'),
  /** self · resident · party · community */
  source: text('source').notNull(),
  said_by: text('said_by').notNull().default(''),
  /** how to reach who was proposed, until that is decided or the contest is frozen */
  contact: text('contact'),
  /** hash of the mark of the device that proposed */
  device: text('device'),
  /** agreed that name and picture are posted */
  consent: integer('consent').notNull().default(0),
  /** proposed · accepted · refused · withdrawn */
  state: text('state').notNull(),
  reason: text('reason').notNull().default(''),
  at: integer('at').notNull(),
  decided_by: text('decided_by'),
  decided_at: integer('decided_at'),
  rev: integer('rev').notNull().default(1),
});

export const contest_objection = sqliteTable('contest_objection', {
  id: text('id').primaryKey(),
  contest: text('contest').notNull(),
  /** roll · candidates · result */
  about: text('about').notNull(),
  words: text('words').notNull(),
  said_by: text('said_by').notNull(),
  at: integer('at').notNull(),
  /** open · upheld · refused */
  state: text('state').notNull(),
  answer: text('answer').notNull().default(''),
  answered_by: text('answered_by'),
  answered_at: integer('answered_at'),
});

export const teller = sqliteTable('teller', {
  id: text('id').primaryKey(),
  election: text('election').notNull(),
  /** watches over all contests of the election at or under it */
  unit: text('unit').notNull(),
  path: text('path').notNull(),
  name: text('name').notNull(),
  link_hash: text('link_hash').notNull(),
  opening_key: text('opening_key'),
  signing_key: text('signing_key'),
  /** the saved key card was read again and opened a test ballot */
  proved_at: integer('proved_at'),
  created_by: text('created_by').notNull(),
  created_at: integer('created_at').notNull(),
  removed_at: integer('removed_at'),
  rev: integer('rev').notNull().default(1),
});

export const check_in = sqliteTable(
  'check_in',
  {
    contest: text('contest').notNull(),
    entry: text('entry').notNull(),
    /** token (by phone) · paper */
    channel: text('channel').notNull(),
    day: text('day').notNull(),
    blinded: text('blinded'),
    reply: text('reply'),
    /** of a paper ballot: the press of the button that handed it out, so that the same one sent again is known */
    press: text('press'),
    /** roll entry of who took the ballot by a written proxy */
    holder: text('holder'),
    /** staff who helped the elector, and why; null: the elector took it unaided */
    assisted_by: text('assisted_by'),
    reason: text('reason').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.contest, table.entry] })],
);

export const ballot = sqliteTable('ballot', {
  /** SHA-256, in hexadecimal, of the public key that the elector made; nothing of the elector went into it */
  id: text('id').primaryKey(),
  contest: text('contest').notNull(),
  key: text('key').notNull(),
  /** blind signature over that key */
  token: text('token').notNull(),
  sealed: text('sealed').notNull(),
  counter: integer('counter').notNull(),
  signature: text('signature').notNull(),
  leaf: text('leaf').notNull(),
});

export const superseded = sqliteTable(
  'superseded',
  {
    contest: text('contest').notNull(),
    id: text('id').notNull(),
    counter: integer('counter').notNull(),
    leaf: text('leaf').notNull(),
  },
  (table) => [primaryKey({ columns: [table.contest, table.id, table.counter] })],
);

export const ledger_entry = sqliteTable(
  'ledger_entry',
  {
    contest: text('contest').notNull(),
    seq: integer('seq').notNull(),
    body: text('body').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.contest, table.seq] })],
);

export const ledger_signature = sqliteTable(
  'ledger_signature',
  {
    contest: text('contest').notNull(),
    seq: integer('seq').notNull(),
    teller: text('teller').notNull(),
    signature: text('signature').notNull(),
  },
  (table) => [primaryKey({ columns: [table.contest, table.seq, table.teller] })],
);

export const opening = sqliteTable(
  'opening',
  {
    contest: text('contest').notNull(),
    teller: text('teller').notNull(),
    commitment: text('commitment').notNull(),
    shares: text('shares'),
    /** the teller's signature to go on without those who have not come: what does not open then is void */
    goes_on: text('goes_on'),
  },
  (table) => [primaryKey({ columns: [table.contest, table.teller] })],
);

export const opened_ballot = sqliteTable(
  'opened_ballot',
  {
    contest: text('contest').notNull(),
    leaf: text('leaf').notNull(),
    /** the ballot's seed in base64url, where one was found */
    seed: text('seed'),
    /** what it held, in base64url; of a void ballot none */
    content: text('content'),
    /** why it is void (schema/elections/open.ts) */
    why: text('why'),
  },
  (table) => [primaryKey({ columns: [table.contest, table.leaf] })],
);

export const paper_batch = sqliteTable('paper_batch', {
  id: text('id').primaryKey(),
  contest: text('contest').notNull(),
  name: text('name').notNull(),
  /** paper · hands */
  method: text('method').notNull(),
  /** canonical JSON of the sheet (schema/elections/count-sheet.ts): as one entered it, as another did, as both say */
  first: text('first'),
  first_by: text('first_by'),
  second: text('second'),
  second_by: text('second_by'),
  agreed: text('agreed'),
  agreed_at: integer('agreed_at'),
  /** when what two people had entered was sent back to be entered again */
  reopened_at: integer('reopened_at'),
  /** who asked to leave out what two people entered; another one has to say so too */
  out_by: text('out_by'),
  removed_at: integer('removed_at'),
  created_by: text('created_by').notNull(),
  created_at: integer('created_at').notNull(),
  rev: integer('rev').notNull().default(1),
});

export const name_decision = sqliteTable(
  'name_decision',
  {
    contest: text('contest').notNull(),
    /** as it is read (schema/elections/names.ts) */
    name: text('name').notNull(),
    /** whom it counts for; null: nobody who can be elected */
    person: text('person'),
    decided_by: text('decided_by').notNull(),
    decided_at: integer('decided_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.contest, table.name] })],
);

export const proxy = sqliteTable(
  'proxy',
  {
    contest: text('contest').notNull(),
    /** roll entries: who is away, and who votes for them */
    principal: text('principal').notNull(),
    holder: text('holder').notNull(),
    relation: text('relation').notNull(),
    relative: integer('relative').notNull(),
    /** on which it was asked for, YYYY-MM-DD */
    day: text('day').notNull(),
    created_by: text('created_by').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.contest, table.principal] })],
);
