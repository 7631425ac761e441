-- Where a new form starts from. A template is a published version of a form, which never changes, standing at a unit: those
-- who edit there, above or below find it. Setting it again at the same unit takes the newest version.
CREATE TABLE template (
  id TEXT PRIMARY KEY,
  form TEXT NOT NULL,
  version INTEGER NOT NULL,
  unit TEXT NOT NULL,
  summary TEXT NOT NULL,
  set_by TEXT NOT NULL,
  set_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX template_place ON template (form, unit);

-- Questions kept to be asked again: one's own, or shared with the branch of their unit.
CREATE TABLE bank_question (
  id TEXT PRIMARY KEY,
  unit TEXT NOT NULL,
  owner TEXT NOT NULL,
  shared INTEGER NOT NULL,
  question TEXT NOT NULL,
  kept_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;

-- Links by which people without an account see a draft as residents will. Only the hash of the secret is stored.
CREATE TABLE preview_link (
  token_hash TEXT PRIMARY KEY,
  form TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX preview_link_by_form ON preview_link (form, created_at);
