-- Rolls: who may take part, down to the household. A frozen version never changes; a correction makes the next version of
-- the same line, with the same ids of entries. Of a phone only its HMAC under the line's own salt is kept.
CREATE TABLE roll (
  id TEXT PRIMARY KEY,
  line TEXT NOT NULL,
  version INTEGER NOT NULL,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL,
  salt TEXT NOT NULL,
  sha256 TEXT,
  posted_at INTEGER,
  frozen_at INTEGER,
  frozen_by TEXT,
  removed_at INTEGER,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX roll_line ON roll (line, version);
CREATE UNIQUE INDEX roll_draft ON roll (line) WHERE state = 'draft' AND removed_at IS NULL;

-- `person` is the name in rolls of persons and empty in others: the same door stands once, or once for each person.
CREATE TABLE roll_entry (
  roll TEXT NOT NULL,
  id TEXT NOT NULL,
  unit TEXT NOT NULL,
  path TEXT NOT NULL,
  stairwell TEXT NOT NULL,
  door TEXT NOT NULL,
  person TEXT NOT NULL,
  floor INTEGER,
  name TEXT NOT NULL,
  contact TEXT,
  area INTEGER,
  owner TEXT NOT NULL DEFAULT '',
  holding TEXT NOT NULL DEFAULT 'sold',
  developer INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL,
  struck_at INTEGER,
  rev INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (roll, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX roll_entry_door ON roll_entry (roll, unit, stairwell, door, person);
CREATE INDEX roll_entry_order ON roll_entry (roll, path, position, id);

-- Counts of a building, made anew with every change to its entries: a city's roll is read as 1,269 of these.
CREATE TABLE roll_unit (
  roll TEXT NOT NULL,
  unit TEXT NOT NULL,
  path TEXT NOT NULL,
  n INTEGER NOT NULL,
  struck INTEGER NOT NULL,
  area INTEGER NOT NULL,
  due INTEGER NOT NULL,
  letters INTEGER NOT NULL,
  PRIMARY KEY (roll, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE roll_objection (
  id TEXT PRIMARY KEY,
  line TEXT NOT NULL,
  entry TEXT,
  unit TEXT,
  words TEXT NOT NULL,
  said_by TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL,
  answer TEXT NOT NULL DEFAULT '',
  answered_by TEXT,
  answered_at INTEGER,
  answered_rev INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX roll_objection_by_line ON roll_objection (line, at);

-- The secret in a letter: only its hash. An entry has one that counts, in whatever version of its roll it stands.
CREATE TABLE credential (
  secret_hash TEXT PRIMARY KEY,
  line TEXT NOT NULL,
  entry TEXT NOT NULL,
  making TEXT NOT NULL,
  issued_at INTEGER NOT NULL,
  printed_at INTEGER,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX credential_in_force ON credential (line, entry) WHERE revoked_at IS NULL;
