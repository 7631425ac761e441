-- Runs that are answered by the letters of a roll, once for each entry: the frozen version that it goes by.
ALTER TABLE campaign ADD COLUMN roll TEXT;
CREATE INDEX campaign_by_roll ON campaign (roll) WHERE roll IS NOT NULL;
