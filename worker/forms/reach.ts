// Whom what is shared at a unit reaches: those who edit there, above it and below it.
import type { Actor } from '../http/context.ts';

/** Their units with paths, as one JSON parameter. */
export const editorUnits = ({ grants }: Actor) =>
  JSON.stringify(
    grants
      .filter(({ role }) => role === 'admin' || role === 'editor')
      .map(({ unit, path }) => ({ unit, path })),
  );

/** Of a statement with `u`, the unit that it is shared at; ?1: units of the reader. */
export const related = `EXISTS (SELECT 1 FROM json_each(?1) g WHERE instr(u.path, '/' || (g.value ->> 'unit') || '/') > 0
  OR instr(g.value ->> 'path', '/' || u.id || '/') > 0)`;
