// Who is elected of those who reached what is needed: the most votes first, and nobody by chance.
import type { Person } from './contest.ts';

export interface Polled {
  person: Person;
  /** votes that count for the post */
  votes: number;
}

/** Most votes first; equal ones by person, so that one count has one text. */
export const byVotes = (a: Polled, b: Polled): number =>
  b.votes - a.votes || (a.person < b.person ? -1 : a.person > b.person ? 1 : 0);

export interface Winners {
  elected: Person[];
  /** with equal votes for fewer seats than they are */
  tied: Person[];
  /** the seats that the tied stand for again */
  tiedSeats: number;
}

/** `able`: those who reached what is needed. */
export function winners(able: readonly Polled[], seats: number): Winners {
  const ranked = [...able].sort(byVotes);
  const last = ranked[seats - 1];
  if (last === undefined || ranked[seats]?.votes !== last.votes)
    return { elected: ranked.slice(0, seats).map(({ person }) => person), tied: [], tiedSeats: 0 };
  const sure = ranked.filter(({ votes }) => votes > last.votes);
  return {
    elected: sure.map(({ person }) => person),
    tied: ranked.filter(({ votes }) => votes === last.votes).map(({ person }) => person),
    tiedSeats: seats - sure.length,
  };
}

/** The first `places` by votes, and all who have as many as the last of them: nobody is left out by chance. */
export function leading(polled: readonly Polled[], places: number): Person[] {
  const ranked = [...polled].sort(byVotes);
  const last = ranked[Math.min(places, ranked.length) - 1];
  return last === undefined
    ? []
    : ranked.filter(({ votes }) => votes >= last.votes).map(({ person }) => person);
}
