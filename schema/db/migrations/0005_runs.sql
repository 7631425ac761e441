-- What a run says and offers of its own. thanks: on its receipts, above those of the form. tongues: the languages that
-- residents may choose, as a JSON list; without one, all that the form has. scope: the ticked units, as a JSON list.
-- previous: the run of the period before.
ALTER TABLE campaign ADD COLUMN thanks TEXT NOT NULL DEFAULT '';
ALTER TABLE campaign ADD COLUMN tongues TEXT;
ALTER TABLE campaign ADD COLUMN scope TEXT;
ALTER TABLE campaign ADD COLUMN previous TEXT;
-- Large type was offered on every page whatever this said; from now on it says that pages open in it.
UPDATE campaign SET care = 0;

-- What residents were last shown of a run that publishes its result while it is open. n: answers that it was made of.
CREATE TABLE shown_result (
  campaign TEXT NOT NULL,
  unit TEXT NOT NULL,
  n INTEGER NOT NULL,
  lines TEXT NOT NULL,
  PRIMARY KEY (campaign, unit)
) STRICT, WITHOUT ROWID;
