// The fields of a table whose cells are filled in: a card a row, in it a labelled field a column.
import type { ComponentChildren } from 'preact';
import { cellPart } from '../../../schema/fields/cells.ts';
import { type BaseQuestion, formName } from '../../../schema/fields/field.ts';
import type { Column, Row } from '../../../schema/fields/matrix.ts';
import { first } from '../values.ts';
import type { Drawn } from './control.ts';
import { Rows, rowId } from './rows-of.tsx';
import './parts.css';

/** What draws one cell is given. */
export interface Cell<C extends Column> {
  name: string;
  id: string;
  value: string;
  column: C;
  set(value: string): void;
}

interface Props<C extends Column> {
  drawn: Drawn<BaseQuestion & { rows: Row[]; columns: C[] }>;
  children(cell: Cell<C>): ComponentChildren;
}

export function Cells<C extends Column>({ drawn, children }: Props<C>) {
  const { question, values, set, id, problem } = drawn;
  // The cell that a problem names has the question's own id, to which the summary of mistakes leads.
  const isWrong = (row: Row, column: Column) =>
    problem !== undefined && problem.args.row === row.label && problem.args.column === column.label;
  return (
    <Rows drawn={drawn}>
      {(row) => (
        <div class="fields">
          {question.columns.map((column, index) => {
            const name = formName(question, cellPart(row.id, column.id));
            const start = rowId(id, question.rows, row);
            const usual =
              index === 0 && !(start === id && problem?.args.column) ? start : `${start}-${column.id}`;
            const own = isWrong(row, column) ? id : usual;
            const fine = problem?.args.column !== undefined && !isWrong(row, column);
            return (
              <div key={column.id} class={fine ? 'fine' : undefined}>
                <label for={own}>{column.label}</label>
                {children({
                  name,
                  id: own,
                  value: first(values, name),
                  column,
                  set: (value) => set(name, [value]),
                })}
              </div>
            );
          })}
        </div>
      )}
    </Rows>
  );
}
