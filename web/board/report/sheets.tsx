// Blocks laid out on sheets of A4: measured as they will be printed, then placed; every sheet says what it is of and which
// of how many it is, in every browser.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { sheetsOf } from './place.ts';
import { t } from './words.ts';

export interface Block {
  key: string;
  /** a row of a table when `table` is set */
  node: ComponentChildren;
  keep?: boolean;
  table?: { name: string; head: ComponentChildren };
}

/** Of the text on a sheet, in millimetres: 297 without the margins and the line at the foot. */
const roomMm = 297 - 18 - 24;

export function Sheets(props: { blocks: readonly Block[]; of: string }) {
  const { blocks, of } = props;
  const [sheets, setSheets] = useState<number[][]>();
  const measured = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const height = (element: Element | null | undefined) => element?.getBoundingClientRect().height ?? 0;
    const found = [...(measured.current?.querySelectorAll('[data-block]') ?? [])];
    setSheets(
      sheetsOf(
        blocks.map(({ keep, table }, at) => ({
          height: height(found[at]),
          keep,
          table: table && { name: table.name, head: height(found[at]?.closest('table')?.tHead) },
        })),
        height(room.current),
      ),
    );
  }, [blocks]);
  return (
    <>
      {/* As the sheets are, out of sight: heights are taken from here. */}
      <div class="report-measure" aria-hidden="true" inert>
        <div ref={room} style={{ height: `${roomMm}mm` }} />
        <div ref={measured}>
          <Flow blocks={blocks} />
        </div>
      </div>
      <div class="report-sheets">
        {sheets?.map((places, at) => (
          <article
            class="report-sheet"
            key={places[0]}
            aria-label={t('page', { n: at + 1, of: sheets.length })}
          >
            <div class="report-text">
              <Flow blocks={places.flatMap((place) => blocks[place] ?? [])} />
            </div>
            <p class="report-foot">
              <span>{of}</span>
              <span>{t('page', { n: at + 1, of: sheets.length })}</span>
            </p>
          </article>
        ))}
      </div>
    </>
  );
}

/** Rows that follow each other and are of one table stand in one. */
function Flow({ blocks }: { blocks: readonly Block[] }) {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const run = runs.at(-1);
    if (run && block.table && run[0]?.table?.name === block.table.name) run.push(block);
    else runs.push([block]);
  }
  return (
    <>
      {runs.map((run) => {
        const [first] = run;
        if (!first?.table)
          return (
            <div data-block key={first?.key}>
              {first?.node}
            </div>
          );
        return (
          <table class="report-table" key={first.key} aria-label={first.table.name}>
            <thead>{first.table.head}</thead>
            <tbody>
              {run.map(({ key, node }) => (
                <tr data-block key={key}>
                  {node}
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </>
  );
}
