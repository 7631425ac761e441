// How the answers to one question spread: a bar for each option with its share, and the same as a table behind it.
import { count, percent } from '../ui/figures.ts';
import { Table } from '../ui/table.tsx';
import type { CardItem, Scorecard } from './card-types.ts';
import { TakeAlong, takenOf } from './charts/take-along.tsx';
import { barsOf } from './figures.ts';
import { t } from './words.ts';

type Bar = CardItem['bars'][number];

/** Beyond this many options (ages, numbers) only those that somebody chose are drawn. */
const barsMost = 11;

export function Distribution(props: { item: CardItem; card: Scorecard }) {
  const { base, bars, others, title } = props.item;
  const together = barsOf(props.item).length > bars.length ? (others?.n ?? 0) : 0;
  const long = bars.length > barsMost;
  const drawn = long ? bars.filter(({ n }) => n > 0) : bars;
  const shareOf = (bar: Bar) => (bar.missing ? '—' : percent(bar.n, base));
  return (
    <div class="distribution">
      <div class="stack tight">
        <div class="bars" aria-hidden="true">
          {drawn.map((bar) => (
            <div class={`bar-row${bar.missing ? ' missing' : ''}`} key={bar.key}>
              <span class="bar-label">
                {bar.label}
                {bar.retired && ` ${t('retired')}`}
              </span>
              <span class="bar-track">
                <span
                  class="bar"
                  style={{ width: `${base > 0 ? Math.min(100, (bar.n / base) * 100) : 0}%` }}
                />
              </span>
              <span class="bar-share">
                {bar.missing ? t('countOnly', { n: count(bar.n) }) : shareOf(bar)}
              </span>
            </div>
          ))}
          {together > 0 && (
            <div class="bar-row missing">
              <span class="bar-label">{t('others')}</span>
              <span class="bar-track">
                <span class="bar" style={{ width: `${(together / base) * 100}%` }} />
              </span>
              <span class="bar-share">{percent(together, base)}</span>
            </div>
          )}
        </div>
        {others && (
          <p class="note">
            {t(together > 0 ? 'othersWhy' : 'othersApart', {
              list: others.labels.join(t('comma')),
              n: count(together),
            })}
          </p>
        )}
        {long && <p class="note">{t('more')}</p>}
      </div>
      <details class="fold">
        <summary>
          {t('seeTable')}
          <span class="away">{title}</span>
        </summary>
        <Table
          caption={title}
          hideCaption
          keepTable
          columns={[
            {
              key: 'label',
              title: t('option'),
              head: true,
              cell: (bar: Bar) => (
                <>
                  {bar.label}
                  {bar.retired && <span class="note"> {t('retired')}</span>}
                  {bar.missing && <span class="note"> {t('missing')}</span>}
                </>
              ),
            },
            { key: 'n', title: t('times'), number: true, whole: true, cell: (bar: Bar) => count(bar.n) },
            { key: 'share', title: t('shareOf'), number: true, whole: true, cell: shareOf },
          ]}
          rows={barsOf(props.item)}
          rowKey={(bar) => bar.key}
        />
        <TakeAlong
          of={title}
          taken={takenOf([props.card], async ([out]) => {
            const { question, row } = props.item;
            const item = out.items.find((one) => one.question === question && one.row === row && !one.hidden);
            return item ? (await import('./charts/figures.ts')).answersFigure(item) : null;
          })}
        />
      </details>
    </div>
  );
}
