-- Answers of a run, the newest first: a rowid ends every index, so this one reads as (campaign, seq).
CREATE INDEX response_by_campaign ON response (campaign);
