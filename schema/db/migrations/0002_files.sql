-- Files of residents. Each is sent by itself, under the id of the response that will name it; its bytes lie in the object
-- store under the same id. stored_at: they arrived whole. bound_at: a response names it; what none names is swept.
CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  campaign TEXT NOT NULL,
  response TEXT NOT NULL,
  question TEXT NOT NULL,
  name TEXT NOT NULL,
  media TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  stored_at INTEGER,
  bound_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_by_response ON attachment (campaign, response);
CREATE INDEX attachment_loose ON attachment (sent_at) WHERE bound_at IS NULL;

-- Pictures and videos of authors, public under an id that nobody finds by trying.
CREATE TABLE media (
  id TEXT PRIMARY KEY,
  form TEXT NOT NULL,
  media TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX media_by_form ON media (form, created_at);
