// What the command palette offers for some words: the group with the nearest name first, else in the order of the groups.
import type { Act } from '../../ui/on-the-page.ts';

export interface Group {
  title: string;
  acts: readonly Act[];
}

/** Acts of one group that are shown. */
const most = 8;

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, '');
/** All letters of what was typed, in their order: 物满 finds 物业服务满意度. */
function has(name: string, wanted: string): boolean {
  let at = 0;
  for (const letter of name) if (letter === wanted[at]) at += 1;
  return at === wanted.length;
}
/** Lower is better: the name itself, its beginning, somewhere in it, its letters apart. */
const rank = (name: string, wanted: string) =>
  name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(wanted) ? 2 : 3;

export function foundIn(groups: readonly Group[], words: string): Group[] {
  const wanted = plain(words);
  const found = groups.flatMap(({ title, acts }) => {
    const ranked = acts
      .map((act) => ({ act, name: plain(act.name) }))
      .filter(({ name }) => has(name, wanted))
      .map(({ act, name }) => ({ act, rank: wanted === '' ? 0 : rank(name, wanted) }))
      .sort((one, other) => one.rank - other.rank)
      .slice(0, most);
    const [best] = ranked;
    return best ? [{ title, best: best.rank, acts: ranked.map(({ act }) => act) }] : [];
  });
  return found.sort((one, other) => one.best - other.best);
}
