// Options, rows or columns, edited in place: Enter adds the next one, pasted lines become one each, Backspace on an
// empty one removes it, Alt and an arrow moves it.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { type Line, linesOf, pastedAt, spliced } from './edits.ts';
import { focusSoon } from './focus.ts';
import { freshOptionId } from './fresh-id.ts';
import type { Tokens } from './pipes/tokens.ts';
import { t } from './words.ts';

/** How many lines there may be, and how many letters in each: as many as an option may have unless said. */
export interface ListMost {
  most?: number;
  letters?: number;
}
const usual = { most: 200, letters: 200 };

export function LineList<L extends Line>(
  props: ListMost & {
    /** for the ids of the inputs */
    of: string;
    legend: string;
    addWord: string;
    nameOfN: (n: number) => string;
    /** drawn before each item, as residents see it */
    mark?: string | undefined;
    list: readonly L[];
    make: (line: Line) => L;
    /** what a removed item becomes; undefined: it goes */
    retire?: (line: L) => L | undefined;
    /** what stands under an item; `name` is what it is called while it is blank */
    marks?: (line: L, change: (line: L) => void, name: string) => ComponentChildren;
    /** labels may repeat earlier answers */
    tokens?: Tokens;
    onChange: (list: L[], group?: string) => void;
  },
) {
  const { list, onChange, most, letters } = { ...usual, ...props };
  const [dragged, setDragged] = useState<number>();
  const [over, setOver] = useState<number>();
  const inputId = (line: Line) => `${props.of}-${line.id}`;
  const shown = ({ label }: Line) => props.tokens?.show(label) ?? label;
  const addAfter = (index: number) => {
    const next = list[index + 1];
    if (next?.label === '') return focusSoon(inputId(next));
    if (list.length >= most) return toast(t('linesMost', { n: most }));
    const line = props.make({ id: freshOptionId(), label: '' });
    onChange(spliced(list, index + 1, 0, line));
    focusSoon(inputId(line));
  };
  const remove = (index: number) => {
    const line = list[index];
    if (!line || list.length < 2) return;
    const kept = props.retire?.(line);
    onChange(spliced(list, index, 1, ...(kept ? [kept] : [])));
    const next = list[index - 1] ?? list[index + 1];
    if (next) focusSoon(inputId(next));
  };
  const moveTo = (index: number, to: number) => {
    const line = list[index];
    if (!line || to < 0 || to >= list.length || to === index) return;
    onChange(spliced(spliced(list, index, 1), to, 0, line));
    focusSoon(inputId(line));
  };
  return (
    <fieldset class="stack tight line-list">
      <legend class="field-label">{props.legend}</legend>
      <span class="note" id={`${props.of}-keys`}>
        {t('optionKeys')}
      </span>
      <ol class="bare stack tight">
        {list.map((line, index) => (
          <li
            key={line.id}
            class={`line-item${dragged === index ? ' dragged' : ''}${over === index ? ' over' : ''}`}
            onDragOver={(event) => {
              if (dragged === undefined) return;
              event.preventDefault();
              setOver(index);
            }}
            onDrop={(event) => {
              if (dragged === undefined) return;
              event.preventDefault();
              moveTo(dragged, index);
            }}
          >
            {/* The keys do the same: Alt with an arrow. */}
            <span
              class="line-handle"
              aria-hidden="true"
              title={t('dragLine')}
              draggable
              onDragStart={(event) => {
                event.stopPropagation();
                event.dataTransfer?.setData('text/plain', line.label);
                const row = event.currentTarget.parentElement;
                if (row) event.dataTransfer?.setDragImage(row, 0, 0);
                setDragged(index);
              }}
              onDragEnd={() => {
                setDragged(undefined);
                setOver(undefined);
              }}
            >
              {props.mark ?? '⠿'}
            </span>
            <input
              id={inputId(line)}
              class="input written"
              aria-label={props.nameOfN(index + 1)}
              aria-describedby={`${props.of}-keys`}
              placeholder={props.nameOfN(index + 1)}
              value={shown(line)}
              maxLength={letters + shown(line).length - line.label.length}
              onInput={(event) => {
                const typed = event.currentTarget.value;
                const label = props.tokens?.keep(typed, line.label) ?? typed;
                onChange(spliced(list, index, 1, { ...line, label }), inputId(line));
              }}
              onPaste={(event) => {
                const lines = linesOf(event.clipboardData?.getData('text') ?? '');
                if (lines.length < 2) return;
                event.preventDefault();
                const room = most - list.length + (line.label.trim() === '' ? 1 : 0);
                const fit = lines.slice(0, room).map((one) => one.slice(0, letters));
                const next = pastedAt(list, index, fit, props.make);
                onChange(next);
                const last = next[index + fit.length - (line.label.trim() === '' ? 1 : 0)];
                if (last) focusSoon(inputId(last));
                if (fit.join() !== lines.join())
                  toast(t('pastedCut', { n: lines.length - fit.length, letters }));
              }}
              onKeyDown={(event) => {
                // Enter that ends a pinyin word is not an Enter.
                if (event.isComposing) return;
                if (event.key === 'Enter') addAfter(index);
                else if (event.key === 'Backspace' && line.label === '') remove(index);
                else if (event.altKey && event.key === 'ArrowUp') moveTo(index, index - 1);
                else if (event.altKey && event.key === 'ArrowDown') moveTo(index, index + 1);
                else return;
                event.preventDefault();
              }}
            />
            <Button
              small
              label={t('removeOne', { label: line.label || props.nameOfN(index + 1) })}
              disabled={list.length < 2}
              onClick={() => remove(index)}
            >
              ✕
            </Button>
            {props.marks?.(line, (next) => onChange(spliced(list, index, 1, next)), props.nameOfN(index + 1))}
          </li>
        ))}
      </ol>
      <div>
        <Button small onClick={() => addAfter(list.length - 1)}>
          + {props.addWord}
        </Button>
      </div>
    </fieldset>
  );
}
