// The rows of a matrix: one card a row, never a wide table.
import type { ComponentChildren } from 'preact';
import { type BaseQuestion, formName } from '../../../schema/fields/field.ts';
import type { Row } from '../../../schema/fields/matrix.ts';
import { first } from '../values.ts';
import type { Drawn } from './control.ts';

interface Props {
  drawn: Drawn<BaseQuestion & { rows: Row[] }>;
  children(row: Row): ComponentChildren;
}

/** Marked are the rows without an answer, not those that have one. */
export function Rows({ drawn, children }: Props) {
  const { question, values, invalid } = drawn;
  return (
    <div class="matrix">
      {question.rows.map((row) => (
        <fieldset
          key={row.id}
          class={invalid && !first(values, formName(question, row.id)) ? 'card invalid' : 'card'}
        >
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
