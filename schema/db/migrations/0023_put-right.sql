-- Marks that an upheld appeal put right keep what they were, the oldest first, with the appeal; and an appeal says what its
-- decision did to the result of its subject.
ALTER TABLE evaluation_mark ADD COLUMN was TEXT NOT NULL DEFAULT '[]';
ALTER TABLE evaluation_appeal ADD COLUMN effect TEXT;
