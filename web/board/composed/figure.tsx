// One figure with how sure it is, what it counts and how it stands to its target; or why there is none.
import type { Figure as FigureData, MeasureLine } from '../../../schema/api/composed.ts';
import { aboutWords as rangeWords } from '../figures.ts';
import { IntervalBar } from '../interval-bar.tsx';
import { t as board } from '../words.ts';
import {
  aboutWords,
  baseWords,
  changeWords,
  isHidden,
  markClass,
  markWords,
  partialWords,
  valueWords,
  whyWords,
} from './said.ts';

type Of = Pick<MeasureLine, 'what' | 'suffix' | 'kind'>;

export function Why({ figure }: { figure: FigureData }) {
  if (!isHidden(figure)) return <span class="dim">{whyWords(figure)}</span>;
  return <Hidden words={whyWords(figure)} />;
}

const Hidden = ({ words }: { words: string }) => (
  <span class="hidden-figure">
    <span class="hatch" aria-hidden="true" />
    {words}
  </span>
);

export function Marked({ figure }: { figure: FigureData }) {
  if (figure.mark === null) return null;
  return <span class={markClass(figure)}>{markWords(figure)}</span>;
}

/** In a table: the figure and its range on one line, its mark below. Why one is hidden is said below the table. */
export function FigureCell({ figure, of }: { figure: FigureData; of: Of }) {
  if (figure.value === null)
    return isHidden(figure) ? <Hidden words={board('cellHidden')} /> : <Why figure={figure} />;
  return (
    <span class="score-cell">
      <span>
        <b class="whole">{valueWords(of, figure.value, figure.n)}</b>
        <span class="whole">{aboutWords(figure)}</span>
      </span>
      {figure.all !== undefined && <span class="note">{partialWords(figure)}</span>}
      <Marked figure={figure} />
    </span>
  );
}

/** On a tile, as on the board of a run. */
export function MeasureTile({ line }: { line: MeasureLine }) {
  const { figure } = line;
  const ranged = aboutWords(figure) !== '' && figure.low !== null && figure.high !== null;
  return (
    <li class="tile">
      <h2>{line.title}</h2>
      {figure.value === null ? (
        <p>
          <Why figure={figure} />
        </p>
      ) : (
        <>
          <p class="tile-figure composed-figure">{valueWords(line, figure.value, figure.n)}</p>
          {ranged && <IntervalBar value={figure.value} low={figure.low ?? 0} high={figure.high ?? 0} />}
          {ranged && <p>{rangeWords({ low: figure.low ?? 0, high: figure.high ?? 0 })}</p>}
          <p class="note">{baseWords(line, figure)}</p>
        </>
      )}
      <Marked figure={figure} />
      {line.change && <p class="note">{changeWords(line)}</p>}
    </li>
  );
}
