// A letter whose ballot lies on this phone already is not opened again: what was settled stands in the public record, the rest on
// the phone. So nothing that says whose letter it is goes out just before a ballot that says nothing of it.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useLoad } from '../../ui/load.ts';
import { Frame } from '../frame.tsx';
import { Reading } from '../reading.tsx';
import { Contest } from './contest.tsx';
import { type Kept, keptOf } from './kept.ts';
import { asLetter } from './slip.tsx';
import { Which } from './which.tsx';
import { t } from './words.ts';

/** Of a contest that takes ballots, or will; of others the letter tells what comes next. */
async function openOf({ contest, terms, late = 0, token }: Kept) {
  if (token === undefined || terms === undefined) return [];
  const letter = await asLetter(contest);
  return ['frozen', 'open'].includes(letter.state) ? [{ contest: letter, terms, late }] : [];
}

/** @param children the letter itself */
export function Held({ secret, children }: { secret: string; children: ComponentChildren }) {
  const [letter, setLetter] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const read = useLoad(secret, async () => (await Promise.all((await keptOf(secret)).map(openOf))).flat());
  const held = read.value ?? [];
  if (letter || (read.state === 'ready' && held.length === 0)) return <>{children}</>;
  const one = held.length === 1 ? held[0] : held.find(({ contest }) => contest.contest === chosen);
  if (one)
    return (
      <Contest
        key={one.contest.contest}
        contest={one.contest}
        door=""
        holder={{ secret, hash: one.terms }}
        late={one.late}
        letter={() => setLetter(true)}
      />
    );
  return (
    <Frame title={t('title')}>
      <Reading from={read}>
        {(list) => <Which contests={list.map(({ contest }) => contest)} choose={setChosen} />}
      </Reading>
      {read.state !== 'waiting' && (
        <button type="button" class="plain clear" onClick={() => setLetter(true)}>
          {t('restOfLetter')}
        </button>
      )}
    </Frame>
  );
}
