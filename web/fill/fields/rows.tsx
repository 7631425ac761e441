// The rows of a matrix: one card a row, never a wide table.
import type { ComponentChildren } from 'preact';
import type { Row } from '../../../schema/fields/matrix.ts';

export function Rows({ rows, children }: { rows: readonly Row[]; children(row: Row): ComponentChildren }) {
  return (
    <div class="matrix">
      {rows.map((row) => (
        <fieldset key={row.id} class="card">
          <legend>{row.label}</legend>
          {children(row)}
        </fieldset>
      ))}
    </div>
  );
}

/** Id of the first control of a row; the first row's is the question's own. */
export const rowId = (id: string, rows: readonly Row[], row: Row) =>
  rows[0] === row ? id : `${id}.${row.id}`;
