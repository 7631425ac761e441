// Six periods of every measure: points with their ranges, never a smooth line, with the figures beside them.

import { type Figure, type MeasureLine, readTrend } from '../../../schema/api/composed.ts';
import type { Output } from '../../../schema/api/endpoint.ts';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Table } from '../../ui/table.tsx';
import { aboutWords, periodWords, valueWords, whyWords } from './said.ts';
import { t } from './words.ts';

type Trend = Output<typeof readTrend>;

export function TrendTable(props: {
  unit: string;
  scorecard: string;
  period: string;
  measures: readonly MeasureLine[];
}) {
  const { unit, scorecard, period } = props;
  const read = useLoad(`trend ${unit} ${scorecard} ${period}`, () =>
    call(readTrend, { params: { unit, scorecard }, query: { period } }),
  );
  return (
    <Loading from={read}>
      {(trend) => (
        <Table
          caption={t('trend')}
          hideCaption
          keepTable
          columns={[
            {
              key: 'measure',
              title: t('name'),
              head: true,
              cell: (line: MeasureLine) => (
                <>
                  {line.title}
                  <Points figures={figuresOf(trend, line)} />
                </>
              ),
            },
            ...trend.periods.map((one, at) => ({
              key: one.key,
              title: periodWords(one),
              cell: (line: MeasureLine) => <Cell line={line} figure={figuresOf(trend, line)[at]} />,
            })),
          ]}
          rows={props.measures}
          rowKey={(line) => line.id}
        />
      )}
    </Loading>
  );
}

const figuresOf = (trend: Trend, line: MeasureLine): readonly Figure[] =>
  trend.measures.find(({ id }) => id === line.id)?.figures ?? [];

function Cell({ line, figure }: { line: MeasureLine; figure: Figure | undefined }) {
  if (!figure) return null;
  return figure.value === null ? (
    <span class="note dim">{whyWords(figure)}</span>
  ) : (
    <>
      {valueWords(line, figure.value)}
      <span class="note">{aboutWords(figure)}</span>
    </>
  );
}

const width = 120;
const height = 32;

/** The figures stand in the cells, so the drawing is not read out. */
function Points({ figures }: { figures: readonly Figure[] }) {
  const told = figures.flatMap(({ value, low, high }) =>
    value === null ? [] : [low ?? value, high ?? value],
  );
  if (told.length < 4) return null;
  const [least, most] = [Math.min(...told), Math.max(...told)];
  const y = (value: number) => height - 4 - ((value - least) / (most - least || 1)) * (height - 8);
  const x = (at: number) => ((at + 0.5) / figures.length) * width;
  return (
    <svg class="trend-points" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {figures.map(({ value, low, high }, at) =>
        value === null ? null : (
          <g key={at}>
            <line x1={x(at)} x2={x(at)} y1={y(low ?? value)} y2={y(high ?? value)} />
            <circle cx={x(at)} cy={y(value)} r="3" />
          </g>
        ),
      )}
    </svg>
  );
}
