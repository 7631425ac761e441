-- Elections: one for a whole branch, with a contest for each building; who stands in it, who watches over it, what became
-- of it. No column, key, order or time joins a ballot to a check-in: `ballot` knows its contest and nothing of a roll.
CREATE TABLE election (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL,
  title TEXT NOT NULL,
  post TEXT NOT NULL,
  preset TEXT NOT NULL,
  phases INTEGER NOT NULL DEFAULT 0,
  pack TEXT NOT NULL,
  roll TEXT,
  days TEXT NOT NULL,
  quorum INTEGER NOT NULL DEFAULT 2,
  organiser TEXT NOT NULL,
  phone TEXT NOT NULL,
  words TEXT NOT NULL DEFAULT '',
  listed INTEGER NOT NULL DEFAULT 1,
  cancelled_at INTEGER,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  rehearsal INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX election_by_unit ON election (unit, created_at);

CREATE TABLE contest (
  id TEXT PRIMARY KEY,
  election TEXT NOT NULL,
  unit TEXT NOT NULL,
  path TEXT NOT NULL,
  name TEXT NOT NULL,
  above TEXT NOT NULL,
  position INTEGER NOT NULL,
  seats INTEGER NOT NULL,
  round INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL DEFAULT 'first',
  before TEXT,
  days TEXT,
  state TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  registered INTEGER,
  issuer TEXT,
  issuer_secret TEXT,
  frozen_at INTEGER,
  opened_at INTEGER,
  closed_at INTEGER,
  counted_at INTEGER,
  announced_by TEXT,
  took TEXT,
  result TEXT,
  announced_at INTEGER,
  roll TEXT,
  receipts_secret TEXT,
  check_in_from INTEGER,
  check_in_to INTEGER,
  voting_from INTEGER,
  voting_to INTEGER,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX contest_once ON contest (election, unit, round);
CREATE INDEX contest_order ON contest (election, path, round);
CREATE INDEX contest_by_unit ON contest (unit);
CREATE INDEX contest_by_state ON contest (state, check_in_from);

CREATE TABLE candidate (
  id TEXT PRIMARY KEY,
  contest TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  line TEXT NOT NULL DEFAULT '',
  photo TEXT,
  source TEXT NOT NULL,
  said_by TEXT NOT NULL DEFAULT '',
  contact TEXT,
  device TEXT,
  consent INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  decided_by TEXT,
  decided_at INTEGER,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX candidate_order ON candidate (contest, position);
CREATE UNIQUE INDEX candidate_once_a_device ON candidate (contest, device) WHERE device IS NOT NULL;
CREATE INDEX candidate_with_contact ON candidate (contest) WHERE contact IS NOT NULL;

CREATE TABLE contest_objection (
  id TEXT PRIMARY KEY,
  contest TEXT NOT NULL,
  about TEXT NOT NULL,
  words TEXT NOT NULL,
  said_by TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL,
  answer TEXT NOT NULL DEFAULT '',
  answered_by TEXT,
  answered_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX contest_objection_by_contest ON contest_objection (contest, at);

-- A teller's link is a secret of which only the hash is kept; both keys are made on the teller's own device.
CREATE TABLE teller (
  id TEXT PRIMARY KEY,
  election TEXT NOT NULL,
  unit TEXT NOT NULL,
  path TEXT NOT NULL,
  name TEXT NOT NULL,
  link_hash TEXT NOT NULL UNIQUE,
  opening_key TEXT,
  signing_key TEXT,
  proved_at INTEGER,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  removed_at INTEGER,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX teller_of_election ON teller (election, path);

-- Who took part, and how; of the hour it says nothing. What was blinded and its reply are kept, so that a lost reply can be
-- asked for again.
CREATE TABLE check_in (
  contest TEXT NOT NULL,
  entry TEXT NOT NULL,
  channel TEXT NOT NULL,
  day TEXT NOT NULL,
  blinded TEXT,
  reply TEXT,
  press TEXT,
  holder TEXT,
  assisted_by TEXT,
  reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (contest, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE ballot (
  id TEXT PRIMARY KEY,
  contest TEXT NOT NULL,
  key TEXT NOT NULL,
  token TEXT NOT NULL,
  sealed TEXT NOT NULL,
  counter INTEGER NOT NULL,
  signature TEXT NOT NULL,
  leaf TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ballot_of_contest ON ballot (contest, leaf);

-- What a later vote of the same key took the place of; published when the box is closed.
CREATE TABLE superseded (
  contest TEXT NOT NULL,
  id TEXT NOT NULL,
  counter INTEGER NOT NULL,
  leaf TEXT NOT NULL,
  PRIMARY KEY (contest, id, counter)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger_entry (
  contest TEXT NOT NULL,
  seq INTEGER NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (contest, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger_signature (
  contest TEXT NOT NULL,
  seq INTEGER NOT NULL,
  teller TEXT NOT NULL,
  signature TEXT NOT NULL,
  PRIMARY KEY (contest, seq, teller)
) STRICT, WITHOUT ROWID;

-- A teller's shares of all ballots of a contest: their hash first, themselves once all that are present have said theirs.
CREATE TABLE opening (
  contest TEXT NOT NULL,
  teller TEXT NOT NULL,
  commitment TEXT NOT NULL,
  shares TEXT,
  goes_on TEXT,
  PRIMARY KEY (contest, teller)
) STRICT, WITHOUT ROWID;

-- What the tellers found in each ballot, in the order of the box: a row as soon as the server found the same.
CREATE TABLE opened_ballot (
  contest TEXT NOT NULL,
  leaf TEXT NOT NULL,
  seed TEXT,
  content TEXT,
  why TEXT,
  PRIMARY KEY (contest, leaf)
) STRICT, WITHOUT ROWID;

-- Paper ballots and shows of hands: a sheet entered twice, by two people, which counts once both say the same.
CREATE TABLE paper_batch (
  id TEXT PRIMARY KEY,
  contest TEXT NOT NULL,
  name TEXT NOT NULL,
  method TEXT NOT NULL,
  first TEXT,
  first_by TEXT,
  second TEXT,
  second_by TEXT CHECK (second_by <> first_by),
  agreed TEXT,
  agreed_at INTEGER,
  reopened_at INTEGER,
  out_by TEXT,
  removed_at INTEGER,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_batch_of_contest ON paper_batch (contest, created_at);

-- What the people who count decided about a written name, before the count; a person of null is nobody.
CREATE TABLE name_decision (
  contest TEXT NOT NULL,
  name TEXT NOT NULL,
  person TEXT,
  decided_by TEXT NOT NULL,
  decided_at INTEGER NOT NULL,
  PRIMARY KEY (contest, name)
) STRICT, WITHOUT ROWID;

-- Who votes for whom, by entries of the roll.
CREATE TABLE proxy (
  contest TEXT NOT NULL,
  principal TEXT NOT NULL,
  holder TEXT NOT NULL,
  relation TEXT NOT NULL,
  relative INTEGER NOT NULL,
  day TEXT NOT NULL,
  created_by TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (contest, principal)
) STRICT, WITHOUT ROWID;
CREATE INDEX proxy_of_holder ON proxy (contest, holder);
