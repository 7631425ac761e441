// What is not finished, kept on this phone only: by campaign and version, with the response id, so that a form that
// was sent and not acknowledged is sent again as the same response. Gone after sending, and after seven days.
import type { Values } from '../../../schema/api/page.ts';
import { forget, keep, keysWith, recall } from './memory.ts';

export interface Draft {
  response: string;
  values: Values;
  at: number;
}

const life = 7 * 86_400_000;
const prefix = (slug: string) => `linli:draft:${slug}:`;
const keyOf = (slug: string, version: number) => prefix(slug) + version;

export interface Found {
  draft?: Draft;
  /** it was filled in on another version of the form */
  older: boolean;
  /** there was one, too old to keep */
  expired: boolean;
}

/** The draft of this version; else the newest of another one, under a response id of its own. */
export function findDraft(slug: string, version: number, now: number): Found {
  let found: (Draft & { key: string }) | undefined;
  let expired = false;
  for (const key of keysWith(prefix(slug))) {
    const draft = recall<Draft>(key);
    if (!draft || now - draft.at > life) {
      forget(key);
      expired = true;
    } else if (key === keyOf(slug, version)) return { draft, older: false, expired: false };
    else if (!found || draft.at > found.at) found = { ...draft, key };
  }
  return { ...(found && { draft: found }), older: found !== undefined, expired: expired && !found };
}

export const keepDraft = (slug: string, version: number, draft: Draft) => keep(keyOf(slug, version), draft);

export function forgetDrafts(slug: string): void {
  for (const key of keysWith(prefix(slug))) forget(key);
}

/** Answers on their way: exactly what is sent, until the Worker has answered. */
export interface Parcel {
  response: string;
  body: { version: number; unit: string; answers: Record<string, unknown>; letter?: string };
  /** it may have arrived, so it must not be changed any more */
  tried: boolean;
  dropped: readonly string[];
  /** what the controls showed, for the way back */
  values: Values;
}
const parcelKey = (slug: string) => `linli:parcel:${slug}`;
export const findParcel = (slug: string) => recall<Parcel>(parcelKey(slug));
export const keepParcel = (slug: string, parcel: Parcel) => keep(parcelKey(slug), parcel);
export const forgetParcel = (slug: string) => forget(parcelKey(slug));

/**
 * What was tried in the builder's preview of one form, in this window only. Other previews keep nothing: many forms are
 * shown at one address of theirs.
 */
const { pathname } = location;
const triedKey = /^\/staff\/preview\/\w+$/.test(pathname) && `linli:tried:${pathname}`;
export const findTried = () => (triedKey ? recall<Draft>(triedKey, 'sessionStorage') : undefined);
export const keepTried = (draft: Draft) => triedKey && keep(triedKey, draft, 'sessionStorage');
