// What can be added: the eight usual types on a bar, all of them by purpose behind 更多题型 (key: /).
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type FieldType, fieldOf, fieldTypes } from '../../../schema/fields/registry.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import { focusSoon } from './focus.ts';
import { entryOf, onTheBar } from './types/registry.ts';
import { purposes, purposeWord, typeWord } from './types/words.ts';
import { t } from './words.ts';

export function Palette(props: { onAdd: (type: FieldType) => void }) {
  const [open, setOpen] = useState(false);
  useSlash(() => {
    setOpen(true);
    focusSoon('find-type');
  });
  const add = (type: FieldType) => {
    setOpen(false);
    props.onAdd(type);
  };
  return (
    <section class="palette" aria-label={t('addQuestion')}>
      <div class="palette-bar">
        <span class="note">+ {t('addQuestion')}</span>
        {onTheBar.map((type) => (
          <Button key={type} small kind="outlined" onClick={() => add(type)}>
            {typeWord(type)}
          </Button>
        ))}
        <Button small expanded={open} onClick={() => setOpen(!open)}>
          {t('moreTypes')} /
        </Button>
      </div>
      {open && <AllTypes onAdd={add} onClose={() => setOpen(false)} />}
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

/** `/` opens the palette, unless it is being typed somewhere. */
function useSlash(open: () => void): void {
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.matches('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  });
}
