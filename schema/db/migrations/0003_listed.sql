-- Whether a run stands on the pages of its buildings, or is reached only by its own address: what staff record themselves
-- is nothing that residents should find there. Of a form: what its runs usually do.
ALTER TABLE campaign ADD COLUMN listed INTEGER NOT NULL DEFAULT 1;
ALTER TABLE form ADD COLUMN listed INTEGER NOT NULL DEFAULT 1;
