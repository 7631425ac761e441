// Contests in administrative order: all or those of one kind, each with its number, found by place, a hundred at a time.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { count } from '../../ui/figures.ts';
import { hasWords } from '../../ui/has-words.ts';
import { TextField } from '../../ui/text-field.tsx';
import { t } from './words.ts';

const step = 100;

export function ContestFinder<R extends { above: string; name: string }>(props: {
  rows: readonly R[];
  /** what the kinds are, for who does not see them */
  label: string;
  kinds: readonly { key: string; title: string; has: (row: R) => boolean }[];
  /** above the table: what is made of all that was found */
  head?: (found: readonly R[]) => ComponentChildren;
  children: (shown: readonly R[]) => ComponentChildren;
}) {
  const { rows, kinds } = props;
  const [key, setKey] = useState<string>();
  const [words, setWords] = useState('');
  const [most, setMost] = useState(step);
  const kind = kinds.find((one) => one.key === key);
  const has = hasWords(words);
  const found = rows.filter((row) => (kind?.has(row) ?? true) && has(`${row.above} ${row.name}`));
  const press = (next: string | undefined) => {
    setKey(next);
    setMost(step);
  };
  return (
    <>
      <nav class="election-matters no-print" aria-label={props.label}>
        <Button small kind="outlined" pressed={!kind} onClick={() => press(undefined)}>
          {t('all')} {count(rows.length)}
        </Button>
        {kinds.map((one) => (
          <Button
            key={one.key}
            small
            kind="outlined"
            pressed={one === kind}
            onClick={() => press(one === kind ? undefined : one.key)}
          >
            {one.title} {count(rows.filter(one.has).length)}
          </Button>
        ))}
      </nav>
      <TextField
        type="search"
        hideLabel
        label={t('search')}
        placeholder={t('search')}
        value={words}
        onInput={(value) => {
          setWords(value);
          setMost(step);
        }}
      />
      {props.head?.(found)}
      {found.length === 0 ? <p role="status">{t('nothing')}</p> : props.children(found.slice(0, most))}
      {found.length > most && (
        <div>
          <Button kind="outlined" onClick={() => setMost(most + step)}>
            {t('moreRows', { n: count(Math.min(step, found.length - most)) })}
          </Button>
        </div>
      )}
    </>
  );
}
