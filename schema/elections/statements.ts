// What a result notice says of a count, sentence by sentence: the figures, and the rule that each rests on.
import { type VoidReason, voidReasons } from './ballot.ts';
import type { Count, PostResult } from './count.ts';
import type { Pack, RoundRule, Source } from './pack.ts';
import { least } from './share.ts';

export interface Statement {
  about: 'box' | 'turnout' | 'void' | 'need' | 'elected' | 'tie' | 'second' | 'vacant';
  post?: string;
  /** for a test: passed or not */
  met?: boolean;
  figures: Readonly<Record<string, number>>;
  sources: readonly Source[];
}

export function statementsOf(pack: Pack, rule: RoundRule, result: Omit<Count, 'statements'>): Statement[] {
  const { registered, issued, collected, present, faults, posts } = result;
  const box: Statement = {
    about: 'box',
    met: !faults.includes('overfull-box'),
    figures: { collected, issued },
    sources: pack.box.sources,
  };
  const { turnout } = rule;
  if (!turnout) return [box, ...posts.flatMap((post) => ofPost(pack, rule, post, result))];
  const came = turnout.counted === 'present' ? present : collected;
  const took: Statement = {
    about: 'turnout',
    met: !faults.includes('turnout'),
    figures: { came, registered, need: least(turnout, registered) },
    sources: turnout.sources,
  };
  return [box, took, ...posts.flatMap((post) => ofPost(pack, rule, post, result))];
}

function ofPost(
  pack: Pack,
  rule: RoundRule,
  result: PostResult,
  { valid, vacanciesAllowed }: Pick<Count, 'valid' | 'vacanciesAllowed'>,
): Statement[] {
  const { post, voidBy, base, need, elected, seats, tied, tiedSeats, second, secondSeats, vacant } = result;
  const say = (about: Statement['about'], figures: Statement['figures'], sources: readonly Source[]) => ({
    about,
    post,
    figures,
    sources,
  });
  const rules: Readonly<Record<VoidReason, readonly Source[]>> = {
    spoilt: pack.unclear.sources,
    'not-offered': pack.unclear.sources,
    unclear: pack.unclear.sources,
    contradictory: pack.unclear.sources,
    'over-selected': pack.overSelection.sources,
    'two-posts': pack.twoPosts.sources,
  };
  const said: Statement[] = voidReasons.flatMap((reason) => {
    const n = voidBy[reason];
    return n ? [say('void', { [reason]: n }, rules[reason])] : [];
  });
  said.push(say('need', { need, base }, rule.need.sources));
  if (!valid) return said;
  said.push(say('elected', { elected: elected.length, seats }, rule.need.sources));
  if (tied.length > 0) said.push(say('tie', { tied: tied.length, seats: tiedSeats }, pack.tie.sources));
  if (secondSeats > 0 && pack.rounds.second)
    said.push(say('second', { candidates: second.length, seats: secondSeats }, pack.rounds.second.sources));
  if (vacant > 0) said.push({ ...say('vacant', { vacant }, pack.vacancies.sources), met: vacanciesAllowed });
  return said;
}
