// The columns of a table, and below them the options of each column that has some.
import type { ComponentChildren } from 'preact';
import type { Line } from '../edits.ts';
import { LineList, type ListMost } from '../line-list.tsx';
import { t as form } from '../words.ts';
import { t } from './settings-words.ts';

interface Column extends Line {
  options?: Line[] | undefined;
}

/** Of the options of a column. */
const innerOptions = { most: 50, letters: 100 };

export function Columns<C extends Column>(props: {
  question: { id: string; columns: C[] };
  own: ListMost;
  make: (line: Line) => C;
  marks?: (column: C, change: (column: C) => void) => ComponentChildren;
  onChange: (columns: C[]) => void;
}) {
  const { question, onChange } = props;
  const { id, columns } = question;
  return (
    <>
      <LineList
        {...props.own}
        of={`${id}-c`}
        legend={t('columns')}
        addWord={t('addColumn')}
        nameOfN={(n) => t('columnN', { n })}
        list={columns}
        make={props.make}
        onChange={onChange}
        {...(props.marks && { marks: props.marks })}
      />
      {columns.map(
        (column) =>
          column.options && (
            <LineList
              key={column.id}
              {...innerOptions}
              of={`${id}-${column.id}`}
              legend={t('optionsOf', { name: column.label || '…' })}
              addWord={form('addOption')}
              nameOfN={(n) => form('optionN', { n })}
              list={column.options}
              make={(line) => line}
              onChange={(options) =>
                onChange(columns.map((one) => (one.id === column.id ? { ...one, options } : one)))
              }
            />
          ),
      )}
    </>
  );
}
