// A chart with what belongs to it: its sentence, the number of answers, its table behind a button, and the ways to take
// it along.
import { useState } from 'preact/hooks';
import { boardThreshold } from '../../../schema/measures/suppression.ts';
import { Button } from '../../ui/button.tsx';
import { DrawingView } from '../../ui/drawing/view.tsx';
import { Hidden } from '../../ui/hidden.tsx';
import { Table } from '../../ui/table.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import { partTitle } from './asked.ts';
import { type Chart, nobodyIn } from './charts/chart.ts';
import { baseWords, sentenceOf } from './charts/sentence.ts';
import { tableOf } from './charts/table.ts';
import { draw } from './draw/draw.ts';
import { TakeAlong } from './take-along.tsx';
import { t } from './words.ts';

/** What is said by one sentence has no drawing and no table. */
const drawn = (chart: Chart) => !nobodyIn(chart) && !['veiled', 'heads', 'figure'].includes(chart.kind);

export function ChartBlock(props: {
  chart: Chart;
  /** of the picture and the table */
  title: string;
  /** campaign, area and time */
  foot: string;
}) {
  const { chart, foot } = props;
  const [open, setOpen] = useState(false);
  const says = sentenceOf(chart);
  const base = baseWords(chart);
  const title = chart.title ? partTitle(props.title, chart.title) : props.title;
  if (chart.kind === 'veiled')
    return (
      <div class="stack tight">
        {chart.title && <h3>{chart.title}</h3>}
        <p>
          <Hidden k={boardThreshold} beside={chart.why === 'beside'} />
        </p>
      </div>
    );
  return (
    <div class="stack tight chart-block">
      {chart.title && <h3>{chart.title}</h3>}
      <p>{says}</p>
      {base && <p class="note">{base}</p>}
      {drawn(chart) && (
        <>
          <DrawingView draw={(pen) => draw(pen, chart)} title={title} says={says} />
          <div class="line no-print">
            <Button
              small
              expanded={open}
              label={ui('about', { what: t('seeTable'), of: title })}
              onClick={() => setOpen(!open)}
            >
              {t('seeTable')}
            </Button>
            <TakeAlong chart={chart} caption={{ title, says: base ? [says, base] : [says], foot }} />
          </div>
          {open && <Numbers chart={chart} title={title} />}
        </>
      )}
    </div>
  );
}

/** Columns that the width of a chart holds. */
const narrow = 6;

function Numbers(props: { chart: Chart; title: string }) {
  const { head, rows } = tableOf(props.chart);
  return (
    <div class={`figure-table${head.length > narrow ? ' wide' : ''}`}>
      <Table
        caption={props.title}
        hideCaption
        keepTable
        columns={head.map((title, at) => ({
          key: `${at}`,
          title,
          head: at === 0,
          number: at > 0,
          cell: (row: readonly string[]) => row[at] ?? '',
        }))}
        rows={rows}
        rowKey={(row) => `${rows.indexOf(row)}`}
      />
    </div>
  );
}
