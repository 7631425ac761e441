// A second count of elections, written apart from the product's: every ballot becomes rows of a table, people's votes are
// sets of ballot numbers, thresholds are compared as fractions of BigInt, and who is elected follows from how many have
// more. Slow and plain on purpose.
import type { Contest, Marks } from '../../schema/elections/contest.ts';
import type { Pack } from '../../schema/elections/pack.ts';

/** Spelling → name, for every name that the random elections write in; no code reads them. */
export const spellings: Readonly<Record<string, string>> = {
  王芳: '王芳',
  ' 王 芳 ': '王芳',
  '王\u200b芳': '王芳',
  Ａｎｎａ: 'Anna',
  Anna: 'Anna',
  '艾力•买买提': '艾力·买买提',
  '艾力・买买提': '艾力·买买提',
  艾力·买买提: '艾力·买买提',
  '赵 六': '赵六',
  赵六: '赵六',
  孙七: '孙七',
  孙八: '孙八',
  '张 三': '张三',
  李四: '李四',
  '': '',
  '　': '',
};

export interface Election {
  pack: Pack;
  contest: Contest;
  ballots: { n: number; marks: Record<string, Marks>; spoilt?: boolean }[];
  merges: Record<string, string | null>;
}

export interface Seen {
  valid: boolean;
  faults: string[];
  collected: number;
  void: number;
  posts: Record<string, unknown>[];
}

/** How often each text occurs among values of all kinds. */
function histogram(values: readonly unknown[]): Record<string, number> {
  const times: Record<string, number> = {};
  for (const value of values) if (typeof value === 'string') times[value] = 1 + (times[value] ?? 0);
  return times;
}

interface Slip {
  reason: string | null;
  /** post → why its line is void, or who is named and opposed */
  lines: (string | { yes: string[]; no: string[] })[];
}

const unique = (list: string[]) => list.filter((one, at) => list.indexOf(one) === at);

function slipOf({ pack, contest, merges }: Election, marks: Record<string, Marks>, spoilt: boolean): Slip {
  if (spoilt) return { reason: 'spoilt', lines: [] };
  for (const key in marks)
    if (!contest.posts.some((post) => post.id === key)) return { reason: 'not-offered', lines: [] };

  const everybody = contest.posts.flatMap((post) => post.candidates);
  const lines = contest.posts.map((post) => {
    const mark = marks[post.id] ?? { for: [] };
    const ids = post.candidates.map((candidate) => candidate.id);
    const no = mark.against ?? [];
    if (mark.for.concat(no).some((id) => ids.indexOf(id) < 0)) return 'not-offered';
    if (no.length && pack.ballot.style === 'choose') return 'not-offered';
    if (mark.unclear === true) return 'unclear';
    const names = (mark.written ?? []).map((text) => spellings[text]).filter((name) => name !== '');
    let nobodies: string[] = [];
    let yes = [...mark.for];
    for (const name of names) {
      if (name === undefined) throw new Error('a spelling is missing');
      if (contest.round === 'runOff' || !pack.writeIns.allowed || merges[name] === null) nobodies.push(name);
      else if (typeof merges[name] === 'string') yes.push(merges[name]);
      else {
        const same = unique(everybody.filter((one) => spellings[one.name] === name).map((one) => one.id));
        yes.push(same.length === 1 ? `${same[0]}` : `=${name}`);
      }
    }
    yes = unique(yes);
    nobodies = unique(nobodies);
    const torn = yes.filter((one) => no.includes(one));
    if (torn.length && pack.unclear.voids === 'ballot') return 'contradictory';
    yes = yes.filter((one) => !torn.includes(one));
    if (yes.length + nobodies.length > post.seats) return 'over-selected';
    return { yes, no: unique(no.filter((one) => !torn.includes(one))) };
  });

  for (const line of lines) {
    if (line === 'not-offered') return { reason: line, lines };
    if ((line === 'unclear' || line === 'contradictory') && pack.unclear.voids === 'ballot')
      return { reason: line, lines };
    if (line === 'over-selected' && pack.overSelection.voids === 'ballot') return { reason: line, lines };
  }
  const named = lines.flatMap((line) => (typeof line === 'string' ? [] : line.yes));
  if (pack.twoPosts.voids === 'ballot' && unique(named).length !== named.length)
    return { reason: 'two-posts', lines };
  return { reason: null, lines };
}

/** part / whole against num / den, crosswise. */
const enough = (share: { num: number; den: number; strict: boolean }, part: number, whole: number) => {
  const difference = BigInt(part) * BigInt(share.den) - BigInt(whole) * BigInt(share.num);
  return share.strict ? difference > 0n : difference >= 0n;
};

