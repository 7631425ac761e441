// Rows and columns: sticky head, sorting by the columns that allow it, the first rows of a long list, cards on a phone.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { count } from './figures.ts';
import { t } from './words/ui.ts';

export interface Column<R> {
  key: string;
  title: string;
  cell: (row: R) => ComponentChildren;
  /** what to sort by; a column without it cannot be sorted. Rows without a value stay last. */
  sort?: (row: R) => number | string | null;
  number?: boolean;
  /** a moment, a word, a name: it stays on one line */
  whole?: boolean;
  /** the column that names the row */
  head?: boolean;
}

interface Order {
  key: string;
  down: boolean;
}

/** `rows` come in their own (administrative) order, which is shown until the reader sorts. */
export function Table<R>(props: {
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** wide tables of figures stay tables on a phone and scroll in their box */
  keepTable?: boolean;
  /** of more rows than these the others are shown when they are asked for */
  first?: number;
}) {
  const { box, wide } = useOverflow();
  const [all, setAll] = useState(false);
  const [order, setOrder] = useState<Order>();
  const sorter = props.columns.find((column) => column.key === order?.key)?.sort;
  const ordered = sorter && order ? sorted(props.rows, sorter, order.down) : props.rows;
  const rows = all ? ordered : ordered.slice(0, props.first);
  const turn = (key: string) => {
    if (order?.key !== key) setOrder({ key, down: true });
    else if (order.down) setOrder({ key, down: false });
    else setOrder(undefined);
  };
  return (
    <>
      {wide && <p class="note no-print">{t('scrollTable')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section class="table-box" tabIndex={0} aria-label={props.caption} ref={box}>
        <table class={`table${props.keepTable ? '' : ' cards'}`}>
          <caption class={props.hideCaption ? 'away' : undefined}>{props.caption}</caption>
          <thead>
            <tr>
              {props.columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  class={column.number ? 'number' : undefined}
                  aria-sort={
                    order?.key === column.key ? (order.down ? 'descending' : 'ascending') : undefined
                  }
                >
                  {column.sort ? (
                    <button type="button" class="sort" onClick={() => turn(column.key)}>
                      {column.title}
                      <span class="away">{t('sortBy', { column: column.title })}</span>
                    </button>
                  ) : (
                    column.title
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={props.rowKey(row)}>
                {props.columns.map((column) =>
                  column.head ? (
                    <th key={column.key} scope="row">
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td
                      key={column.key}
                      class={
                        [column.number && 'number', column.whole && 'whole'].filter(Boolean).join(' ') ||
                        undefined
                      }
                      data-label={column.title}
                    >
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length < ordered.length && (
        <div class="no-print">
          <Button
            kind="outlined"
            onClick={() => {
              setAll(true);
              // The button goes: whoever is on the keyboard stays with the rows.
              box.current?.focus({ preventScroll: true });
            }}
          >
            {t('showAll', { n: count(ordered.length) })}
          </Button>
        </div>
      )}
    </>
  );
}

/** Whether it holds more than its width shows. */
function useOverflow() {
  const box = useRef<HTMLElement>(null);
  const [wide, setWide] = useState(false);
  useLayoutEffect(() => {
    const section = box.current;
    if (!section) return;
    const look = () => setWide(section.scrollWidth > section.clientWidth + 1);
    look();
    const observer = new ResizeObserver(look);
    for (const one of [section, ...section.children]) observer.observe(one);
    return () => observer.disconnect();
  }, []);
  return { box, wide };
}

function sorted<R>(rows: readonly R[], by: (row: R) => number | string | null, down: boolean): R[] {
  return [...rows].sort((one, other) => {
    const a = by(one);
    const b = by(other);
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const rising =
      typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b, 'zh-CN') : Number(a) - Number(b);
    return down ? -rising : rising;
  });
}
