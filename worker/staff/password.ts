// Passwords: what is accepted, and how they are kept. Native scrypt with its parameters beside the hash, so that
// stronger ones can come later. Also used from Node by worker/host.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../http/refusal.ts';
import { isCommon } from './common-passwords.ts';

/** OWASP's N=2^14, r=8, p=5: 16 MiB and about 0.1 s a hash on workerd. */
const now = { log2N: 14, r: 8, p: 5 };
const keyLength = 32;

/** Parameters, salt and key in one text: `scrypt$14$8$5$SALT$KEY` in base64url. */
interface Kept {
  log2N: number;
  r: number;
  p: number;
  salt: string;
  key: string;
}

const shape = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/;

function read(kept: string): Kept {
  const [, log2N, r, p, salt, key] = shape.exec(kept) ?? [];
  if (!salt || !key) throw new Error('not a stored password');
  return { log2N: Number(log2N), r: Number(r), p: Number(p), salt, key };
}

const text64 = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');

/**
 * Hashing holds up everything else that the isolate does. One hash at a time and a rest after each leave residents
 * their turn, however many try to sign in. The queue is short, so that nobody fills it with requests that hold
 * connections. Whoever is known (by a session, an invitation, a device that signed in before) waits in a lane of
 * their own and goes first: strangers who try passwords fill only the strangers' lane.
 */
export type Lane = 'known' | 'stranger';
const mostWaiting = 8;
const rest = 100;
/** A request that was cut off never says so: its turn is over after this, and its place in the queue soon after. */
const givenUp = 2_000;
const placeGivenUp = 1_000;
const patience = 15_000;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

interface Place {
  lane: Lane;
  /** whoever waits says again and again that they still do */
  until: number;
}
let busyUntil = 0;
const places = new Set<Place>();

/** More than the longest left: the clock was set back. */
const lasts = (left: number, longest: number) => left > 0 && left <= longest;

function waitingIn(lane: Lane): number {
  const now = Date.now();
  for (const place of places) if (!lasts(place.until - now, placeGivenUp)) places.delete(place);
  return [...places].filter((place) => place.lane === lane).length;
}

/** @throws Refusal unavailable, at once, when as many wait as may */
export function mustHaveRoom(lane: Lane): void {
  if (waitingIn(lane) >= mostWaiting) throw new Refusal('unavailable');
}

const isTurnOf = (lane: Lane): boolean =>
  !lasts(busyUntil - Date.now(), givenUp) && (lane === 'known' || waitingIn('known') === 0);

// Waiting looks again now and then. A promise of the request before would do as well, but one that is cut off never
// settles it; worker/fill/gather.ts, which does wait on others' promises, needs a time limit on each for that.
async function inTurn<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
  if (!isTurnOf(lane)) await turn(lane);
  const mine = Date.now() + givenUp;
  busyUntil = mine;
  try {
    return await work();
  } finally {
    if (busyUntil === mine) busyUntil = Date.now() + rest;
  }
}

async function turn(lane: Lane): Promise<void> {
  mustHaveRoom(lane);
  const began = Date.now();
  const place = { lane, until: 0 };
  try {
    do {
      const now = Date.now();
      if (now - began > patience) throw new Refusal('unavailable');
      place.until = now + placeGivenUp;
      places.add(place);
      await pause(20 + Math.random() * 40);
    } while (!isTurnOf(lane));
  } finally {
    places.delete(place);
  }
}

const derive = (password: string, { log2N, r, p, salt }: Omit<Kept, 'key'>, lane: Lane) =>
  inTurn(
    lane,
    () =>
      new Promise<Uint8Array>((resolve, reject) => {
        const N = 2 ** log2N;
        // The same password typed on another keyboard may come in another form (NIST SP 800-63B, 3.1.1.2).
        scrypt(password.normalize('NFKC'), salt, keyLength, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
          error ? reject(error) : resolve(key),
        );
      }),
  );

/** Of someone who is known: nobody else sets a password. */
export async function hashPassword(password: string): Promise<string> {
  const salt = text64(randomBytes(16));
  const key = await derive(password, { ...now, salt }, 'known');
  return ['scrypt', now.log2N, now.r, now.p, salt, text64(key)].join('$');
}

export async function isPassword(password: string, kept: string, lane: Lane): Promise<boolean> {
  const stored = read(kept);
  const key = text64(await derive(password, stored, lane));
  const bytes = new TextEncoder();
  return key.length === stored.key.length && timingSafeEqual(bytes.encode(key), bytes.encode(stored.key));
}

/** Takes the time of a check, for an account that has no password or does not exist. Never true. */
export async function isNoPassword(password: string, lane: Lane): Promise<false> {
  await derive(password, { ...now, salt: 'AAAAAAAAAAAAAAAAAAAAAA' }, lane);
  return false;
}

/** Whether it was made with weaker parameters than today's. */
export function isDated(kept: string): boolean {
  const { log2N, r, p } = read(kept);
  return log2N !== now.log2N || r !== now.r || p !== now.p;
}

/** Length and nothing else about its make-up; common ones and the login itself are refused. @throws Refusal password-weak */
export function mustBeStrong(password: string, login: string): void {
  const plain = password.normalize('NFKC').toLowerCase();
  const name = login.toLowerCase();
  const length = [...password].length;
  if (
    length < 8 ||
    length > 200 ||
    isCommon(plain) ||
    plain === name ||
    plain === [...name].reverse().join('')
  )
    throw new Refusal('password-weak');
}
