// The building's search as one types. The list and the form below it are the same as without a script.
import { useEffect, useState } from 'preact/hooks';
import type { FillUnit } from '../../../schema/api/fill.ts';
import { mostFound } from '../most-found.ts';
import { UnitList } from '../parts/unit-list.tsx';
import { say } from '../words.ts';
import './searching.css';

/** A pause in typing that is worth a request. */
const pause = 300;

export function FoundUnits({ slug, input }: { slug: string; input: HTMLInputElement }) {
  const [search, setSearch] = useState(() => input.value.trim());
  const [units, setUnits] = useState<FillUnit[]>();

  useEffect(() => {
    const typed = () => setSearch(input.value.trim());
    input.addEventListener('input', typed);
    return () => input.removeEventListener('input', typed);
  }, [input]);

  useEffect(() => {
    if (!search) return setUnits(undefined);
    const control = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const reply = await fetch(`/api/fill/${slug}/units?search=${encodeURIComponent(search)}`, {
          signal: control.signal,
        });
        if (reply.ok) setUnits(((await reply.json()) as { units: FillUnit[] }).units);
      } catch {
        // The search button still asks the server.
      }
    }, pause);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [search, slug]);

  if (!search) return null;
  if (!units) return <p class="hint late-sign">{say('searching')}</p>;
  return (
    <>
      <p class="hint">
        {units.length > 0 ? say('found', { n: units.length }) : say('noUnits')}{' '}
        {units.length >= mostFound && say('moreWords')}
      </p>
      <UnitList slug={slug} units={units} />
    </>
  );
}
