// 路线图: the whole form on one sheet, one row a question, with what depends on what on its left and where one may go from
// where on its right. What the lines say is said in words too, for the row that is chosen.
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import type { Builder } from '../builder.ts';
import { numbersOf, titleOf } from '../numbering.ts';
import { questionWords } from '../question-words.ts';
import { Sheet } from '../sheet.tsx';
import { type Line, mapOf, type Place } from './ways.ts';
import { t } from './words.ts';

/** Pixels. */
const rowHeight = 48;
const laneWidth = 10;
const edge = 14;

export function PathMap({ builder, onBack }: { builder: Builder; onBack: () => void }) {
  const { definition } = builder;
  const { places, reads, leads } = mapOf(definition);
  const [chosen, choose] = useState<number>();
  const numbers = numbersOf(definition);
  const questions = new Map(definition.questions.map((question) => [question.id, question]));
  const endings = new Map((definition.endings ?? []).map((ending) => [ending.id, ending]));
  const nameOf = ({ id, kind }: Place): string => {
    const question = questions.get(id);
    if (kind === 'end') return t('end');
    if (!question) return t('ending', { title: endings.get(id)?.title.trim() || '…' });
    if (kind === 'page') return t('page', { title: titleOf(question) });
    const number = numbers.get(id);
    return `${number === undefined ? '' : `${number} `}${titleOf(question)}`;
  };
  const touches = ({ from, to }: Line, row: number) => from === row || to === row;
  const rows = (list: readonly Line[], of: (line: Line) => number | undefined) =>
    list
      .flatMap((line) => of(line) ?? [])
      .flatMap((row) => places[row] ?? [])
      .map(nameOf)
      .join(t('listed'));
  const said = (row: number): string[] =>
    (
      [
        ['reads', rows(reads, ({ from, to }) => (to === row ? from : undefined))],
        ['readBy', rows(reads, ({ from, to }) => (from === row ? to : undefined))],
        ['leads', rows(leads, ({ from, to }) => (from === row ? to : undefined))],
        ['leadsHere', rows(leads, ({ from, to }) => (to === row ? from : undefined))],
      ] as const
    ).flatMap(([word, list]) => (list === '' ? [] : [t(word, { list })]));
  const related = (row: number) =>
    chosen === undefined ||
    row === chosen ||
    [...reads, ...leads].some((line) => touches(line, row) && touches(line, chosen));
  return (
    <Sheet class="path-sheet" title={t('title')} back={t('back')} onBack={onBack}>
      <p>{reads.length + leads.length === 0 ? t('straight') : t('intro')}</p>
      <div class="path-map">
        <Lines lines={reads} rows={places.length} side="left" chosen={chosen} />
        <ol class="bare">
          {places.map((place, row) => {
            const question = questions.get(place.id);
            const words = row === chosen ? said(row) : question ? questionWords(question, definition) : [];
            return (
              <li key={place.id} class={`path-row is-${place.kind}${related(row) ? '' : ' faint'}`}>
                <button
                  type="button"
                  aria-pressed={row === chosen}
                  onClick={() => choose(row === chosen ? undefined : row)}
                >
                  <span class="path-name">{nameOf(place)}</span>
                  {words.length > 0 && <span class="note path-says">{words.join(' · ')}</span>}
                </button>
                {row === chosen && question && (
                  <Button
                    small
                    onClick={() => {
                      onBack();
                      builder.choose(place.id);
                    }}
                  >
                    {t('open')}
                  </Button>
                )}
              </li>
            );
          })}
        </ol>
        <Lines lines={leads} rows={places.length} side="right" chosen={chosen} />
      </div>
    </Sheet>
  );
}

function Lines(props: {
  lines: readonly Line[];
  rows: number;
  side: 'left' | 'right';
  chosen: number | undefined;
}) {
  const { lines, side, chosen } = props;
  const lanes = Math.max(0, ...lines.map(({ lane }) => lane + 1));
  const width = lanes === 0 ? 0 : edge + lanes * laneWidth;
  const height = props.rows * rowHeight;
  const x = (out: number) => (side === 'left' ? width - out : out);
  /** Two lines at one row do not fall into one. */
  const y = (row: number, leaves: boolean) => row * rowHeight + rowHeight / 2 + (leaves ? 5 : -5);
  return (
    <svg class={`path-lines ${side}`} width={width} height={height} aria-hidden="true">
      {lines.map(({ from, to, lane }) => {
        const out = edge + lane * laneWidth;
        const [start, end] = [y(from, true), y(to, false)];
        const tip = side === 'left' ? -5 : 5;
        const lit = chosen === undefined || from === chosen || to === chosen;
        return (
          <g key={`${from} ${to}`} class={lit ? undefined : 'faint'}>
            <path d={`M${x(0)} ${start} H${x(out)} V${end} H${x(2)}`} />
            <path class="tip" d={`M${x(0)} ${end} l${tip} -4 v8 z`} />
          </g>
        );
      })}
    </svg>
  );
}
