-- Evaluations 评选. The rules stand in `rules`, as JSON, and do not change once marking begins; those of the next run are the
-- same version while they are the same. Ids of subjects and raters are carried from run to run.
CREATE TABLE evaluation (
  id TEXT PRIMARY KEY,
  unit TEXT NOT NULL,
  title TEXT NOT NULL,
  period TEXT NOT NULL DEFAULT '',
  words TEXT NOT NULL DEFAULT '',
  post TEXT NOT NULL DEFAULT '',
  rules TEXT NOT NULL,
  rules_sha256 TEXT NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  closes_at INTEGER NOT NULL,
  appeal_days INTEGER NOT NULL,
  appeals_until INTEGER,
  line TEXT,
  roll TEXT,
  campaign TEXT,
  seed TEXT NOT NULL DEFAULT '',
  each INTEGER NOT NULL DEFAULT 3,
  decided TEXT NOT NULL DEFAULT '[]',
  decided_words TEXT NOT NULL DEFAULT '',
  result TEXT,
  result_sha256 TEXT,
  opened_at INTEGER,
  final_at INTEGER,
  reason TEXT NOT NULL DEFAULT '',
  organiser TEXT NOT NULL,
  phone TEXT NOT NULL,
  previous TEXT,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_of_unit ON evaluation (unit, created_at);
CREATE INDEX evaluation_of_line ON evaluation (line, state);

CREATE TABLE evaluation_subject (
  evaluation TEXT NOT NULL,
  id TEXT NOT NULL,
  unit TEXT NOT NULL,
  path TEXT NOT NULL,
  name TEXT NOT NULL,
  above TEXT NOT NULL,
  person TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (evaluation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_subject_of_path ON evaluation_subject (evaluation, path);

CREATE TABLE evaluation_rater (
  evaluation TEXT NOT NULL,
  id TEXT NOT NULL,
  grp TEXT NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  path TEXT NOT NULL,
  recused TEXT NOT NULL DEFAULT '[]',
  link_hash TEXT NOT NULL,
  removed_at INTEGER,
  created_at INTEGER NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (evaluation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_rater_of_link ON evaluation_rater (link_hash);

-- Who rates whom, as it was drawn when marking began.
CREATE TABLE evaluation_assignment (
  evaluation TEXT NOT NULL,
  rater TEXT NOT NULL,
  subject TEXT NOT NULL,
  PRIMARY KEY (evaluation, rater, subject)
) STRICT, WITHOUT ROWID;

-- One of a rater (or of a household: the entry of its roll) for a subject. What a household marked loses its entry when the
-- result is final: `rater` is then a random word.
CREATE TABLE evaluation_mark (
  evaluation TEXT NOT NULL,
  subject TEXT NOT NULL,
  grp TEXT NOT NULL,
  rater TEXT NOT NULL,
  marks TEXT NOT NULL,
  at INTEGER NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (evaluation, subject, grp, rater)
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_mark_of_rater ON evaluation_mark (evaluation, rater);

CREATE TABLE evaluation_finding (
  evaluation TEXT NOT NULL,
  id TEXT NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  item TEXT NOT NULL,
  times INTEGER NOT NULL,
  note TEXT NOT NULL,
  photo TEXT,
  found_by TEXT NOT NULL,
  at INTEGER NOT NULL,
  struck_at INTEGER,
  struck_by TEXT,
  struck_reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (evaluation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_finding_of_subject ON evaluation_finding (evaluation, subject, at);

-- 申诉: what the branch of a subject says to its provisional result, and what was decided.
CREATE TABLE evaluation_appeal (
  evaluation TEXT NOT NULL,
  id TEXT NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  words TEXT NOT NULL,
  said_by TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL,
  answer TEXT NOT NULL DEFAULT '',
  decided_by TEXT,
  decided_at INTEGER,
  PRIMARY KEY (evaluation, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_appeal_of_subject ON evaluation_appeal (evaluation, subject, at);
