// /print/issued?card=…: a scorecard that was signed off, as an official notice: its measures in front, the units below and
// the notes as annexes.
import type { ComposedCard, Figure, MeasureLine } from '../../schema/api/composed.ts';
import { getIssued, type Issued } from '../../schema/api/issued.ts';
import { showCheck } from '../../schema/elections/result.ts';
import {
  aboutWords,
  askedWords,
  baseWords,
  markWords,
  numberWords,
  olderWords,
  partialWords,
  periodWords,
  sourcesWords,
  totalWords,
  unfinishedWords,
  unweighedWords,
  valueWords,
  weighedWords,
  whyWords,
} from '../board/composed/said.ts';
import { Button } from '../ui/button.tsx';
import { call } from '../ui/call.ts';
import { useLoad } from '../ui/load.ts';
import { Loading } from '../ui/loading.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { dayWords } from '../ui/time.ts';
import { withQuiet } from './address.ts';
import { Frame } from './frame.tsx';
import { t } from './issued-words.ts';
import { chunked, Paper } from './papers/paper.tsx';

/** Lines of measures on a sheet of an annex; measures beside each other; units below each other; notes. */
const most = { measures: 16, across: 3, units: 14, notes: 12 };
/** Of what and when it is. */
function whatOf({ card, title }: Issued): string {
  const when = card.period ? periodWords(card.period) : askedWords(card);
  return t('heading', { unit: card.unit.name, title }) + (when && t('ofPeriod', { period: when }));
}
/** Characters of what the figures are from on the notice itself; more stand in an annex. */
const sourcesMost = 108;
/** In front of the measures. */
const firstOf = (issued: Issued) => t('first', { what: whatOf(issued) }) + unfinishedWords(issued.card, true);
/** Below them, in small letters. */
function smallOf({ card }: Issued): string {
  const from = sourcesWords(card);
  return (
    (card.total ? weighedWords(card) : '') +
    unweighedWords(card) +
    olderWords(card) +
    (from.length > sourcesMost ? '' : from)
  );
}
/** Of the 225 mm of text; characters fit so many on a line of each kind. */
function onNotice(issued: Issued): number {
  const { card, corrects, correctedBy } = issued;
  const lines = (words: string, fit: number) => Math.ceil(words.length / fit);
  const plain = [
    firstOf(issued),
    card.total ? t('total', { total: totalWords(card.total) }) : '',
    corrects ? t('corrects', { number: numberWords(corrects), reason: corrects.reason }) : '',
    correctedBy ? t('corrected', { number: numberWords(correctedBy) }) : '',
  ];
  const small = lines(smallOf(issued), 34) + lines(t('publicOnly'), 34);
  const number = t('number', { number: numberWords(issued, card.unit.name), signer: issued.signer });
  const foot = Math.max(42, 30 + 5.3 * (1 + lines(number, 22) + lines(issued.phone, 22)));
  let free = 225 - foot - 8 - 10.5 * lines(whatOf(issued), 17) - 6 * small - 9;
  for (const words of plain) free -= 10.3 * lines(words, 26);
  const fits = card.measures.findIndex(({ title, figure }) => {
    const most = Math.max(2, lines(title, 9), lines(whyWords(figure), 9));
    free -= 3 + 5.7 * most;
    return free < 0;
  });
  return fits === -1 ? card.measures.length : Math.max(1, fits);
}
const codeMm = 25;

export function IssuedNotice({ card, query }: { card: string; query: URLSearchParams }) {
  const read = useLoad(`issued ${card}`, () => call(getIssued, { params: { issued: card } }));
  return (
    <Frame kind="issued" query={query} demo={read.value?.card.demo ?? false}>
      <Loading from={read}>{(issued) => <Sheets issued={issued} />}</Loading>
    </Frame>
  );
}

function Sheets({ issued }: { issued: Issued }) {
  const { card } = issued;
  const more = chunked(card.measures.slice(onNotice(issued)), most.measures);
  const tables = chunked(card.measures, most.across).flatMap((measures) =>
    chunked(card.rows, most.units).map((rows) => ({ measures, rows })),
  );
  // A head takes the room of two units.
  const below = chunked(tables, Math.max(1, Math.floor(most.units / (card.rows.length + 2))));
  const notes = chunked(card.notes, most.notes);
  const page = (at: number) => 2 + at;
  const from = sourcesWords(card);
  const apart = from.length > sourcesMost ? [from] : [];
  return (
    <div class="print-columns">
      <div class="stack no-print">
        <h1>{t('title')}</h1>
        <p>{issued.title}</p>
        <div>
          <Button kind="primary" onClick={() => print()}>
            {t('print', { n: 1 + more.length + below.length + notes.length + apart.length })}
          </Button>
        </div>
        <p class="note">{t('paper')}</p>
        <a href={`/i/${issued.id}`}>{t('toCard')}</a>
      </div>
      <section class="sheets" aria-label={t('preview')}>
        <Notice issued={issued} />
        {more.map((measures, at) => (
          <Paper key={measures[0]?.id} page={page(at)} demo={card.demo}>
            <h3 class="paper-annex">{t('annexMore')}</h3>
            <Measures measures={measures} />
          </Paper>
        ))}
        {below.map((parts, at) => (
          <Paper
            key={parts.map(({ measures, rows }) => `${measures[0]?.id} ${rows[0]?.unit.id}`).join()}
            page={page(more.length + at)}
            demo={card.demo}
          >
            <h3 class="paper-annex">{t('annexBelow')}</h3>
            {parts.map((part) => (
              <Below key={`${part.measures[0]?.id}`} card={card} {...part} />
            ))}
          </Paper>
        ))}
        {notes.map((part, at) => (
          <Paper key={part[0]?.id} page={page(more.length + below.length + at)} demo={card.demo}>
            <h3 class="paper-annex">{t('annexNotes')}</h3>
            {part.map(({ id, measure, words, by }) => (
              <p key={id}>
                {t('note', {
                  title: card.measures.find((one) => one.id === measure)?.title ?? '',
                  words,
                  by,
                })}
              </p>
            ))}
          </Paper>
        ))}
        {apart.map((words) => (
          <Paper key="sources" page={page(more.length + below.length + notes.length)} demo={card.demo}>
            <h3 class="paper-annex">{t('annexSources')}</h3>
            <p>{words}</p>
          </Paper>
        ))}
      </section>
    </div>
  );
}

