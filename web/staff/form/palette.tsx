// What can be added: the eight usual types on a bar, all of them by purpose behind 更多题型 (keys: / and Ctrl+/), and questions out of a
// pasted text.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type FieldType, fieldOf, fieldTypes } from '../../../schema/fields/registry.ts';
import type { Question } from '../../../schema/form/definition.ts';
import { Button } from '../../ui/button.tsx';
import { part } from '../../ui/part.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { language } from '../../ui/words/language.ts';
import { t as ui } from '../../ui/words/ui.ts';
import { focusSoon } from './focus.ts';
import { freshQuestionId } from './fresh-id.ts';
import { t as paste } from './paste/words.ts';
import { entryOf, makeQuestion, onTheBar } from './types/registry.ts';
import { purposes, purposeWord, typeWord } from './types/words.ts';
import { t } from './words.ts';

const PasteQuestions = part(
  () => import('./paste/paste-questions.tsx'),
  (loaded) => loaded.PasteQuestions,
);

export const moreTypesId = 'more-types';

export function Palette(props: {
  onInsert: (questions: readonly Question[]) => void;
  /** how many a form may still take */
  room: number;
}) {
  const [open, setOpen] = useState(false);
  const [pasting, setPasting] = useState<string>();
  usePastedText(setPasting);
  /** where the focus was, for those who turn back */
  const from = useRef<Element | null>(null);
  const show = () => {
    if (!open) from.current = document.activeElement;
    setOpen(true);
    focusSoon('find-type');
  };
  useSlash(show);
  const add = (types: readonly FieldType[]) => {
    setOpen(false);
    props.onInsert(types.map((type) => makeQuestion(type, freshQuestionId())));
  };
  return (
    <section class="palette" aria-label={t('addQuestion')}>
      <div class="palette-bar">
        <span class="note">+ {t('addQuestion')}</span>
        {onTheBar.map((types) => (
          <Button key={types.join()} small kind="outlined" onClick={() => add(types)}>
            {types.map((type) => typeWord(type)).join(language() === 'zh' ? '' : ' + ')}
          </Button>
        ))}
        <Button small id={moreTypesId} expanded={open} onClick={() => (open ? setOpen(false) : show())}>
          {t('moreTypes')} / <kbd class="dim">· Ctrl+/</kbd>
        </Button>
        <Button
          small
          expanded={pasting !== undefined}
          onClick={() => setPasting(pasting === undefined ? '' : undefined)}
        >
          {paste('open')}
        </Button>
      </div>
      {pasting !== undefined && (
        <PasteQuestions
          key={pasting}
          text={pasting}
          room={props.room}
          onInsert={(questions) => {
            setPasting(undefined);
            props.onInsert(questions);
          }}
          onClose={() => setPasting(undefined)}
        />
      )}
      {open && (
        <AllTypes
          onAdd={(type) => add([type])}
          onClose={() => {
            setOpen(false);
            const { current } = from;
            const stays = current instanceof HTMLElement && current.isConnected && current !== document.body;
            if (stays) current.focus();
            else focusSoon(moreTypesId);
          }}
        />
      )}
    </section>
  );
}

function AllTypes(props: { onAdd: (type: FieldType) => void; onClose: () => void }) {
  const [words, setWords] = useState('');
  const card = useRef<HTMLDivElement>(null);
  // It opens below the fold; what is typed next is what is looked for, and not the question above.
  useLayoutEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
    document.getElementById('find-type')?.focus({ preventScroll: true });
  }, []);
  const wanted = words.trim().toLowerCase();
  // Found by what it is called here, or in a pasted text (`[量表题]`).
  const found = fieldTypes.filter((type) =>
    [typeWord(type), ...fieldOf({ type }).labels].some((word) => word.toLowerCase().includes(wanted)),
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard for the controls inside
    <div
      class="card stack tight"
      ref={card}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose();
      }}
    >
      <TextField
        id="find-type"
        type="search"
        label={t('searchTypes')}
        value={words}
        onInput={setWords}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key !== 'Enter' || !first || event.isComposing) return;
          event.preventDefault();
          props.onAdd(first);
        }}
      />
      {found.length === 0 && <p class="note">{ui('nothingFound', { words: words.trim() })}</p>}
      {purposes.map((purpose) => {
        const here = found.filter((type) => entryOf({ type }).purpose === purpose);
        if (here.length === 0) return null;
        return (
          <div key={purpose}>
            <p class="note">{purposeWord(purpose)}</p>
            <div class="palette-bar">
              {here.map((type) => (
                <Button key={type} small kind="outlined" onClick={() => props.onAdd(type)}>
                  {typeWord(type)}
                </Button>
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}

const isTyping = ({ target }: Event) =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** A text that is pasted on the page, and into no field, becomes questions. */
function usePastedText(open: (text: string) => void): void {
  useEffect(() => {
    const heard = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text') ?? '';
      if (isTyping(event) || text.trim() === '') return;
      event.preventDefault();
      open(text);
    };
    document.addEventListener('paste', heard);
    return () => document.removeEventListener('paste', heard);
  });
}

/** `/` opens the palette, unless it is being typed somewhere; with Ctrl or ⌘ it does from within a field too. */
function useSlash(open: () => void): void {
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const held = event.ctrlKey || event.metaKey;
      // By its place: under a Chinese input method the key says something else.
      const pressed = held ? event.code === 'Slash' : event.key === '/' && !isTyping(event);
      if (!pressed || event.altKey || event.shiftKey || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  });
}
