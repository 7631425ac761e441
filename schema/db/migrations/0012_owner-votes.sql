-- Votes of owners 业主表决: named and signed, counted by heads and by area. Everything that an owner is asked stands in
-- `matters`, as JSON, and does not change once the notice is posted.
CREATE TABLE owner_vote (
  id TEXT PRIMARY KEY,
  unit TEXT NOT NULL,
  title TEXT NOT NULL,
  words TEXT NOT NULL DEFAULT '',
  line TEXT NOT NULL,
  roll TEXT NOT NULL,
  matters TEXT NOT NULL,
  state TEXT NOT NULL,
  opens_at INTEGER NOT NULL,
  closes_at INTEGER NOT NULL,
  notice_days INTEGER NOT NULL,
  notice_ground TEXT NOT NULL DEFAULT '',
  organiser TEXT NOT NULL,
  phone TEXT NOT NULL,
  official TEXT NOT NULL DEFAULT '',
  silence TEXT,
  named TEXT NOT NULL DEFAULT '',
  noticed_at INTEGER,
  closed_at INTEGER,
  announced_at INTEGER,
  cancelled_at INTEGER,
  reason TEXT NOT NULL DEFAULT '',
  result TEXT,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX owner_vote_of_line ON owner_vote (line, opens_at);
CREATE INDEX owner_vote_of_unit ON owner_vote (unit, created_at);

-- What belongs to which head, as the roll has it when the notice is posted. All that is the developer's is the head ''.
CREATE TABLE owner_unit (
  vote TEXT NOT NULL,
  entry TEXT NOT NULL,
  head TEXT NOT NULL,
  unit TEXT NOT NULL,
  area INTEGER NOT NULL,
  PRIMARY KEY (vote, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX owner_unit_of_head ON owner_unit (vote, head, area);
CREATE INDEX owner_unit_of_building ON owner_unit (vote, unit);

-- One of a head. What a later one took the place of, or what was voided, stands in owner_ballot_before.
CREATE TABLE owner_ballot (
  vote TEXT NOT NULL,
  head TEXT NOT NULL,
  entry TEXT NOT NULL,
  choices TEXT NOT NULL,
  channel TEXT NOT NULL,
  signature TEXT,
  sha256 TEXT NOT NULL,
  at INTEGER NOT NULL,
  entered_by TEXT,
  seconded_by TEXT,
  void_at INTEGER,
  void_by TEXT,
  assistant TEXT NOT NULL DEFAULT '',
  void_reason TEXT NOT NULL DEFAULT '',
  rev INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (vote, head)
) STRICT, WITHOUT ROWID;
CREATE INDEX owner_ballot_of_signature ON owner_ballot (vote, signature);

CREATE TABLE owner_ballot_before (
  vote TEXT NOT NULL,
  head TEXT NOT NULL,
  entry TEXT NOT NULL,
  choices TEXT NOT NULL,
  channel TEXT NOT NULL,
  signature TEXT,
  sha256 TEXT NOT NULL,
  at INTEGER NOT NULL,
  entered_by TEXT,
  seconded_by TEXT,
  void_at INTEGER,
  void_by TEXT,
  assistant TEXT NOT NULL,
  void_reason TEXT NOT NULL,
  rev INTEGER NOT NULL,
  PRIMARY KEY (vote, head, rev)
) STRICT, WITHOUT ROWID;
CREATE INDEX owner_ballot_before_of_signature ON owner_ballot_before (vote, signature);

-- A paper ballot as each of those who read it entered it; it counts once two people entered the same. It came in after
-- the ballot of revision `after_rev` (0: none was there), and is put aside when another takes the place of that one.
CREATE TABLE owner_paper (
  vote TEXT NOT NULL,
  head TEXT NOT NULL,
  staff TEXT NOT NULL,
  entry TEXT NOT NULL,
  choices TEXT NOT NULL,
  assistant TEXT NOT NULL,
  after_rev INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (vote, head, staff)
) STRICT, WITHOUT ROWID;

-- Proof that notice and ballot reached a unit.
CREATE TABLE owner_service (
  vote TEXT NOT NULL,
  entry TEXT NOT NULL,
  how TEXT NOT NULL,
  day TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  staff TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (vote, entry)
) STRICT, WITHOUT ROWID;