function Notice({ issued }: { issued: Issued }) {
  const { card, corrects, correctedBy } = issued;
  const what = whatOf(issued);
  const small = smallOf(issued);
  return (
    <Paper page={1} demo={card.demo} title={what} foot={<NoticeFoot issued={issued} />}>
      <p>{firstOf(issued)}</p>
      {corrects && <p>{t('corrects', { number: numberWords(corrects), reason: corrects.reason })}</p>}
      {correctedBy && <p>{t('corrected', { number: numberWords(correctedBy) })}</p>}
      <Measures measures={card.measures.slice(0, onNotice(issued))} />
      {card.total && <p>{t('total', { total: totalWords(card.total) })}</p>}
      {small !== '' && <p class="small flush">{small}</p>}
      <p class="small flush">{t('publicOnly')}</p>
    </Paper>
  );
}

function NoticeFoot({ issued }: { issued: Issued }) {
  return (
    <footer class="paper-foot">
      <div class="paper-notes">
        <p>{t('number', { number: numberWords(issued, issued.card.unit.name), signer: issued.signer })}</p>
        {issued.phone !== '' && <p>{t('asks', { phone: issued.phone })}</p>}
        <p>{t('check', { code: showCheck(issued.sha256) })}</p>
        <div class="paper-code">
          <div class="sheet-qr" style={{ width: `${withQuiet(issued.page, codeMm)}mm` }}>
            <QrCode text={issued.page} of={t('scan')} />
          </div>
          <span>{t('scan')}</span>
        </div>
      </div>
      <div class="paper-seal">
        <p>{issued.organiser}</p>
        <p>{dayWords(issued.signedAt, 0)}</p>
      </div>
    </footer>
  );
}

/** The figure and its range, each whole on its line. */
function Said({ line, figure, below }: { line: MeasureLine; figure: Figure; below?: true }) {
  if (figure.value === null) return <>{whyWords(figure)}</>;
  return (
    <>
      <span class="whole">{valueWords(line, figure.value, figure.n)}</span>
      <span class="whole">{aboutWords(figure)}</span>
      {below && figure.all !== undefined && <span> {partialWords(figure)}</span>}
    </>
  );
}

/** The target and how the figure stands to it, each whole on its line: the words of the page are too long for the column. */
function Against({ line }: { line: MeasureLine }) {
  const { figure, target } = line;
  if (target === null) return <>{t('none')}</>;
  return (
    <>
      <span class="whole">{t('aim', { value: valueWords(line, target) })}</span>{' '}
      <span class="whole">{figure.mark !== null && !figure.sure ? t('crosses') : markWords(figure)}</span>
    </>
  );
}

function Measures({ measures }: { measures: readonly MeasureLine[] }) {
  return (
    <table class="paper-table minutes">
      <thead>
        <tr>
          <th>{t('measure')}</th>
          <th>{t('figure')}</th>
          <th>{t('base')}</th>
          <th>{t('target')}</th>
        </tr>
      </thead>
      <tbody>
        {measures.map((line) => (
          <tr key={line.id}>
            <td class="words">{line.title}</td>
            <td>
              <Said line={line} figure={line.figure} />
            </td>
            <td>{baseWords(line, line.figure)}</td>
            <td>
              <Against line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Below(props: { card: ComposedCard; measures: readonly MeasureLine[]; rows: ComposedCard['rows'] }) {
  const { card, measures, rows } = props;
  return (
    <table class="paper-table minutes">
      <thead>
        <tr>
          <th />
          {measures.map(({ id, title }) => (
            <th key={id}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ unit, figures }) => (
          <tr key={unit.id}>
            <td class="words">{unit.name}</td>
            {measures.map((line) => {
              const figure = figures[card.measures.indexOf(line)];
              return <td key={line.id}>{figure && <Said line={line} figure={figure} below />}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
