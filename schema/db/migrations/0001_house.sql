-- The house: units, staff, forms, campaigns, responses and their tallies. Times are milliseconds since 1970 (UTC).
CREATE TABLE unit (
  id TEXT PRIMARY KEY,
  root TEXT NOT NULL,
  parent TEXT,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  path TEXT NOT NULL,
  position INTEGER NOT NULL,
  households INTEGER NOT NULL DEFAULT 0,
  contact TEXT,
  retired_at INTEGER,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX unit_by_code ON unit (root, code);
CREATE UNIQUE INDEX unit_by_path ON unit (path);
CREATE INDEX unit_by_parent ON unit (parent, position);

CREATE TABLE building_code (
  code TEXT PRIMARY KEY,
  unit TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX building_code_by_unit ON building_code (unit) WHERE revoked_at IS NULL;

CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  home TEXT NOT NULL,
  password TEXT,
  must_change INTEGER NOT NULL DEFAULT 0,
  disabled_at INTEGER,
  failures INTEGER NOT NULL DEFAULT 0,
  failed_at INTEGER,
  created_at INTEGER NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_by_home ON staff (home);

CREATE TABLE staff_grant (
  staff TEXT NOT NULL,
  role TEXT NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (staff, role, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_grant_by_unit ON staff_grant (unit);

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  staff TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_staff ON session (staff);

CREATE TABLE invitation (
  token_hash TEXT PRIMARY KEY,
  staff TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX invitation_by_staff ON invitation (staff);

CREATE TABLE setting (
  root TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE form (
  id TEXT PRIMARY KEY,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  draft TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  version INTEGER NOT NULL DEFAULT 0,
  published_rev INTEGER NOT NULL DEFAULT 0,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX form_by_unit ON form (unit, updated_at);

CREATE TABLE form_version (
  form TEXT NOT NULL,
  number INTEGER NOT NULL,
  definition TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  published_by TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  PRIMARY KEY (form, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE campaign (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL,
  form TEXT NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  opens_at INTEGER NOT NULL,
  closes_at INTEGER NOT NULL,
  cap INTEGER,
  accepted INTEGER NOT NULL DEFAULT 0,
  access TEXT NOT NULL,
  per_device INTEGER NOT NULL DEFAULT 0,
  named INTEGER NOT NULL,
  live_result INTEGER NOT NULL DEFAULT 0,
  organiser TEXT NOT NULL,
  phone TEXT NOT NULL,
  keep_days INTEGER NOT NULL,
  care INTEGER NOT NULL DEFAULT 0,
  outcome TEXT NOT NULL DEFAULT '',
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  erased_at INTEGER,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX campaign_by_unit ON campaign (unit, created_at);
CREATE INDEX campaign_by_form ON campaign (form);

-- The tree as it stood when the campaign opened. chain: ids from the campaign's top unit down to this one.
CREATE TABLE campaign_unit (
  campaign TEXT NOT NULL,
  unit TEXT NOT NULL,
  parent TEXT,
  chain TEXT NOT NULL,
  path TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  above TEXT NOT NULL,
  position INTEGER NOT NULL,
  households INTEGER NOT NULL,
  places INTEGER NOT NULL,
  answers INTEGER NOT NULL,
  PRIMARY KEY (campaign, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX campaign_unit_by_parent ON campaign_unit (campaign, parent, position);
CREATE INDEX campaign_unit_by_unit ON campaign_unit (unit, campaign);

CREATE TABLE response (
  seq INTEGER PRIMARY KEY,
  campaign TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  unit TEXT NOT NULL,
  path TEXT NOT NULL,
  chain TEXT NOT NULL,
  grp TEXT NOT NULL,
  state TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  attempt TEXT NOT NULL,
  digest TEXT NOT NULL,
  receipt TEXT NOT NULL,
  device TEXT,
  answers TEXT NOT NULL,
  delta TEXT NOT NULL,
  undo TEXT,
  day TEXT NOT NULL,
  at INTEGER NOT NULL,
  changed_at INTEGER,
  erased_at INTEGER
) STRICT;
CREATE UNIQUE INDEX response_by_id ON response (campaign, id);
CREATE UNIQUE INDEX response_by_receipt ON response (receipt);
CREATE INDEX response_by_path ON response (campaign, path, seq);

CREATE TABLE tally (
  campaign TEXT NOT NULL,
  unit TEXT NOT NULL,
  grp TEXT NOT NULL,
  n INTEGER NOT NULL,
  counts TEXT NOT NULL,
  PRIMARY KEY (campaign, unit, grp)
) STRICT, WITHOUT ROWID;

CREATE TABLE day_count (
  campaign TEXT NOT NULL,
  unit TEXT NOT NULL,
  day TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (campaign, unit, day)
) STRICT, WITHOUT ROWID;

-- Who took part, apart from what was answered: a device now, a household or a person when a roll is used.
CREATE TABLE participation (
  campaign TEXT NOT NULL,
  entry TEXT NOT NULL,
  channel TEXT NOT NULL,
  PRIMARY KEY (campaign, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE share_link (
  token_hash TEXT PRIMARY KEY,
  campaign TEXT NOT NULL,
  unit TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX share_link_by_campaign ON share_link (campaign, created_at);

-- Append only. path: of the unit that the act concerned, so that a branch reads its own history.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  act TEXT NOT NULL,
  target TEXT NOT NULL,
  path TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX audit_by_path ON audit (path, seq);
