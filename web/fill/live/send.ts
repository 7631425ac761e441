// One try to send: what came of it, as the page has to go on.
import type { Receipt } from '../../../schema/api/fill.ts';
import type { Problem } from '../../../schema/api/problem.ts';
import type { Parcel } from './draft.ts';

export type Sending =
  | { is: 'received'; receipt: Receipt }
  /** try again by itself after so many seconds */
  | { is: 'later'; seconds: number }
  /** no answer: it may or may not have arrived */
  | { is: 'silent' }
  | { is: 'refused'; problem: Problem };

const patience = 20_000;

export async function send(slug: string, parcel: Parcel): Promise<Sending> {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), patience);
  try {
    const response = await fetch(`/api/campaigns/${slug}/responses/${parcel.response}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
      body: JSON.stringify(parcel.body),
      signal: control.signal,
    });
    if (response.ok) return { is: 'received', receipt: (await response.json()) as Receipt };
    if (response.status === 429 || response.status >= 500)
      return { is: 'later', seconds: Math.min(300, Number(response.headers.get('retry-after')) || 10) };
    return { is: 'refused', problem: (await response.json()) as Problem };
  } catch {
    return { is: 'silent' };
  } finally {
    clearTimeout(timer);
  }
}
