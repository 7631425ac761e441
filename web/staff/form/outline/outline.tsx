// The questions by number and page: to find one, to fold pages away, and to put several in order, copy or delete them at
// once, by pointer or by keyboard. A tree in the sense of ARIA: one stop of the Tab key, arrows inside.
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import type { Builder } from '../builder.ts';
import { focusSoon } from '../focus.ts';
import { nameOf, numbersOf, titleOf } from '../numbering.ts';
import { referencesFrom } from '../references.ts';
import { jumps } from '../settings/jumps.tsx';
import { OutlineActs, removeId } from './outline-acts.tsx';
import { OutlineRow, rowId } from './outline-row.tsx';
import { blockOf, rowsOf } from './rows.ts';
import { useMarks } from './use-marks.ts';
import { t } from './words.ts';

export function Outline(props: { builder: Builder }) {
  const { builder } = props;
  const { definition, mayEdit } = builder;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [marking, setMarking] = useState(false);
  const [at, setAt] = useState<string>();
  const [dragged, setDragged] = useState<readonly string[]>([]);
  const [drop, setDrop] = useState<{ id: string; behind: boolean }>();
  const [said, setSaid] = useState('');
  const numbers = numbersOf(definition);
  const rows = rowsOf(definition, folded);
  const { marked, markToo, markThrough, markAll, clear } = useMarks(rows);
  const [first] = rows;
  if (!first)
    return (
      <nav class="outline" aria-label={t('outline')}>
        <p class="note">{t('empty')}</p>
      </nav>
    );
  const ids = rows.map(({ question }) => question.id);
  const stop = [at, builder.chosen, first.question.id].find((id) => id !== undefined && ids.includes(id));

  const fold = (id: string, away: boolean) => {
    const next = new Set(folded);
    if (away) next.add(id);
    else next.delete(id);
    setFolded(next);
  };
  const goTo = (id: string | undefined) => {
    if (id === undefined) return;
    setAt(id);
    focusSoon(rowId(id));
  };
  const block = blockOf(definition, folded, marked);
  /** The marked rows when this is one of them, else this one, with what is folded into them. */
  const together = (id: string) => (marked.has(id) ? block : blockOf(definition, folded, new Set([id])));
  const open = (id: string) => {
    clear(id);
    setAt(id);
    builder.choose(id);
    document.getElementById(`q-${id}`)?.scrollIntoView({ block: 'center' });
  };
  const tell = (moving: readonly string[], next: typeof definition) => {
    const [one] = moving;
    const place = next.questions.findIndex(({ id }) => id === one);
    const question = next.questions[place];
    if (!question) return;
    const before = next.questions[place - 1];
    const names = numbersOf(next);
    setSaid(
      before
        ? t('movedBehind', { n: moving.length, name: nameOf(before, names), title: titleOf(before) })
        : t('movedFirst', { n: moving.length }),
    );
  };
  const move = (id: string, by: -1 | 1) => {
    const moving = together(id);
    tell(moving, builder.move(moving, by));
    goTo(id);
  };
  const remove = (id: string) => {
    const gone = together(id);
    // What others go by is shown before it goes.
    if (referencesFrom(definition, gone).length > 0) {
      markAll(marked.has(id) ? [...marked] : [id]);
      focusSoon(removeId);
      return;
    }
    const place = ids.indexOf(id);
    const left = [...ids.slice(place), ...ids.slice(0, place).reverse()].find((one) => !gone.includes(one));
    builder.remove(gone, true);
    clear();
    goTo(left);
  };
  const onKey = (event: KeyboardEvent, id: string) => {
    const place = ids.indexOf(id);
    const row = rows[place];
    const { key, altKey, shiftKey } = event;
    const command = event.ctrlKey || event.metaKey;
    const step = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : undefined;
    if (step !== undefined && altKey) {
      if (mayEdit) move(id, step);
    } else if (step !== undefined) {
      const next = ids[place + step];
      if (next !== undefined && shiftKey && mayEdit) markThrough(next, id);
      goTo(next);
    } else if (key === 'Home' || key === 'End') goTo(ids.at(key === 'Home' ? 0 : -1));
    else if (key === 'ArrowLeft' || key === 'ArrowRight') {
      if (row?.holds !== undefined) fold(id, key === 'ArrowLeft');
      else if (key === 'ArrowLeft' && row?.level === 2)
        goTo(
          rows
            .slice(0, place)
            .filter(({ level }) => level === 1)
            .at(-1)?.question.id,
        );
    } else if (key === 'Enter') open(id);
    else if (key === ' ' && mayEdit) markToo(id);
    else if (key === 'a' && command && mayEdit) markAll(ids);
    else if (key === 'd' && command && mayEdit) builder.copy(together(id), true);
    else if (key === 'Delete' && mayEdit) remove(id);
    else if (key === 'Escape' && marked.size > 0) clear();
    else return;
    event.preventDefault();
  };
  const onDrop = () => {
    if (!drop || dragged.length === 0) return;
    const place = ids.indexOf(drop.id);
    const before = drop.behind ? ids[place + 1] : drop.id;
    tell(dragged, builder.moveTo(dragged, before));
    setDrop(undefined);
    setDragged([]);
  };
  return (
    <nav class="outline" aria-label={t('outline')}>
      <div class="line apart outline-head">
        <h2 class="small">{t('outline')}</h2>
        {mayEdit && (
          <Button
            small
            pressed={marking}
            onClick={() => {
              setMarking(!marking);
              clear();
            }}
          >
            {t('several')}
          </Button>
        )}
      </div>
      <div role="tree" aria-label={t('outline')} aria-multiselectable="true" aria-describedby="outline-keys">
        {rows.map(({ question, level, holds }) => {
          const { id } = question;
          const number = numbers.get(id);
          return (
            <OutlineRow
              key={id}
              id={id}
              number={number === undefined ? (holds === undefined ? '—' : '') : String(number)}
              title={titleOf(question)}
              says={jumps.says(question, definition).join('\n')}
              level={level}
              holds={holds}
              folded={folded.has(id)}
              chosen={builder.chosen === id}
              marked={marked.has(id)}
              marking={marking}
              stop={id === stop}
              mayEdit={mayEdit}
              dragged={dragged.includes(id)}
              drop={drop?.id === id ? (drop.behind ? 'behind' : 'before') : undefined}
              on={{
                press(event) {
                  if (event.shiftKey && mayEdit) markThrough(id);
                  else if ((marking || event.ctrlKey || event.metaKey) && mayEdit) markToo(id);
                  else open(id);
                },
                key: (event) => onKey(event, id),
                fold: () => fold(id, !folded.has(id)),
                drag: () => setDragged(together(id)),
                over: (behind) => setDrop({ id, behind }),
                drop: onDrop,
                end() {
                  setDragged([]);
                  setDrop(undefined);
                },
              }}
            />
          );
        })}
      </div>
      {mayEdit && (marking || marked.size > 0) && (
        <OutlineActs
          ids={block}
          builder={builder}
          onMove={(by) => tell(block, builder.move(block, by))}
          onDone={() => {
            clear();
            setMarking(false);
          }}
        />
      )}
      <p class="away" id="outline-keys">
        {t(mayEdit ? 'keys' : 'keysRead')}
      </p>
      <p class="away" role="status">
        {said}
      </p>
    </nav>
  );
}
