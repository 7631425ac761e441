// A card as blocks of a report: head, sentence, main figures, what to watch, the units below, every question, how it was
// all computed, and who answers for it.
import { count, percent } from '../../ui/figures.ts';
import { dayWords, momentWords } from '../../ui/time.ts';
import { opinionWord } from '../../ui/words/kinds.ts';
import type { CardItem, ChildLine, Scorecard } from '../card-types.ts';
import {
  aboutIn,
  aboutWords,
  barsOf,
  changeWords,
  countWords,
  few,
  idOf,
  partWords,
  points,
  rateWords,
  whyNoScore,
} from '../figures.ts';
import { headlineWords } from '../headline.tsx';
import { howLines } from '../how-lines.ts';
import { IntervalBar } from '../interval-bar.tsx';
import { Merged } from '../merged.tsx';
import { byWords, noteWords } from '../notes/note-list.tsx';
import type { Notes } from '../notes/noting.tsx';
import { watchLines } from '../watch.tsx';
import { t as board } from '../words.ts';
import type { Block } from './sheets.tsx';
import { t } from './words.ts';

/** Papers are kept: every date has its year. */
const day = (at: number) => dayWords(at, 0);

/** Lines that stand on the sheet with who signs. */
const linesBeside = 3;

export function reportBlocks(card: Scorecard, notes: Notes = { notes: [], below: [] }): Block[] {
  const notesOn = (...measures: string[]) => notes.notes.filter(({ measure }) => measures.includes(measure));
  const { campaign, unit, children, tiles, items } = card;
  const watched = watchLines(card);
  const opinion = opinionWord(campaign);
  const shown = items.filter(({ base }) => base > 0);
  return [
    {
      key: 'head',
      node: (
        <header class="report-head">
          <h2>{t('title', { unit: unit.name, campaign: campaign.title })}</h2>
          <p>
            {board('phaseLine', {
              from: day(campaign.opensAt),
              to: day(campaign.closesAt),
              organiser: campaign.organiser,
            })}{' '}
            · {board('asOf', { at: momentWords(card.asOf, 0) })}
          </p>
          {opinion && <p>▲ {opinion}</p>}
          {card.demo && <p>▲ {board('demo')}</p>}
        </header>
      ),
    },
    { key: 'sentence', node: <p class="report-sentence">{headlineWords(card)}</p> },
    ...notesOn('overall', 'rate').map((note) => ({ key: note.id, node: <Noted notes={[note]} /> })),
    ...(tiles.length > 0 ? [{ key: 'tiles', node: <Tiles card={card} /> }] : []),
    {
      key: 'watch',
      node: (
        <section class="report-part">
          <h3>{board('watch')}</h3>
          {watched.length === 0 && <p>{board('watchNothing')}</p>}
          {watched.map((line) => (
            <p key={line}>▲ {line}</p>
          ))}
        </section>
      ),
    },
    ...(children.length > 0 ? childBlocks(card) : []),
    ...notes.below.map((note) => ({ key: note.id, node: <Noted notes={[note]} /> })),
    ...(shown.length > 0
      ? [
          { key: 'questions', keep: true, node: <h3 class="report-part">{board('questions')}</h3> },
          ...pairs(shown).map((two) => ({
            key: two.map(idOf).join(),
            node: (
              <div class="report-two">
                {two.map((item) => (
                  <Question key={idOf(item)} item={item} notes={notesOn(idOf(item))} />
                ))}
              </div>
            ),
          })),
        ]
      : []),
    { key: 'how', keep: true, node: <h3 class="report-part">{t('method')}</h3> },
    // A sheet of its own for who signs would be empty paper: some lines come along.
    ...howLines(card).map((line, at, { length }) => ({
      key: line,
      keep: at >= length - linesBeside,
      node: <p class="report-line">{line}</p>,
    })),
    {
      key: 'signed',
      node: (
        <div class="report-signed">
          <p>{campaign.organiser}</p>
          <p>{day(card.asOf)}</p>
        </div>
      ),
    },
  ];
}

const pairs = <T,>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / 2) }, (_, at) => list.slice(2 * at, 2 * at + 2));

