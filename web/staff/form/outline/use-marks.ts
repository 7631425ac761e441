// Which rows of the outline are marked, to be moved, copied or deleted together.
import { useState } from 'preact/hooks';
import { between, type Row } from './rows.ts';

export interface Marks {
  marked: ReadonlySet<string>;
  /** `how`: alone, with those marked before, or all from the row that was marked last */
  mark: (id: string, how: 'alone' | 'too' | 'through') => void;
  markAll: (ids: readonly string[]) => void;
  clear: () => void;
}

const none: ReadonlySet<string> = new Set();

export function useMarks(rows: readonly Row[]): Marks {
  const [{ ids, from }, set] = useState<{ ids: ReadonlySet<string>; from?: string }>({ ids: none });
  const there = new Set(rows.map(({ question }) => question.id));
  return {
    marked: new Set([...ids].filter((id) => there.has(id))),
    mark(id, how) {
      if (how === 'alone') set({ ids: new Set([id]), from: id });
      else if (how === 'through') {
        const start = from !== undefined && there.has(from) ? from : id;
        set({ ids: new Set(between(rows, start, id)), from: start });
      } else {
        const next = new Set(ids);
        if (!next.delete(id)) next.add(id);
        set({ ids: next, from: id });
      }
    },
    markAll: (all) => set({ ids: new Set(all), ...(from !== undefined && { from }) }),
    clear: () => set({ ids: none }),
  };
}
