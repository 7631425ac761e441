// The units below against the scored items of the card.
import { Table } from '../ui/table.tsx';
import type { ChildLine, Scorecard } from './card-types.ts';
import { TakeAlong } from './charts/take-along.tsx';
import { points } from './figures.ts';
import { heat } from './scale.ts';
import { t } from './words.ts';

/** One hue spread over the scores shown, each cell with its own. */
export function ByItem(props: { card: Scorecard }) {
  const { card } = props;
  const scored = card.items.filter(({ score }) => score);
  const values = card.children.flatMap(({ items }) => items.flatMap((one) => one?.value ?? []));
  const span = { low: Math.min(...values), high: Math.max(...values) };
  return (
    <details class="fold">
      <summary>{t('byItem')}</summary>
      <div class="stack tight heat-table">
        <p class="note">{t('byItemNote')}</p>
        <Table
          caption={t('byItem')}
          hideCaption
          keepTable
          columns={[
            { key: 'name', title: t('name'), head: true, cell: (child: ChildLine) => child.unit.name },
            ...scored.map((item, at) => ({
              key: `${item.question}:${item.row}`,
              title: item.short,
              cell: (child: ChildLine) => <HeatCell value={child.items[at]?.value} span={span} />,
            })),
          ]}
          rows={card.children}
          rowKey={(child) => child.unit.id}
        />
        <TakeAlong
          of={t('byItem')}
          card={card}
          figure={async () => (await import('./charts/figures.ts')).heatFigure(card)}
        />
      </div>
    </details>
  );
}

function HeatCell(props: { value: number | undefined; span: { low: number; high: number } }) {
  if (props.value === undefined) return <span class="dim">—</span>;
  return <span class={`heat heat-${heat(props.value, props.span)}`}>{points(props.value)}</span>;
}
