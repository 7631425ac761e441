// Six periods of every measure: points with their ranges, never a smooth line, with the figures beside them; and one of
// them at a time as a drawing that can be taken along.
import { useState } from 'preact/hooks';
import { type ComposedCard, type MeasureLine, readTrend } from '../../../schema/api/composed.ts';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { Table } from '../../ui/table.tsx';
import { FigureBlock } from '../charts/figure-block.tsx';
import { forOut } from '../read-card.ts';
import { aboutWords, countedOf, partialWords, periodWords, valueWords, whyWords } from './said.ts';
import { apartAt, apartWords, figuresOf, type Trend, type TrendFigure, trendFigure } from './trend-figure.ts';
import { t } from './words.ts';

export function TrendTable({ scorecard, card }: { scorecard: string; card: ComposedCard }) {
  const { unit } = card;
  const period = card.period?.key ?? '';
  const readFor = (reader: Partial<typeof forOut>) =>
    call(readTrend, { params: { unit: unit.id, scorecard }, query: { period, ...reader } });
  const read = useLoad(`trend ${unit.id} ${scorecard} ${period}`, () => readFor({}));
  return (
    <Loading from={read}>
      {(trend) => <Periods trend={trend} card={card} outward={() => readFor(forOut)} />}
    </Loading>
  );
}

function Periods(props: { trend: Trend; card: ComposedCard; outward: () => Promise<Trend> }) {
  const { trend, card, outward } = props;
  const { unit, measures } = card;
  const [chosen, setChosen] = useState('');
  const line = measures.find(({ id }) => id === chosen) ?? measures[0];
  const apart = apartWords(trend, measures);
  return (
    <div class="stack">
      <Table
        caption={t('trend')}
        hideCaption
        keepTable
        columns={[
          {
            key: 'measure',
            title: t('name'),
            head: true,
            cell: ({ id, title }: MeasureLine) => (
              <>
                {title}
                <Points figures={figuresOf(trend, id)} />
              </>
            ),
          },
          ...trend.periods.map((one, at) => ({
            key: one.key,
            title: periodWords(one),
            cell: ({ id }: MeasureLine) => <Cell figures={figuresOf(trend, id)} at={at} />,
          })),
        ]}
        rows={measures}
        rowKey={({ id }) => id}
      />
      {apart && <p>{apart}</p>}
      {line && (
        <>
          {measures.length > 1 && (
            <div class="no-print line order">
              <Select
                label={t('which')}
                value={line.id}
                options={measures.map(({ id, title }) => ({ value: id, label: title }))}
                onChange={setChosen}
              />
            </div>
          )}
          <FigureBlock
            figure={trendFigure(unit.name, trend, line)}
            taken={async () => ({
              figure: trendFigure(unit.name, await outward(), line),
              of: countedOf(card),
            })}
          />
        </>
      )}
    </div>
  );
}

function Cell({ figures, at }: { figures: readonly TrendFigure[]; at: number }) {
  const figure = figures[at];
  if (!figure) return null;
  return figure.value === null ? (
    <span class="note dim">{whyWords(figure)}</span>
  ) : (
    <>
      {apartAt(figures)[at] && t('apartMark')}
      {valueWords(figure, figure.value, figure.n)}
      <span class="note">
        {aboutWords(figure)} {partialWords(figure)}
      </span>
    </>
  );
}

const width = 120;
const height = 32;

/** The figures stand in the cells, so the drawing is not read out. */
function Points({ figures }: { figures: readonly TrendFigure[] }) {
  const told = figures.flatMap(({ value, low, high }) =>
    value === null ? [] : [low ?? value, high ?? value],
  );
  if (told.length < 4) return null;
  const apart = apartAt(figures);
  const [least, most] = [Math.min(...told), Math.max(...told)];
  const y = (value: number) => height - 4 - ((value - least) / (most - least || 1)) * (height - 8);
  const x = (at: number) => ((at + 0.5) / figures.length) * width;
  return (
    <svg class="trend-points" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {figures.map(({ value, low, high }, at) =>
        value === null ? null : (
          <g key={at}>
            {apart[at] && <line class="trend-apart" x1={x(at - 0.5)} x2={x(at - 0.5)} y1={0} y2={height} />}
            <line x1={x(at)} x2={x(at)} y1={y(low ?? value)} y2={y(high ?? value)} />
            <circle cx={x(at)} cy={y(value)} r="3" />
          </g>
        ),
      )}
    </svg>
  );
}
