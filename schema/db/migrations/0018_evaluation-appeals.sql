-- What an upheld appeal changed: findings that were taken off and raters whose marks on the subject are left out, together;
-- and of such marks the appeal.
ALTER TABLE evaluation_appeal ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE evaluation_mark ADD COLUMN left_out TEXT;

-- Figures of preconditions have decimals; the older ones stand in `times`.
ALTER TABLE evaluation_finding ADD COLUMN reading REAL;

-- Where somebody who is rated lives, as the roll of households has it.
ALTER TABLE evaluation_subject ADD COLUMN door TEXT NOT NULL DEFAULT '';
