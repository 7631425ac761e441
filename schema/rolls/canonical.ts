// The lines of a frozen roll. Its check code is the SHA-256 of all lines of entries that stand (none that is struck), in
// the order of path, position and id, in UTF-8, each ended by one line feed: the exported NDJSON file, byte by byte.
import type { Holding } from './heads.ts';

interface FrozenEntry {
  id: string;
  unit: string;
  stairwell: string;
  floor: number | null;
  door: string;
  name: string;
  contact: string | null;
  area: number | null;
  owner: string;
  holding: Holding;
  developer: boolean;
}

/** Keys in this order, no blanks between, as JSON.stringify writes them (ECMA-262). */
export const frozenLine = (entry: FrozenEntry): string =>
  `${JSON.stringify({
    id: entry.id,
    unit: entry.unit,
    stairwell: entry.stairwell,
    floor: entry.floor,
    door: entry.door,
    name: entry.name,
    contact: entry.contact,
    area: entry.area,
    owner: entry.owner,
    holding: entry.holding,
    developer: entry.developer,
  })}\n`;
