-- Which buildings' households rate whom is written down when marking begins. For evaluations that had begun before this was
-- so, by the places of their time.
INSERT INTO evaluation_assignment (evaluation, rater, subject)
SELECT e.id, h.unit, o.id FROM evaluation e
JOIN roll_unit h ON h.roll = e.roll
JOIN evaluation_subject o ON o.evaluation = e.id AND instr(h.path, o.path) = 1
WHERE e.opened_at IS NOT NULL;