export function countAgain(election: Election): Seen {
  const { pack, contest, ballots } = election;
  const slips: Slip[] = [];
  for (const { n, marks, spoilt } of ballots)
    for (let copy = 0; copy < n; copy++) slips.push(slipOf(election, marks, spoilt === true));

  const collected = slips.length;
  const present = contest.present === undefined || contest.present < collected ? collected : contest.present;
  const rule = contest.round === 'second' ? pack.rounds.second : pack.rounds[contest.round];
  if (!rule) throw new Error('no such round');
  const faults: string[] = [];
  if (
    rule.turnout &&
    !enough(rule.turnout, rule.turnout.counted === 'present' ? present : collected, contest.registered)
  )
    faults.push('turnout');
  if (collected > contest.issued) faults.push('overfull-box');
  if (contest.issued > contest.registered) faults.push('over-issued');
  const stands = faults.length === 0;

  const gone: string[] = [];
  const unsettled: string[] = [];
  const table = contest.posts.map((post, at) => {
    const yesOf = (person: string, place: number) =>
      slips.flatMap((slip, ballot) => {
        const line = slip.reason ? 'void' : slip.lines[place];
        return typeof line === 'object' && line.yes.includes(person) ? [ballot] : [];
      });
    const usable = slips.filter((slip) => !slip.reason && typeof slip.lines[at] === 'object');
    const from = pack.cascade.down ? 0 : at;
    const rows = slips.flatMap((slip) =>
      slip.reason
        ? []
        : slip.lines.flatMap((line, place) =>
            place < from || place > at || typeof line === 'string'
              ? []
              : place === at
                ? [...line.yes, ...line.no]
                : line.yes,
          ),
    );
    const people = unique([...post.candidates.map(({ id }) => id), ...rows]);
    const stood = (person: string) => post.candidates.some(({ id }) => id === person);
    const polled = people.map((person) => {
      const all = new Set<number>();
      for (let place = from; place <= at; place++) for (const ballot of yesOf(person, place)) all.add(ballot);
      const own = yesOf(person, at).length;
      const against = usable.filter(({ lines }) => {
        const line = lines[at];
        return typeof line === 'object' && line.no.includes(person);
      }).length;
      const abstain = pack.ballot.style === 'each' && stood(person) ? usable.length - own - against : 0;
      return { person, votes: all.size, own, against, abstain };
    });
    const wholes = { registered: contest.registered, collected, present, valid: usable.length };
    const base = wholes[rule.need.of];
    let need = 0;
    while (!enough(rule.need, need, base)) need++;
    const able = polled.filter(({ person, votes }) => votes >= need && !gone.includes(person));
    const waits = stands && able.some(({ person }) => unsettled.includes(person));
    const decides = stands && !waits;
    const more = (votes: number) => able.filter((other) => other.votes > votes).length;
    const notLess = (votes: number) => able.filter((other) => other.votes >= votes).length;
    const elected = decides ? able.filter(({ votes }) => notLess(votes) <= post.seats) : [];
    let tied = decides
      ? able.filter(({ votes }) => more(votes) < post.seats && notLess(votes) > post.seats)
      : [];
    let tiedSeats = tied.length ? post.seats - elected.length : 0;
    for (const person of contest.settled?.[post.id] ?? []) {
      const winner = tied.find((one) => one.person === person);
      if (!winner) throw new Error('settled among others');
      elected.push(winner);
      tiedSeats--;
      tied = tied.filter((one) => one !== winner);
    }
    if (tiedSeats === 0) tied = [];
    gone.push(...elected.map(({ person }) => person));
    unsettled.push(...(waits ? able : tied).map(({ person }) => person));
    const open = decides ? post.seats - elected.length - tiedSeats : 0;
    return { post, polled, usable, base, need, elected, tied, tiedSeats, open, waits };
  });

  return {
    valid: stands,
    faults,
    collected,
    void: slips.filter(({ reason }) => reason).length,
    posts: table.map(({ post, polled, usable, base, need, elected, tied, tiedSeats, open, waits }, at) => {
      const again = contest.round === 'first' && open > 0 && pack.rounds.second !== null;
      const places = open + (pack.rounds.second?.surplus ?? 0);
      const pool = polled.filter(({ person }) => !gone.includes(person) && !unsettled.includes(person));
      const second = again
        ? pool.filter(({ votes }) => pool.filter((other) => other.votes > votes).length < places)
        : [];
      const names = (list: { person: string }[]) => list.map(({ person }) => person).sort();
      return {
        post: post.id,
        void: collected - usable.length,
        voidBy: histogram(slips.map(({ reason, lines }) => reason ?? lines[at])),
        valid: usable.length,
        blank: usable.filter(({ lines }) => {
          const line = lines[at];
          return typeof line === 'object' && line.yes.length === 0 && line.no.length === 0;
        }).length,
        base,
        need,
        polled: Object.fromEntries(polled.map(({ person, ...figures }) => [person, figures])),
        elected: names(elected),
        tied: names(tied),
        tiedSeats,
        second: names(second),
        secondSeats: again ? open : 0,
        vacant: again ? 0 : open,
        waits,
      };
    }),
  };
}
