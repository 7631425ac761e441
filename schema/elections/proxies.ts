// Voting for another 委托投票: which requests stand, in the order in which they came, and the list that is published.
import { dayNumber } from '../fields/date.ts';
import type { Pack } from './pack.ts';

export type ProxyRule = NonNullable<Pack['proxies']>;

export interface ProxyRequest {
  /** roll entry of the elector who is away */
  principal: string;
  /** roll entry of the elector who votes for them */
  holder: string;
  written: boolean;
  /** a near relative of the principal */
  relative: boolean;
  /** the day it was asked for, YYYY-MM-DD */
  day: string;
}

/**
 * holder-away: the holder has given away the own vote; holds-already: the principal holds the vote of another, which
 * nobody can pass on; twice: the principal has asked before.
 */
export type ProxyRefusal =
  | 'none-allowed'
  | 'not-written'
  | 'oneself'
  | 'not-relative'
  | 'too-late'
  | 'candidate'
  | 'twice'
  | 'holder-away'
  | 'holds-already'
  | 'limit';

/** Whether one who holds `held` votes may take `add` more; the refusal if not. */
export function mayHold(
  rule: ProxyRule | null,
  { held, add, candidate }: { held: number; add: number; candidate: boolean },
): ProxyRefusal | undefined {
  if (!rule) return 'none-allowed';
  if (candidate && !rule.candidateMayHold) return 'candidate';
  return held + add > rule.limit ? 'limit' : undefined;
}

export interface ProxyList {
  /** to be published, in the order of the principals */
  accepted: ProxyRequest[];
  refused: { request: ProxyRequest; why: ProxyRefusal }[];
  /** the last day for the list to be published, YYYY-MM-DD */
  publishBy: string;
}

/**
 * Requests by their day, those of one day as given. `votingDay`: YYYY-MM-DD; `candidates`: their roll entries.
 * @throws RangeError for what is not a day
 */
export function proxyList(
  rule: ProxyRule | null,
  votingDay: string,
  candidates: ReadonlySet<string>,
  requests: readonly ProxyRequest[],
): ProxyList {
  const voting = dayOf(votingDay);
  const holderOf = new Map<string, string>();
  const held = new Map<string, number>();
  const accepted: ProxyRequest[] = [];
  const refused: ProxyList['refused'] = [];

  function refusal({ principal, holder, written, relative, day }: ProxyRequest): ProxyRefusal | undefined {
    if (!rule) return 'none-allowed';
    if (!written) return 'not-written';
    if (principal === holder) return 'oneself';
    if (rule.relativesOnly && !relative) return 'not-relative';
    if (voting - dayOf(day) < (rule.applyDays ?? 0)) return 'too-late';
    if (holderOf.has(principal)) return 'twice';
    if (holderOf.has(holder)) return 'holder-away';
    if (held.has(principal)) return 'holds-already';
    return mayHold(rule, { held: held.get(holder) ?? 0, add: 1, candidate: candidates.has(holder) });
  }

  for (const request of [...requests].sort((a, b) => dayOf(a.day) - dayOf(b.day))) {
    const why = refusal(request);
    if (why) {
      refused.push({ request, why });
      continue;
    }
    holderOf.set(request.principal, request.holder);
    held.set(request.holder, (held.get(request.holder) ?? 0) + 1);
    accepted.push(request);
  }
  accepted.sort((a, b) => (a.principal < b.principal ? -1 : 1));
  return { accepted, refused, publishBy: dayText(voting - (rule?.publishDays ?? 0)) };
}

/** Days since 1970-01-01. */
function dayOf(text: string): number {
  const day = dayNumber(text);
  if (day === undefined) throw new RangeError(`not a day: ${text}`);
  return day;
}

const dayText = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
