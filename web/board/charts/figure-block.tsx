// A figure on the page: its sentence, its drawing, its table behind a fold, and the ways to take it along.
import { DrawingView } from '../../ui/drawing/view.tsx';
import { count } from '../../ui/figures.ts';
import { Table } from '../../ui/table.tsx';
import { t } from '../words.ts';
import type { Figure } from './figure.ts';
import { TakeAlong, type Taken } from './take-along.tsx';

export function FigureBlock(props: { figure: Figure; taken: Taken }) {
  const { figure, taken } = props;
  return (
    <div class="stack tight">
      <p>{figure.says}</p>
      <DrawingView draw={figure.draw} title={figure.title} says={figure.says} />
      <details class="fold">
        <summary>
          {t('seeTable')}
          <span class="away">{figure.title}</span>
        </summary>
        <FigureTable figure={figure} />
      </details>
      <TakeAlong of={figure.title} taken={taken} />
    </div>
  );
}

/** Where one figure of a column has a decimal, all have. */
function cellIn(rows: Figure['rows'], at: number) {
  const whole = rows.every((row) => typeof row[at] !== 'number' || Number.isInteger(row[at]));
  return (row: Figure['rows'][number]) => {
    const cell = row[at] ?? '';
    return typeof cell === 'number' ? (whole ? count(cell) : cell.toFixed(1)) : cell;
  };
}

export function FigureTable({ figure: { title, head, rows } }: { figure: Figure }) {
  return (
    <div class="figure-table">
      <Table
        caption={title}
        hideCaption
        keepTable
        columns={head.map((name, at) => ({
          key: `${at}`,
          title: name,
          head: at === 0,
          number: at > 0 && rows.some((row) => typeof row[at] === 'number'),
          cell: cellIn(rows, at),
        }))}
        rows={rows}
        rowKey={(row) => `${rows.indexOf(row)}`}
      />
    </div>
  );
}
