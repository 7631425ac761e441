// A composed card as it is read: one sentence, at most four tiles, every measure with how it was made and what was noted
// on it, and the units below. The same on the board, in the preview of the editor and on the public page.
import type { ComponentChildren } from 'preact';
import type { ComposedCard, MeasureLine } from '../../../schema/api/composed.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { unitKindWord } from '../../ui/words/kinds.ts';
import { NoteList } from '../notes/note-list.tsx';
import { t as board } from '../words.ts';
import { FigureCell, Marked, MeasureTile, Why } from './figure.tsx';
import { How } from './how.tsx';
import {
  aboutWords,
  baseWords,
  cellsWhy,
  changeWords,
  isHidden,
  olderWords,
  periodWords,
  summaryWords,
  totalWords,
  unfinishedWords,
  unweighedWords,
  valueWords,
  weighedWords,
} from './said.ts';
import { t } from './words.ts';

const tilesMost = 4;

interface CardParts {
  /** address of a unit's own card; absent where nothing leads further */
  href?: ((unit: string) => string) | undefined;
  /** below the units: ways to take them along */
  along?: ComponentChildren;
  /** below a measure, after how it was made */
  more?: ((line: MeasureLine) => ComponentChildren) | undefined;
  /** measures with notes stand open: whoever signs the card signs them too */
  notesOpen?: boolean;
  /** it is no more as it is now, but as it was signed */
  signed?: boolean;
}

export function ComposedView(parts: CardParts & { card: ComposedCard }) {
  const { card, href, more, along, notesOpen = false, signed = false } = parts;
  const told = card.measures.filter(({ figure }) => figure.value !== null).slice(0, tilesMost);
  const unfinished = unfinishedWords(card, signed);
  const older = olderWords(card);
  const left = unweighedWords(card);
  return (
    <>
      <p class="headline">{summaryWords(card, card.period ? periodWords(card.period) : card.title)}</p>
      {unfinished !== '' && <p>{unfinished}</p>}
      {older !== '' && <p>{older}</p>}
      {card.total && <Total card={card} />}
      {left !== '' && <p class="note">{left}</p>}
      {told.length > 0 && (
        <section class="stack tight" aria-label={t('main')}>
          <ul class="bare tiles">
            {told.map((line) => (
              <MeasureTile key={line.id} line={line} />
            ))}
          </ul>
        </section>
      )}
      <section class="stack tight" aria-labelledby="measures">
        <h2 id="measures">{t('measures')}</h2>
        <div class="composed-lines">
          {card.measures.map((line) => (
            <MeasureFold key={line.id} line={line} card={card} more={more} notesOpen={notesOpen} />
          ))}
        </div>
      </section>
      {card.rows.length > 0 && card.measures.length > 0 && <Rows card={card} href={href} along={along} />}
      <Method card={card} />
    </>
  );
}

function Total({ card }: { card: ComposedCard }) {
  const { total } = card;
  if (!total) return null;
  return (
    <p>
      {t('total')} {total.value === null ? <Why figure={total} /> : <b>{totalWords(total)}</b>}{' '}
      <span class="note">{weighedWords(card)}</span>
    </p>
  );
}

function MeasureFold(props: {
  line: MeasureLine;
  card: ComposedCard;
  more: CardParts['more'];
  notesOpen: boolean;
}) {
  const { line, card } = props;
  const { figure } = line;
  const notes = card.notes.filter(({ measure }) => measure === line.id);
  return (
    <details class="fold composed-line" open={props.notesOpen && notes.length > 0}>
      <summary>
        <span class="composed-title">{line.title}</span>
        <span class="composed-said">
          {figure.value === null ? (
            <Why figure={figure} />
          ) : (
            <>
              <b>{valueWords(line, figure.value, figure.n)}</b>
              {aboutWords(figure)} <span class="note">{baseWords(line, figure)}</span>
            </>
          )}{' '}
          <Marked figure={figure} />
        </span>
      </summary>
      <div class="stack tight composed-open">
        <Against line={line} />
        <How line={line} card={card} />
        {props.more?.(line)}
      </div>
      {notes.length > 0 && (
        <div class="composed-notes">
          <NoteList notes={notes} />
        </div>
      )}
    </details>
  );
}

function Against({ line }: { line: MeasureLine }) {
  return (
    <p class="note">
      {line.target === null ? t('targetNone') : t('target', { value: valueWords(line, line.target) })}
      {line.change && ` · ${changeWords(line)}`}
    </p>
  );
}

/** On paper the figures come first: how each was made is said once below all of them. */
function Method({ card }: { card: ComposedCard }) {
  return (
    <section class="print-only composed-method" aria-labelledby="method">
      <h2 id="method">{board('how')}</h2>
      <div>
        {card.measures.map((line) => (
          <div key={line.id}>
            <h3>{line.title}</h3>
            <Against line={line} />
            <How line={line} card={card} />
          </div>
        ))}
      </div>
    </section>
  );
}

/** A sheet of A4 is wide enough for a name and so many figures with their ranges. */
const onSheet = 5;

/** Of about the same width each, in their order. */
function blocksOf<T>(columns: readonly T[]): T[][] {
  const n = Math.ceil(columns.length / onSheet);
  const each = Math.ceil(columns.length / n);
  return Array.from({ length: n }, (_, at) => columns.slice(at * each, (at + 1) * each));
}

type Row = ComposedCard['rows'][number];

function Rows({ card, href, along }: Pick<CardParts, 'href' | 'along'> & { card: ComposedCard }) {
  const open = ({ figures }: Row) => figures.some(({ value }) => value !== null);
  const name: Column<Row> = {
    key: 'name',
    title: t('name'),
    head: true,
    cell: (row) => (
      <>
        {href && (open(row) || !row.figures.some(isHidden)) ? (
          <a href={href(row.unit.id)}>{row.unit.name}</a>
        ) : (
          row.unit.name
        )}{' '}
        <span class="note dim">{unitKindWord(row.unit.kind)}</span>
      </>
    ),
  };
  const columns = card.measures.map(
    (line, at): Column<Row> => ({
      key: line.id,
      title: line.title,
      cell: ({ figures }) => {
        const figure = figures[at];
        return figure && <FigureCell figure={figure} of={line} />;
      },
    }),
  );
  const table = (shown: typeof columns) => (
    <Table
      caption={`${card.unit.name} · ${t('below')}`}
      hideCaption
      keepTable
      columns={[name, ...shown]}
      rows={card.rows}
      rowKey={({ unit }) => unit.id}
    />
  );
  const blocks = blocksOf(columns);
  return (
    <section class="stack tight" aria-labelledby="below">
      <h2 id="below">{t('below')}</h2>
      {href && <p class="note no-print">{t('belowNote')}</p>}
      <div class={`heat-table composed-table${blocks.length > 1 ? ' no-print' : ''}`}>{table(columns)}</div>
      {blocks.length > 1 &&
        blocks.map((block) => (
          <div key={block[0]?.key} class="print-only composed-table">
            {table(block)}
          </div>
        ))}
      {cellsWhy(card).map((line) => (
        <p key={line} class="note">
          {line}
        </p>
      ))}
      {along}
    </section>
  );
}
