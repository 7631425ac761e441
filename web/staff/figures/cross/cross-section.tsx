// Two questions crossed at this unit: chosen, counted piece by piece, shown as shares of each row.
import { useState } from 'preact/hooks';
import { type FigureLine, getPairs, scanMost } from '../../../../schema/api/figures.ts';
import { Button } from '../../../ui/button.tsx';
import { call } from '../../../ui/call.ts';
import { count } from '../../../ui/figures.ts';
import { Select } from '../../../ui/select.tsx';
import { type Asked, partTitle } from '../asked.ts';
import { ChartBlock } from '../chart-block.tsx';
import { Scanning, useScan } from '../scanning.tsx';
import { t } from '../words.ts';
import { crossable, crossChart, type Pairs, rowOf } from './crossing.ts';

interface Props {
  campaign: string;
  unit: string;
  /** answers at the unit */
  n: number;
  asked: readonly Asked[];
  foot: string;
}

interface Choice {
  line: FigureLine;
  label: string;
}

const choicesIn = (asked: readonly Asked[]): Choice[] =>
  asked.flatMap(({ title, parts }) =>
    parts.flatMap(({ line, counts, partly }) =>
      counts && !partly && crossable(line)
        ? [
            {
              line,
              label: line.item.row === '' ? title : partTitle(title, line.item.title),
            },
          ]
        : [],
    ),
  );

export function CrossSection(props: Props) {
  const choices = choicesIn(props.asked);
  const [first, second] = choices;
  if (!first || !second) return null;
  return (
    <section class="card stack figure-card" aria-labelledby="cross">
      <h2 id="cross">{t('cross')}</h2>
      {props.n > scanMost ? (
        <p>{t('crossMany', { n: count(props.n), most: count(scanMost) })}</p>
      ) : (
        <Crossed {...props} choices={choices} first={first} second={second} />
      )}
    </section>
  );
}

function Crossed(props: Props & { choices: readonly Choice[]; first: Choice; second: Choice }) {
  const { choices } = props;
  const [rows, setRows] = useState(0);
  const [columns, setColumns] = useState(1);
  const a = choices[rows] ?? props.first;
  const b = choices[columns] ?? props.second;
  const options = choices.map(({ label }, at) => ({ value: String(at), label }));
  return (
    <>
      <p class="note no-print">{t('crossNote')}</p>
      <div class="two-fields no-print">
        <Select
          label={t('crossRows')}
          value={String(rows)}
          options={options}
          onChange={(at) => setRows(Number(at))}
        />
        <Select
          label={t('crossColumns')}
          value={String(columns)}
          options={options}
          onChange={(at) => setColumns(Number(at))}
        />
      </div>
      {a.line === b.line ? (
        <p class="note">{t('crossSame')}</p>
      ) : (
        <Counting key={`${rows} ${columns}`} {...props} a={a} b={b} />
      )}
    </>
  );
}

function Counting({ campaign, unit, n, foot, a, b }: Props & { a: Choice; b: Choice }) {
  const query = { a: a.line.question, b: b.line.question, rowA: rowOf(a.line), rowB: rowOf(b.line) };
  const scan = useScan(
    (after) => call(getPairs, { params: { campaign, unit }, query: { ...query, after } }),
    () => {
      const all: Pairs = [];
      return {
        add: ({ pairs }) => all.push(...pairs),
        made: () => crossChart(all, a.line, b.line, t('crossNone')),
      };
    },
  );
  const { result } = scan;
  return (
    <>
      <div class="no-print">
        <Button kind="outlined" busy={scan.busy} onClick={scan.begin}>
          {t('crossCount')}
        </Button>
      </div>
      <Scanning of={scan} n={n} />
      {result && (
        <>
          <ChartBlock
            chart={result}
            title={t('crossTitle', { rows: a.label, columns: b.label })}
            foot={foot}
          />
          <p class="note">{t('crossHidden')}</p>
        </>
      )}
    </>
  );
}
