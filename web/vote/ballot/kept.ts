// What a phone keeps of a ballot until the box is closed: the elector's key and token, the receipts, and a sealed ballot that
// was sent and not answered. Never what was chosen: nobody opens a sealed ballot but the tellers. One phone may serve several doors, so each letter has its own place.

import type { cast } from '../../../schema/api/ballots.ts';
import type { Body } from '../../../schema/api/endpoint.ts';
import { toHex } from '../../../schema/elections/bytes.ts';
import { sha256, utf8 } from '../../../schema/elections/crypto.ts';

export interface Receipt {
  /** hash of the ballot as it lies in the box, 64 digits */
  leaf: string;
  counter: number;
  /** the server's signature */
  receipt: string;
  phrase: string;
}

/** A sealed ballot on its way. */
export interface Pending {
  leaf: string;
  body: Body<typeof cast>;
}

export interface Kept {
  contest: string;
  /** hash of ledger entry 0 that the ballot was taken under, 64 digits; a slip has none */
  terms?: string;
  /** milliseconds that this device's clock was ahead of the server's when the ballot was taken */
  late?: number;
  /** 32 bytes that the key comes from */
  secret: string;
  /** sent at check-in, and what unblinds the reply; kept before it is sent, because a reply may get lost */
  blinded?: string;
  inverse?: string;
  token?: string;
  receipts: Receipt[];
  /** kept before it is sent, for its receipt may get lost; until the receipt is here */
  pending?: Pending;
}

const ownerOf = async (holder: string): Promise<string> => toHex(await sha256(utf8(holder))).slice(0, 16);

/** Of a letter, or of a slip. */
export const placeOf = async (contest: string, holder: string): Promise<string> =>
  `linli-ballot-${contest}-${await ownerOf(holder)}`;

/** All that was taken with this letter on this device. */
export async function keptOf(holder: string): Promise<Kept[]> {
  const end = `-${await ownerOf(holder)}`;
  return Object.keys(localStorage)
    .filter((key) => key.startsWith('linli-ballot-') && key.endsWith(end))
    .flatMap((key) => readKept(key) ?? []);
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'secret' in value &&
  typeof value.secret === 'string' &&
  'receipts' in value &&
  Array.isArray(value.receipts);

export function readKept(place: string): Kept | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    return isKept(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** False where the browser keeps nothing (private windows of some phones). */
export function keep(place: string, kept: Kept): boolean {
  try {
    localStorage.setItem(place, JSON.stringify(kept));
    return readKept(place) !== undefined;
  } catch {
    return false;
  }
}

export const forget = (place: string): void => localStorage.removeItem(place);
