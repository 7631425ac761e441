// The verify page's own count. It shares no code with the server's (schema/elections/count.ts) and is written another way:
// every ballot is turned into sets of names, every threshold is searched by counting up. Where both agree, two readings of the
// rules agree.
import type { Pack } from '../../schema/elections/pack.ts';

export interface Sheet {
  n: number;
  spoilt: boolean;
  /** found by people to choose more than there are seats; the sheet does not tell whom */
  over: boolean;
  marks: Readonly<
    Record<
      string,
      { for: readonly string[]; against: readonly string[]; written: readonly string[]; unclear: boolean }
    >
  >;
}

export interface Asked {
  pack: Pack;
  round: 'first' | 'second' | 'runOff';
  posts: readonly { id: string; seats: number; candidates: readonly { id: string; name: string }[] }[];
  registered: number;
  issued: number;
  /** one of the boxes holds more than was handed out for it */
  overfull: boolean;
  merges: Readonly<Record<string, string | null>>;
}

interface PostTally {
  post: string;
  valid: number;
  void: number;
  need: number;
  base: number;
  /** person → votes and votes against */
  votes: Map<string, { votes: number; against: number }>;
  elected: string[];
  tied: string[];
  second: string[];
}

export interface Tally {
  valid: boolean;
  collected: number;
  void: number;
  posts: PostTally[];
}

/** A name as it is read: wide and narrow signs, spaces and dots make no difference. */
function spelled(name: string): string {
  const letters: string[] = [];
  for (const sign of name.normalize('NFKC')) {
    if (/\s/.test(sign) || /\p{Cf}/u.test(sign)) continue;
    letters.push('•‧∙⋅・·.'.includes(sign) ? '·' : sign);
  }
  return letters.join('').normalize('NFKC');
}

const smallest = (whole: number, share: { num: number; den: number; strict: boolean }): number => {
  let votes = 0;
  while (share.strict ? votes * share.den <= whole * share.num : votes * share.den < whole * share.num)
    votes++;
  return votes;
};

type Reading = 'void' | ('void' | { chosen: Set<string>; opposed: Set<string> })[];

/** What one ballot says for each post; `void` for a line or for the whole. */
function read(sheet: Sheet, asked: Asked): Reading {
  const { pack, posts } = asked;
  if (sheet.spoilt) return 'void';
  if (sheet.over) return pack.overSelection.voids === 'ballot' ? 'void' : posts.map(() => 'void' as const);
  for (const key of Object.keys(sheet.marks)) if (posts.every(({ id }) => id !== key)) return 'void';
  const everybody = posts.flatMap(({ candidates }) => candidates);
  const lines: ('void' | { chosen: Set<string>; opposed: Set<string> })[] = [];
  for (const post of posts) {
    const marks = sheet.marks[post.id];
    const chosen = new Set<string>();
    const opposed = new Set<string>();
    const wasted = new Set<string>();
    const offered = (id: string) => post.candidates.some((one) => one.id === id);
    for (const id of marks?.for ?? []) {
      if (!offered(id)) return 'void';
      chosen.add(id);
    }
    for (const id of marks?.against ?? []) {
      if (!offered(id) || pack.ballot.style !== 'each') return 'void';
      opposed.add(id);
    }
    if (marks?.unclear) {
      if (pack.unclear.voids === 'ballot') return 'void';
      lines.push('void');
      continue;
    }
    for (const written of marks?.written ?? []) {
      const name = spelled(written);
      if (name === '') continue;
      if (!pack.writeIns.allowed || asked.round === 'runOff') {
        wasted.add(name);
        continue;
      }
      const decided = Object.entries(asked.merges).find(([key]) => key === name);
      const same = new Set(everybody.filter((one) => spelled(one.name) === name).map(({ id }) => id));
      const [only] = same;
      const person = decided ? decided[1] : same.size === 1 && only !== undefined ? only : `=${name}`;
      if (person === null) wasted.add(name);
      else chosen.add(person);
    }
    const both = [...chosen].filter((person) => opposed.has(person));
    if (both.length > 0) {
      if (pack.unclear.voids === 'ballot') return 'void';
      for (const person of both) {
        chosen.delete(person);
        opposed.delete(person);
      }
    }
    if (chosen.size + wasted.size > post.seats) {
      if (pack.overSelection.voids === 'ballot') return 'void';
      lines.push('void');
      continue;
    }
    lines.push({ chosen, opposed });
  }
  if (pack.twoPosts.voids === 'ballot') {
    const names = lines.flatMap((line) => (line === 'void' ? [] : [...line.chosen]));
    if (names.some((name, at) => names.indexOf(name) !== at)) return 'void';
  }
  return lines;
}

