-- What everybody may read of a final result, behind its address: the text as it was frozen, its code, and since when it is
-- open; without that day it is not, or no more.
ALTER TABLE evaluation ADD COLUMN posted TEXT;
ALTER TABLE evaluation ADD COLUMN posted_sha256 TEXT;
ALTER TABLE evaluation ADD COLUMN posted_at INTEGER;
