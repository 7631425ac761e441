-- Grows with every answer that comes in, is corrected or goes: a board with the same number shows the same.
ALTER TABLE campaign ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;

-- 公布版: what residents and public links see of a run's answers, as they stood at one moment.
CREATE TABLE publication (
  campaign TEXT NOT NULL,
  number INTEGER NOT NULL,
  -- making · ready
  state TEXT NOT NULL,
  note TEXT NOT NULL,
  -- staff id, or `system`
  made_by TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- campaign.changes at that moment
  changes INTEGER NOT NULL,
  -- families (a unit and its children) that are decided, in administrative order; the top by itself comes first
  done INTEGER NOT NULL DEFAULT 0,
  ready_at INTEGER,
  PRIMARY KEY (campaign, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE publication_unit (
  campaign TEXT NOT NULL,
  number INTEGER NOT NULL,
  unit TEXT NOT NULL,
  -- JSON: its rows of tally
  tallies TEXT NOT NULL,
  -- JSON: by line, the counts that its last published figures are made of
  seen TEXT,
  -- JSON: lines that keep their older figures or show none, because too little changed; '' is the whole unit
  held TEXT,
  -- the card that is public; null where there is none
  card TEXT,
  -- the publication that the card was first in
  since INTEGER,
  PRIMARY KEY (campaign, number, unit)
) STRICT;
