// The rows of a matrix: one card a row, never a wide table.
import type { ComponentChildren } from 'preact';
import type { Values } from '../../../schema/api/page.ts';
import { type AnswerProblem, type BaseQuestion, formName } from '../../../schema/fields/field.ts';
import type { Row } from '../../../schema/fields/matrix.ts';
import { first } from '../values.ts';
import type { Drawn } from './control.ts';

interface Props {
  drawn: Drawn<BaseQuestion & { rows: Row[] }>;
  children(row: Row): ComponentChildren;
}

export function Rows({ drawn, children }: Props) {
  const { question, values, problem } = drawn;
  return (
    <div class="matrix">
      {question.rows.map((row) => (
        <fieldset
          key={row.id}
          class={problem && isWrong(problem, row, question, values) ? 'card invalid' : 'card'}
        >
          <legend>{row.label}</legend>
          {children(row)}
        </fieldset>
      ))}
    </div>
  );
}

/** Something is filled in or chosen in this row: in its one field, or in one of its cells. */
export const isBegun = (question: { id: string }, row: Row, values: Values) => {
  const name = formName(question, row.id);
  return Object.keys(values).some(
    (key) => (key === name || key.startsWith(`${name}.`)) && first(values, key) !== '',
  );
};

/** Marked are the rows without an answer where one is missing, else the row that the problem names. */
const isWrong = ({ code, args }: AnswerProblem, row: Row, question: { id: string }, values: Values) =>
  isMissing(code) ? !isBegun(question, row, values) : args.row === row.label;
export const isMissing = (code: string) => code === 'row-missing' || code === 'required';

/** Id of the first control of a row; the first row's is the question's own. */
export const rowId = (id: string, rows: readonly Row[], row: Row) =>
  rows[0] === row ? id : `${id}.${row.id}`;
