// The units below, in administrative order; sorting by score is the reader's choice, and there is none by number of
// answers: nobody is ranked by how many or how fast they answered.
import { useState } from 'preact/hooks';
import { hasWords } from '../ui/has-words.ts';
import { Hidden } from '../ui/hidden.tsx';
import { Select } from '../ui/select.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { unitKindWord } from '../ui/words/kinds.ts';
import { t as ui } from '../ui/words/ui.ts';
import type { ChildLine, Scorecard } from './card-types.ts';
import { TakeAlong, takenOf } from './charts/take-along.tsx';
import { aboutIn, changeWords, countWords, few, partWords, points, rateWords } from './figures.ts';
import { ByItem } from './heat-table.tsx';
import { IntervalBar } from './interval-bar.tsx';
import { Merged } from './merged.tsx';
import { byScore, placeWords } from './places.ts';
import { t } from './words.ts';

/** With more units below than this, one is looked for by its name. */
const searchFrom = 8;

export function ChildrenTable(props: { card: Scorecard; href: (child: ChildLine) => string }) {
  const { card, href } = props;
  const [order, setOrder] = useState<'place' | 'score'>('place');
  const [words, setWords] = useState('');
  const scored = order === 'score';
  const apart = card.children.some(({ place }) => place && place.band > 1);
  const named = hasWords(words);
  const rows = (scored ? byScore(card.children) : card.children).filter(({ unit }) => named(unit.name));
  const kind = card.children.find(({ rate }) => rate)?.rate?.kind;
  const columns: Column<ChildLine>[] = [
    {
      key: 'name',
      title: t('name'),
      head: true,
      cell: (child) => <Name child={child} href={href(child)} />,
    },
    ...(scored ? [{ key: 'rank', title: t('rank'), cell: placeWords }] : []),
    { key: 'score', title: t('scoreAndRange'), cell: (child) => <Score child={child} card={card} /> },
    { key: 'count', title: t('count'), number: true, cell: (child) => countWords(child, card) },
    ...(kind
      ? [
          {
            key: 'rate',
            title: t(kind === 'response' ? 'rateTitle' : 'perTitle'),
            number: true,
            cell: rateWords,
          },
        ]
      : []),
    ...(card.children.some(({ change }) => change)
      ? [{ key: 'change', title: t('sinceBefore'), cell: changeCell }]
      : []),
  ];
  return (
    <section class="stack" aria-labelledby="children">
      <div>
        <h2 id="children">{t('children')}</h2>
        <p class="note">
          {t(!scored ? 'childrenByPlace' : apart ? 'childrenByScore' : 'childrenOneBand', { k: card.k })}
        </p>
      </div>
      <div class="no-print line order">
        {card.children.some(({ place }) => place) && (
          <Select
            label={t('order')}
            value={order}
            options={[
              { value: 'place', label: t('orderPlace') },
              { value: 'score', label: t('orderScore') },
            ]}
            onChange={setOrder}
          />
        )}
        {card.children.length > searchFrom && (
          <TextField type="search" label={t('findChild')} value={words} onInput={setWords} />
        )}
      </div>
      {rows.length === 0 ? (
        <p class="note" role="status">
          {ui('nothingFound', { words: words.trim() })}
        </p>
      ) : (
        <Table
          caption={t('childrenOf', {
            unit: card.unit.name,
            order: t(scored ? 'orderScore' : 'orderPlace'),
          })}
          hideCaption
          columns={columns}
          rows={rows}
          rowKey={({ unit }) => unit.id}
        />
      )}
      {card.merged && <Merged merged={card.merged} />}
      <TakeAlong
        of={t('children')}
        taken={takenOf([card], async ([out]) =>
          (await import('./charts/figures.ts')).childrenFigure(out, scored),
        )}
      />
      {card.children.some(({ items }) => items.length > 1) && <ByItem card={card} />}
    </section>
  );
}

const changeCell = ({ change }: ChildLine): string => (change ? changeWords(change) : '');

function Name(props: { child: ChildLine; href: string }) {
  const { unit, drill } = props.child;
  return (
    <>
      {drill ? <a href={props.href}>{unit.name}</a> : unit.name}{' '}
      <span class="note dim">{unitKindWord(unit.kind)}</span>
    </>
  );
}

function Score({ child, card }: { child: ChildLine; card: Scorecard }) {
  const { n, hidden, score, items } = child;
  const part = partWords(child, card);
  if (n === 0) return <span class="dim">{t('silentUnit')}</span>;
  if (hidden) return <Hidden beside={n !== null} k={card.k} />;
  if (!score) return <span class="dim">{t(items.length > 0 ? 'scoreBeside' : 'notScored')}</span>;
  return (
    <span class="score-cell">
      {part && <span class="note">{part}</span>}
      <span>
        {part ? points(score.value) : <b>{points(score.value)}</b>}
        {aboutIn(score)}
      </span>
      <IntervalBar {...score} />
      {n !== null && n < few && <span class="note">{t('caution', { n })}</span>}
    </span>
  );
}
