-- Scorecards that staff compose: what they are made of, as JSON (schema/scorecards/body.ts).
CREATE TABLE scorecard (
  id TEXT PRIMARY KEY,
  unit TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  template INTEGER NOT NULL DEFAULT 0,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  removed_at INTEGER,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX scorecard_of_unit ON scorecard (unit, updated_at);

-- Figures that no count gives: staff enter them for a unit and period, with their source.
CREATE TABLE reported_figure (
  scorecard TEXT NOT NULL,
  measure TEXT NOT NULL,
  period TEXT NOT NULL,
  unit TEXT NOT NULL,
  value REAL NOT NULL,
  source TEXT NOT NULL,
  day TEXT NOT NULL,
  reported_by TEXT NOT NULL,
  reported_at INTEGER NOT NULL,
  PRIMARY KEY (scorecard, measure, period, unit)
) STRICT, WITHOUT ROWID;

-- `card`: a scorecard with its period, or a run with ''.
CREATE TABLE figure_note (
  id TEXT PRIMARY KEY,
  card TEXT NOT NULL,
  period TEXT NOT NULL,
  unit TEXT NOT NULL,
  measure TEXT NOT NULL,
  words TEXT NOT NULL,
  written_by TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_note_of_card ON figure_note (card, unit, period);
CREATE INDEX figure_note_of_unit ON figure_note (unit, written_at);

-- Cards that were signed off. Nothing changes one: a correction is another row that names it.
CREATE TABLE issued_card (
  id TEXT PRIMARY KEY,
  unit TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  about TEXT NOT NULL,
  title TEXT NOT NULL,
  card TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  signer TEXT NOT NULL,
  signed_by TEXT NOT NULL,
  signed_at INTEGER NOT NULL,
  organiser TEXT NOT NULL,
  phone TEXT NOT NULL,
  corrects TEXT,
  reason TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX issued_number ON issued_card (unit, year, number);
CREATE UNIQUE INDEX issued_correction ON issued_card (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX issued_of_unit ON issued_card (unit, signed_at);

-- The counts that the newest signed figures of a run at a unit were made of.
CREATE TABLE issued_counts (
  campaign TEXT NOT NULL,
  unit TEXT NOT NULL,
  cells TEXT NOT NULL,
  PRIMARY KEY (campaign, unit)
) STRICT, WITHOUT ROWID;

-- When an account last looked at its boards, and what it was told then; `before` is the visit before.
CREATE TABLE visit (
  staff TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  seen TEXT NOT NULL,
  before_at INTEGER,
  before_seen TEXT NOT NULL DEFAULT '{}'
) STRICT, WITHOUT ROWID;
