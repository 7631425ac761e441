// What a teller signs, checked on the own device first.

import type { Output } from '../../../schema/api/endpoint.ts';
import type {
  proveCard,
  registerKeys,
  signActs,
  tellerHome,
  testBallot,
  unsignedActs,
} from '../../../schema/api/tellers.ts';
import { fromBase64url, toBase64url } from '../../../schema/elections/bytes.ts';
import { electorKey } from '../../../schema/elections/cast.ts';
import type { Bytes } from '../../../schema/elections/crypto.ts';
import { type Act, readAct, signEntry } from '../../../schema/elections/ledger.ts';
import { openBySeed, unlock } from '../../../schema/elections/open.ts';
import { importKey, type RawKey } from '../../../schema/elections/p256.ts';
import { sign } from '../../../schema/elections/signature.ts';
import { keysMessage, testMessage } from '../../../schema/elections/teller.ts';
import { ask } from '../ask.ts';
import type { Keys } from './card.ts';

export type Home = Output<typeof tellerHome>;
export type Unsigned = Output<typeof unsignedActs>['acts'][number];

const bytes = (text: string): Bytes => fromBase64url(text) ?? new Uint8Array();
const random = (): Bytes => crypto.getRandomValues(new Uint8Array(32));
const signerOf = async (key: RawKey) => (await importKey('ECDSA', key)).privateKey;

export const home = (link: string) =>
  ask<typeof tellerHome>('/api/teller/home', { method: 'POST', body: { link } });

/** Both keys, fresh; nothing is registered yet. */
export async function newKeys(teller: string, link: string): Promise<Keys> {
  return { teller, link, opening: await electorKey(random()), signing: await electorKey(random()) };
}

/** Once the card is kept: until then these keys must not be anybody's. */
export async function register({ teller, link, opening, signing }: Keys): Promise<void> {
  const message = keysMessage(teller, opening.point, signing.point);
  await ask<typeof registerKeys>('/api/teller/keys', {
    method: 'POST',
    body: {
      link,
      opening: toBase64url(opening.point),
      signing: toBase64url(signing.point),
      signature: toBase64url(await sign(await signerOf(signing), message)),
    },
  });
}

/** Opens the test ballot with the keys of the card that was read again. */
export async function prove({ teller, link, opening, signing }: Keys): Promise<void> {
  const test = await ask<typeof testBallot>('/api/teller/test', { method: 'POST', body: { link } });
  const terms = {
    ledger: bytes(test.ledger),
    ballot: bytes(test.ballot),
    quorum: 1,
    tellers: [opening.point],
  };
  const seed = await unlock(bytes(test.sealed), 0, opening, terms);
  const opened = await openBySeed(bytes(test.sealed), seed === 'unreadable' ? random() : seed, terms);
  const content = opened.outcome === 'opened' ? opened.content : random();
  await ask<typeof proveCard>('/api/teller/proof', {
    method: 'POST',
    body: {
      link,
      content: toBase64url(content),
      signature: toBase64url(await sign(await signerOf(signing), testMessage(teller, content))),
    },
  });
}

export const waitingActs = async (link: string, contest?: string): Promise<Unsigned[]> =>
  (
    await ask<typeof unsignedActs>('/api/teller/unsigned', {
      method: 'POST',
      body: { link, ...(contest ? { contest } : {}) },
    })
  ).acts;

export const actOf = ({ text }: Unsigned): Act | undefined => readAct(text);

export const signMessage = async ({ signing }: Keys, message: Bytes): Promise<string> =>
  toBase64url(await sign(await signerOf(signing), message));

/** Whether the freeze fixes this teller's keys and no others in their place. */
export function holdsKeys({ contest, text }: Unsigned, { opening, signing }: Keys): boolean {
  const act = readAct(text);
  return (
    act?.act === 'freeze' &&
    act.contest === contest &&
    act.tellers.some(
      (one) => one.opening === toBase64url(opening.point) && one.signing === toBase64url(signing.point),
    )
  );
}

export async function signAll(
  keys: Keys,
  acts: readonly Pick<Unsigned, 'contest' | 'seq' | 'text'>[],
): Promise<void> {
  const signer = await signerOf(keys.signing);
  const signatures = await Promise.all(
    acts.map(async ({ contest, seq, text }) => ({ contest, seq, signature: await signEntry(text, signer) })),
  );
  if (signatures.length === 0) return;
  await ask<typeof signActs>('/api/teller/signatures', {
    method: 'POST',
    body: { link: keys.link, signatures },
  });
}
