// Under the text: what the line of the caret became, and the ways to make it something else: in sight for a line without a
// place, folded for one that has its place.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { LineFate } from '../../../../schema/form/reading.ts';
import { type Conversion, conversions } from '../../../../schema/form/text/convert.ts';
import type { Recasting } from '../../../../schema/form/text/recast.ts';
import { Button } from '../../../ui/button.tsx';
import { fateMark, fatesInOrder, fateWord } from './fate-words.ts';
import { t } from './words.ts';

export interface LineAt {
  /** from 1 */
  line: number;
  words: string;
  fate: LineFate | undefined;
  /** the pieces of it that found no place */
  lost: readonly string[];
  /** nothing of it found a place */
  whole: boolean;
  /** what else a line that has its place can be made */
  others: readonly Recasting[];
  /** what was made of where it sends the reader on */
  skips: readonly string[];
}

export function LineBar(props: {
  at: LineAt | undefined;
  /** number of the question that it belongs to, as people count */
  number: number | undefined;
  /** why the last press changed nothing */
  refused: string;
  onConvert: (as: Conversion) => void;
  onRecast: (as: Recasting) => void;
  onUndo: (() => void) | undefined;
  onQuestion: () => void;
}) {
  const { at, number } = props;
  // Of a piece beside a title a question of its own is rarely made: it may be a hint, or go.
  const ways = conversions.filter((as) => at?.whole || as === 'hint' || as === 'away');
  return (
    <section class="line-bar stack tight" aria-label={t('lineBar')}>
      {!at?.fate ? (
        <p class="note">{t('lineNone')}</p>
      ) : at.lost.length > 0 ? (
        <>
          <p>
            ▲ {t('lineLost', { line: at.line })} <q class="line-words">{at.lost[0]}</q>
          </p>
          <div class="line">
            {ways.map((as) => (
              <Button key={as} small kind="outlined" onClick={() => props.onConvert(as)}>
                {t(`as-${as}`)}
              </Button>
            ))}
          </div>
        </>
      ) : (
        <Placed key={at.line} others={at.others} onRecast={props.onRecast}>
          <p>
            {t('lineIs', { line: at.line, fate: fateWord(at.fate.fate) })}
            {number !== undefined && t('lineOf', { n: number })}
          </p>
          {at.fate.question !== undefined && (
            <Button small onClick={props.onQuestion}>
              {t('lineQuestion')}
            </Button>
          )}
        </Placed>
      )}
      {at?.skips.map((words) => (
        <p key={words} class="note">
          {words}
        </p>
      ))}
      <div class="line">
        {props.onUndo && (
          <Button small onClick={props.onUndo}>
            ↶ {t('lineUndo')}
          </Button>
        )}
        <span role="status">{props.refused}</span>
      </div>
    </section>
  );
}

/** What a line became, and behind a small button what else it can be made. */
function Placed(props: {
  others: readonly Recasting[];
  onRecast: (as: Recasting) => void;
  children: ComponentChildren;
}) {
  const { others } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <div class="line">
        {props.children}
        {others.length > 0 && (
          <Button small expanded={open} onClick={() => setOpen(!open)}>
            {t('notThis')}
          </Button>
        )}
      </div>
      {open && (
        <div class="line">
          {others.map((as) => (
            <Button key={as} small kind="outlined" onClick={() => props.onRecast(as)}>
              {t(`as-${as}`)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

export const FateLegend = () => (
  <details class="fate-legend">
    <summary>{t('legend')}</summary>
    <ul class="bare">
      {fatesInOrder.map((fate) => (
        <li key={fate}>
          <span class={`line-mark fate-${fate}`} aria-hidden="true">
            {fateMark(fate)}
          </span>{' '}
          {fateWord(fate)}
        </li>
      ))}
    </ul>
  </details>
);
