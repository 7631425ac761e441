// Which rows of the outline are marked, to be moved, copied or deleted together.
import { useState } from 'preact/hooks';
import { between, type Row } from './rows.ts';

interface Marks {
  marked: ReadonlySet<string>;
  /** with those marked before, or no longer */
  markToo: (id: string) => void;
  /** all from where one stood last; `start` where nothing is marked yet */
  markThrough: (id: string, start?: string) => void;
  markAll: (ids: readonly string[]) => void;
  /** none; a stretch begins here */
  clear: (from?: string) => void;
}

const none: ReadonlySet<string> = new Set();

export function useMarks(rows: readonly Row[]): Marks {
  const [{ ids, from }, set] = useState<{ ids: ReadonlySet<string>; from: string | undefined }>({
    ids: none,
    from: undefined,
  });
  const there = new Set(rows.map(({ question }) => question.id));
  const marked = new Set([...ids].filter((id) => there.has(id)));
  return {
    marked,
    markToo(id) {
      const next = new Set(marked);
      if (!next.delete(id)) next.add(id);
      set({ ids: next, from: id });
    },
    markThrough(id, start) {
      const begun = marked.size > 0 ? from : (start ?? from);
      const first = begun !== undefined && there.has(begun) ? begun : id;
      set({ ids: new Set(between(rows, first, id)), from: first });
    },
    markAll: (all) => set({ ids: new Set(all), from: all[0] }),
    clear: (at) => set({ ids: none, from: at ?? from }),
  };
}
