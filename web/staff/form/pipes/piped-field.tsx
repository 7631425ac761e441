// A text that may repeat earlier answers. They are shown as readable tokens, put in by a button, and read out below as
// residents will meet them.
import { useRef, useState } from 'preact/hooks';
import type { Definition } from '../../../../schema/form/definition.ts';
import { pipeMark } from '../../../../schema/logic/pipe.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField, type TextFieldProps } from '../../../ui/text-field.tsx';
import { focusSoon } from '../focus.ts';
import { mayBeRead } from '../logic/answers.ts';
import { PipePicker } from './pipe-picker.tsx';
import { sampleOf, tokensOf } from './tokens.ts';
import { t } from './words.ts';

const lettersALine = 20;

export function PipedField(
  props: Omit<TextFieldProps, 'id'> & {
    id: string;
    maxLength: number;
    definition: Definition;
    /** the question whose text this is; answers of those before it may be repeated. Without one: all of them */
    before: string | undefined;
  },
) {
  const { definition, before, id, value, maxLength, ...field } = props;
  const [open, setOpen] = useState(false);
  const caret = useRef<number | undefined>(undefined);
  const tokens = tokensOf(definition);
  const shown = tokens.show(value);
  const at = before === undefined ? -1 : definition.questions.findIndex((one) => one.id === before);
  const sources = (at < 0 ? definition.questions : definition.questions.slice(0, at)).filter(mayBeRead);
  const put = (typed: string) => {
    const kept = tokens.keep(typed, value);
    if (kept.length <= maxLength) props.onInput(kept);
  };
  const place = () => document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${CSS.escape(id)}`);
  const caretSoon = (at: number) => requestAnimationFrame(() => place()?.setSelectionRange(at, at));
  /** A token goes as a whole: half of one would be a text that nobody meant. */
  const dropToken = (event: KeyboardEvent) => {
    const field = place();
    const end = field?.selectionStart ?? 0;
    if (event.key !== 'Backspace' || !field || field.selectionEnd !== end) return;
    const token = tokens.endingIn(shown.slice(0, end), value);
    if (token === undefined) return;
    event.preventDefault();
    put(`${shown.slice(0, end - token.length)}${shown.slice(end)}`);
    caretSoon(end - token.length);
  };
  return (
    <div
      class="piped stack tight"
      onFocusOut={() => {
        caret.current = place()?.selectionStart ?? undefined;
      }}
    >
      <TextField
        {...field}
        id={id}
        value={shown}
        // A token makes a text longer than one line of a phone.
        {...(field.lines && {
          lines: Math.max(field.lines, Math.min(4, Math.ceil(shown.length / lettersALine))),
        })}
        // What is kept counts, and a token is longer than what is kept of it.
        maxLength={maxLength + shown.length - value.length}
        onInput={put}
        onKeyDown={(event) => {
          dropToken(event);
          props.onKeyDown?.(event);
        }}
      />
      {sources.length > 0 && (
        <div class={open ? 'pipe-tools open' : 'pipe-tools'}>
          <Button small expanded={open} onClick={() => setOpen(!open)}>
            {t('insert')}
          </Button>
          {open && (
            <PipePicker
              definition={definition}
              sources={sources}
              onPick={(source, otherwise) => {
                const token = tokens.show(tokens.mark(source, otherwise));
                const from = caret.current ?? shown.length;
                put(`${shown.slice(0, from)}${token}${shown.slice(from)}`);
                setOpen(false);
                focusSoon(id);
                caretSoon(from + token.length);
              }}
            />
          )}
        </div>
      )}
      <Reading value={value} definition={definition} />
    </div>
  );
}

/** How a text with earlier answers in it will read, with an answer and without one. */
export function Reading({ value, definition }: { value: string; definition: Definition }) {
  if (!value.includes('{{') || value.search(pipeMark) < 0) return null;
  const { answered, unanswered } = sampleOf(value, definition);
  return (
    <p class="note">
      {t('reads', { text: answered })}
      <br />
      {t('readsElse', { text: unanswered })}
    </p>
  );
}
