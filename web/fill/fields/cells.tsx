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
  const { question, values, set, id } = drawn;
  return (
    <Rows drawn={drawn}>
      {(row) => (
        <div class="fields">
          {question.columns.map((column, index) => {
            const name = formName(question, cellPart(row.id, column.id));
            const start = rowId(id, question.rows, row);
            const own = index === 0 ? start : `${start}-${column.id}`;
            return (
              <div key={column.id}>
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
