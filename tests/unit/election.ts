// A small finished election for the tests of ledgers: two posts, three tellers, everything from fixed secrets.
import { toBase64url } from '../../schema/elections/bytes.ts';
import { canonicalJson } from '../../schema/elections/canonical.ts';
import { type Bytes, type KeyPair, utf8 } from '../../schema/elections/crypto.ts';
import {
  type Act,
  beforeTheFirst,
  type Entry,
  type Freeze,
  hashText,
  signEntry,
} from '../../schema/elections/ledger.ts';
import { deriveKey, importKey, type RawKey } from '../../schema/elections/p256.ts';

/** 32 bytes that look random and are always the same. */
export function secret(name: string): Bytes {
  const bytes = new Uint8Array(32).fill(0x2e);
  bytes.set(utf8(name).subarray(0, 32));
  return bytes;
}

export interface Teller {
  readonly opening: RawKey;
  readonly signing: RawKey;
  readonly signer: KeyPair;
}

export const tellers: readonly Teller[] = await Promise.all(
  ['一', '二', '三'].map(async (name) => {
    const [opening, signing] = [
      await deriveKey(secret(`opening ${name}`)),
      await deriveKey(secret(`signing ${name}`)),
    ];
    return { opening, signing, signer: await importKey('ECDSA', signing) };
  }),
);
export const receipts = await deriveKey(secret('receipts'));

const sha256 = (digit: string) => digit.repeat(64);
const day = 1_795_000_000_000;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Placed = 'number' | 'previous' | 'contest' | 'at';

const contest = 'c0nt3st';

const frozen: DistributiveOmit<Freeze, Placed> = {
  act: 'freeze',
  election: '推选楼栋长',
  title: '3 号楼楼栋长',
  checkIn: { from: day - 86_400_000, to: day },
  voting: { from: day, to: day + 240_000 },
  round: 'first',
  mode: 'two-phase',
  rehearsal: false,
  pack: { id: 'plurality', version: 1, sha256: sha256('a') },
  filled: 0,
  roll: { entries: 36, sha256: sha256('b') },
  posts: [
    {
      id: 'head',
      name: '楼栋长',
      seats: 1,
      candidates: [
        { id: 'c1', name: '张建国' },
        { id: 'c2', name: '李秀英' },
      ],
    },
    { id: 'deputy', name: '副楼栋长', seats: 1, candidates: [] },
  ],
  quorum: 2,
  tellers: tellers.map(({ opening, signing }, at) => ({
    name: ['王芳', '刘洋', '陈静'][at] ?? '',
    opening: toBase64url(opening.point),
    signing: toBase64url(signing.point),
  })),
  issuer: toBase64url(utf8('an issuer, for the chain a text')),
  receipts: toBase64url(receipts.point),
  page: sha256('c'),
};

export const freeze: Freeze = { ...frozen, number: 0, previous: beforeTheFirst, contest, at: day };

/** An act without its place in the chain, and the tellers who sign it. */
export type Step = readonly [act: DistributiveOmit<Act, Placed>, signers: readonly number[]];

export const steps: readonly Step[] = [
  [frozen, [0, 1, 2]],
  [{ act: 'objection', sha256: sha256('1') }, []],
  [{ act: 'correction', corrects: 1, sha256: sha256('2') }, []],
  [{ act: 'open' }, []],
  [
    {
      act: 'close',
      issued: 22,
      paper: 3,
      ballots: 21,
      root: sha256('3'),
      superseded: { ballots: 2, sha256: sha256('4') },
    },
    [0, 2],
  ],
  [{ act: 'shares', teller: 2, sha256: sha256('5') }, [2]],
  [{ act: 'shares', teller: 0, sha256: sha256('6') }, [0]],
  [{ act: 'opening', opened: 20, void: 1, sha256: sha256('7') }, [0, 2]],
  [{ act: 'result', sha256: sha256('8') }, [0, 2]],
  [{ act: 'objection', sha256: sha256('9') }, []],
];

/** A ledger of these steps, rightly linked and signed, whether or not they make sense. */
export async function ledgerOf(acts: readonly Step[]): Promise<Entry[]> {
  const entries: Entry[] = [];
  let previous = beforeTheFirst;
  for (const [number, [act, signers]] of acts.entries()) {
    const text = canonicalJson({
      ...act,
      number,
      previous,
      contest,
      at: day + number * 60_000,
    });
    const signatures = await Promise.all(
      signers.map(async (teller) => ({
        teller,
        signature: await signEntry(text, (tellers[teller] ?? tellers[0])?.signer.privateKey ?? never()),
      })),
    );
    entries.push({ text, signatures });
    previous = await hashText(text);
  }
  return entries;
}

function never(): never {
  throw new Error('no such teller');
}
