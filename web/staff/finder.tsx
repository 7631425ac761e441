// Rows of a long list: all or those of one kind, each kind with its number, found by words.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { count } from '../ui/figures.ts';
import { hasWords } from '../ui/has-words.ts';
import { TextField } from '../ui/text-field.tsx';
import { t as ui } from '../ui/words/ui.ts';

export function Finder<R>(props: {
  rows: readonly R[];
  /** what a row is found by */
  text: (row: R) => string;
  /** of the search; without it nothing is searched */
  search: string | undefined;
  /** what the kinds are, for who does not see them */
  label: string;
  kinds: readonly { key: string; title: string; has: (row: R) => boolean }[];
  /** above the table: what is made of all that was found */
  head?: (found: readonly R[]) => ComponentChildren;
  children: (found: readonly R[]) => ComponentChildren;
}) {
  const { rows, kinds, search } = props;
  const [key, setKey] = useState<string>();
  const [words, setWords] = useState('');
  const kind = kinds.find((one) => one.key === key);
  const has = hasWords(words);
  const found = rows.filter((row) => (kind?.has(row) ?? true) && has(props.text(row)));
  return (
    <>
      {kinds.length > 0 && (
        <nav class="line no-print" aria-label={props.label}>
          <Button small kind="outlined" pressed={!kind} onClick={() => setKey(undefined)}>
            {ui('all')} {count(rows.length)}
          </Button>
          {kinds.map((one) => (
            <Button
              key={one.key}
              small
              kind="outlined"
              pressed={one === kind}
              onClick={() => setKey(one === kind ? undefined : one.key)}
            >
              {one.title} {count(rows.filter(one.has).length)}
            </Button>
          ))}
        </nav>
      )}
      {search !== undefined && (
        <TextField
          type="search"
          hideLabel
          label={search}
          placeholder={search}
          value={words}
          onInput={setWords}
        />
      )}
      {props.head?.(found)}
      {found.length === 0 ? <p role="status">{ui('nothingSuch')}</p> : props.children(found)}
    </>
  );
}