function Tiles({ card: { tiles, rate } }: { card: Scorecard }) {
  return (
    <div class="report-tiles">
      {tiles.map(({ question, row, title, value, base, change }) => (
        <div key={`${question}:${row}`}>
          <p class="report-name">{title}</p>
          <p class="report-figure">{points(value.value)}</p>
          <IntervalBar {...value} before={change ? value.value - change.value : undefined} />
          <p>{aboutWords(value)}</p>
          <p>
            {rate?.kind === 'response'
              ? board('tileOf', { n: count(base), households: count(rate.households) })
              : board('tileBase', { n: count(base) })}
          </p>
          {change && <p>{changeWords(change)}</p>}
        </div>
      ))}
    </div>
  );
}

/** In administrative order. */
function childBlocks(card: Scorecard): Block[] {
  const { children, merged, unit } = card;
  const rated = children.some(({ rate }) => rate);
  const changed = children.some(({ change }) => change);
  const kind = children.find(({ rate }) => rate)?.rate?.kind;
  const table = {
    name: board('childrenOf', { unit: unit.name, order: board('orderPlace') }),
    head: (
      <tr>
        <th scope="col">{board('name')}</th>
        <th scope="col">{board('scoreAndRange')}</th>
        <th scope="col" class="number">
          {board('count')}
        </th>
        {rated && (
          <th scope="col" class="number">
            {board(kind === 'response' ? 'rateTitle' : 'perTitle')}
          </th>
        )}
        {changed && <th scope="col">{board('sinceBefore')}</th>}
      </tr>
    ),
  };
  return [
    { key: 'children', keep: true, node: <h3 class="report-part">{board('children')}</h3> },
    ...children.map((child) => ({
      key: child.unit.id,
      table,
      node: (
        <>
          <th scope="row">{child.unit.name}</th>
          <td>{scoreWords(child, card)}</td>
          <td class="number">{countWords(child, card)}</td>
          {rated && <td class="number">{rateWords(child)}</td>}
          {changed && <td>{child.change ? changeWords(child.change) : ''}</td>}
        </>
      ),
    })),
    ...(merged ? [{ key: 'merged', node: <Merged merged={merged} /> }] : []),
  ];
}

function scoreWords(child: ChildLine, card: Scorecard): string {
  const { n, score } = child;
  if (child.hidden || !score) return whyNoScore(child, card) ?? '';
  const told = [n !== null && n < few ? board('caution', { n }) : '', partWords(child, card)]
    .filter(Boolean)
    .join(board('comma'));
  return `${points(score.value)}${aboutIn(score)} ${told}`.trim();
}

/** What staff noted, a line each. */
function Noted({ notes }: { notes: readonly (Notes['notes'][number] & { unit?: string })[] }) {
  return (
    <>
      {notes.map((note) => (
        <p key={note.id} class="report-line">
          {t('noted', { words: noteWords(note), by: byWords(note, 0) })}
        </p>
      ))}
    </>
  );
}

/** Options of one question on paper. */
const barsMost = 12;

function Question({ item, notes }: { item: CardItem; notes: Notes['notes'] }) {
  const { title, base, score, satisfied } = item;
  const bars = barsOf(item);
  const given = bars.length > barsMost ? bars.filter(({ n }) => n > 0) : bars;
  const drawn = given.slice(0, barsMost);
  return (
    <div class="report-question">
      <p class="report-name">{title}</p>
      <p>
        {item.hidden && board('hiddenLine')}
        {[
          score ? `${board('score')} ${points(score.value)}${aboutIn(score)}` : '',
          satisfied ? `${board('satisfied')} ${points(satisfied.value)}%` : '',
          item.hidden ? '' : board('baseOf', { n: count(base) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {drawn.map(({ key, label, n, missing }) => (
        <p class="report-bar" key={key}>
          <span>{label}</span>
          <span class="report-track">
            <span
              class={missing ? 'missing' : ''}
              style={{ width: `${base > 0 ? Math.min(100, (n / base) * 100) : 0}%` }}
            />
          </span>
          <span>{missing ? board('countOnly', { n: count(n) }) : `${percent(n, base)} · ${count(n)}`}</span>
        </p>
      ))}
      {item.others && !item.hidden && bars.length === item.bars.length && (
        <p>{board('othersApart', { list: item.others.labels.join(board('comma')) })}</p>
      )}
      {given.length > barsMost && <p>{t('rest', { n: given.length - barsMost })}</p>}
      <Noted notes={notes} />
    </div>
  );
}