/** The people with the most votes for so many seats, and who ties for the last of them. */
function fill(
  able: [string, number][],
  seats: number,
): { elected: string[]; tied: string[]; tiedSeats: number } {
  const elected: string[] = [];
  const rest = new Map(able);
  while (elected.length < seats && rest.size > 0) {
    const most = Math.max(...rest.values());
    const level = [...rest].filter(([, votes]) => votes === most).map(([person]) => person);
    if (elected.length + level.length > seats)
      return { elected, tied: level, tiedSeats: seats - elected.length };
    for (const person of level) {
      elected.push(person);
      rest.delete(person);
    }
  }
  return { elected, tied: [], tiedSeats: 0 };
}

/** @throws RangeError for a round that the rules do not have */
export function recount(asked: Asked, sheets: readonly Sheet[]): Tally {
  const { pack, posts, registered, issued, round } = asked;
  const rule = pack.rounds[round];
  if (!rule) throw new RangeError('no such round');
  const readings = sheets
    .filter(({ n }) => n > 0)
    .map((sheet) => ({ n: sheet.n, reading: read(sheet, asked) }));
  let collected = 0;
  let lost = 0;
  for (const { n, reading } of readings) {
    collected += n;
    if (reading === 'void') lost += n;
  }
  const valid =
    !asked.overfull &&
    collected <= issued &&
    issued <= registered &&
    (rule.turnout === null || collected >= smallest(registered, rule.turnout));
  const taken = new Set<string>();
  const open = new Set<string>();
  const tallies: (PostTally & { able: [string, number][]; free: number })[] = [];
  for (const [index, post] of posts.entries()) {
    const votes = new Map<string, { votes: number; against: number }>();
    const of = (person: string) => {
      const found = votes.get(person) ?? { votes: 0, against: 0 };
      votes.set(person, found);
      return found;
    };
    for (const { id } of post.candidates) of(id);
    let good = 0;
    for (const { n, reading } of readings) {
      if (reading === 'void') continue;
      const supporters = new Set<string>();
      for (const [at, line] of reading.entries()) {
        if (line === 'void' || at > index || (at < index && !pack.cascade.down)) continue;
        for (const person of line.chosen) supporters.add(person);
        if (at === index) {
          good += n;
          for (const person of line.opposed) of(person).against += n;
        }
      }
      for (const person of supporters) of(person).votes += n;
    }
    const wholes = { registered, collected, present: collected, valid: good };
    const base = wholes[rule.need.of];
    const need = smallest(base, rule.need);
    const able = [...votes]
      .filter(([person, one]) => !taken.has(person) && one.votes >= need)
      .map(([person, one]): [string, number] => [person, one.votes]);
    const waits = valid && able.some(([person]) => open.has(person));
    const decided = valid && !waits;
    const { elected, tied, tiedSeats } = decided
      ? fill(able, post.seats)
      : { elected: [], tied: [], tiedSeats: 0 };
    for (const person of elected) taken.add(person);
    for (const person of waits ? able.map(([one]) => one) : tied) open.add(person);
    tallies.push({
      post: post.id,
      valid: good,
      void: collected - good,
      need,
      base,
      votes,
      elected,
      tied,
      second: [],
      able,
      free: decided ? post.seats - elected.length - tiedSeats : 0,
    });
  }
  const again = round === 'first' ? pack.rounds.second : null;
  for (const tally of tallies) {
    if (!again || tally.free < 1) continue;
    const losers = [...tally.votes].filter(([person]) => !taken.has(person) && !open.has(person));
    const figures = losers.map(([, one]) => one.votes).sort((a, b) => b - a);
    const bar = figures[Math.min(tally.free + again.surplus, figures.length) - 1];
    tally.second = losers
      .filter(([, one]) => bar !== undefined && one.votes >= bar)
      .map(([person]) => person);
  }
  return { valid, collected, void: lost, posts: tallies.map(({ able: _, free: __, ...tally }) => tally) };
}
