// The units below against the scored items of the card.
import { Table } from '../ui/table.tsx';
import type { ChildLine, Scorecard } from './card-types.ts';
import { TakeAlong, takenOf } from './charts/take-along.tsx';
import { isBlank, isPartly, points, whyNoScore } from './figures.ts';
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
        <p class="note">
          {t('byItemNote')}
          {card.children.some(isPartly) && t('byItemHidden')}
        </p>
        <p class="note heat-key" aria-hidden="true">
          {t('lowest')}
          {([1, 2, 3, 4, 5] as const).map((step) => (
            <span key={step} class={`heat heat-${step}`} />
          ))}
          {t('highest')}
        </p>
        <Table
          caption={t('byItem')}
          hideCaption
          keepTable
          columns={[
            {
              key: 'name',
              title: t('name'),
              head: true,
              cell: (child: ChildLine) => <Name child={child} card={card} />,
            },
            ...scored.map((item, at) => ({
              key: `${item.question}:${item.row}`,
              title: item.short,
              cell: (child: ChildLine) => <HeatCell child={child} at={at} span={span} />,
            })),
          ]}
          rows={card.children}
          rowKey={(child) => child.unit.id}
        />
        <TakeAlong
          of={t('byItem')}
          taken={takenOf([card], async ([out]) => (await import('./charts/figures.ts')).heatFigure(out))}
        />
      </div>
    </details>
  );
}

function Name({ child, card }: { child: ChildLine; card: Scorecard }) {
  return (
    <>
      {child.unit.name}
      {isBlank(child) && <span class="note"> {whyNoScore(child, card)}</span>}
    </>
  );
}

function HeatCell(props: { child: ChildLine; at: number; span: { low: number; high: number } }) {
  const value = props.child.items[props.at]?.value;
  if (value === undefined) return <span class="dim">{isPartly(props.child) ? t('cellHidden') : '—'}</span>;
  return <span class={`heat heat-${heat(value, props.span)}`}>{points(value)}</span>;
}
