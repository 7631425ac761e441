// A finished election as its public record tells it, made without a server: keys, tokens, ballots, the sealed box, the opening,
// the count. For tests of the verify page, and its bench.
import type { ContestRecord } from '../../schema/api/ballots.ts';
import { contestOf, groupOf, resultOf } from '../../schema/elections/box.ts';
import { toBase64url, toHex } from '../../schema/elections/bytes.ts';
import { canonicalJson } from '../../schema/elections/canonical.ts';
import {
  ballotId,
  ballotLeaf,
  cast,
  electorKey,
  inBoxOrder,
  supersededHash,
} from '../../schema/elections/cast.ts';
import { type Choices, encodeChoices } from '../../schema/elections/choices.ts';
import type { BallotGroup } from '../../schema/elections/contest.ts';
import { type Bytes, sha256, utf8 } from '../../schema/elections/crypto.ts';
import { type Act, beforeTheFirst, entryHash, hashText, signEntry } from '../../schema/elections/ledger.ts';
import { merkleRoot } from '../../schema/elections/merkle.ts';
import { openedHash } from '../../schema/elections/opening.ts';
import { importKey } from '../../schema/elections/p256.ts';
import { type Pack, packText, type Round } from '../../schema/elections/pack.ts';
import { plurality } from '../../schema/elections/packs/plurality.ts';
import { seal, type Terms } from '../../schema/elections/seal.ts';
import { tokenAlgorithm } from '../../schema/elections/token.ts';

export const random = (): Bytes => crypto.getRandomValues(new Uint8Array(32));
const hashed = async (text: string) => toHex(await sha256(utf8(text)));

const begun = 1_795_000_000_000;

type Unplaced<A> = A extends unknown ? Omit<A, 'number' | 'previous' | 'contest' | 'at'> : never;

interface Finished {
  record: ContestRecord;
  /** what each ballot held, in the order of the box */
  contents: Bytes[];
}

/** Choices by the number of the ballot; every seventh voted before, every ninth holds no choices at all. */
const choiceOf = (at: number): Choices => ({
  post: {
    for: at % 5 === 0 ? [] : [at % 3 === 0 ? 'c2' : 'c1'],
    against: [],
    written: at % 10 === 5 ? ['赵六'] : [],
  },
});

interface Wanted {
  pack?: Pack;
  contest?: string;
  /** the result that the tellers sign in place of the right one */
  published?: (result: string) => string;
  /** said in the ledger of what was counted as a first round */
  round?: Round;
  /** took a ballot by phone and cast none; 1 unless said */
  uncast?: number;
  /** counted beside the box, though no paper was handed out */
  paper?: readonly BallotGroup[];
  /** on the roll */
  entries?: number;
  /** hours of voting that the ledger says, from the freeze on */
  hours?: { from: number; to: number };
  /** two ballots of the box are of one key */
  double?: boolean;
  /** said to be replaced too, by the id of the first ballot */
  replaced?: (first: Bytes) => { ballot: Bytes; counter: number; leaf: Bytes };
  /** one ballot stayed shut, and these tellers signed for it */
  unopenedBy?: readonly number[];
}

/** @param ballots in the box */
export async function finishedElection(ballots: number, wanted: Wanted = {}): Promise<Finished> {
  const { pack = plurality, contest = 'contest1', published = (result) => result } = wanted;
  const { entries: listed = ballots + 4, hours = { from: 0, to: 120_000 } } = wanted;
  const { uncast = 1, paper = [] } = wanted;
  const votingHours = { from: begun + hours.from, to: begun + hours.to };
  const tellers = await Promise.all(
    ['王芳', '刘洋', '陈静'].map(async (name) => {
      const [opening, signing] = [await electorKey(random()), await electorKey(random())];
      return { name, opening, signing, signer: (await importKey('ECDSA', signing)).privateKey };
    }),
  );
  const pair = await crypto.subtle.generateKey(
    { ...tokenAlgorithm, modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
    true,
    ['sign', 'verify'],
  );
  const issuer = toBase64url(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)));
  const receipts = toBase64url((await electorKey(random())).point);

  const entries: ContestRecord['entries'] = [];
  const add = async (act: Unplaced<Act>, signers: readonly number[]) => {
    const before = entries.at(-1);
    const text = canonicalJson({
      ...act,
      number: entries.length,
      previous: before ? await hashText(before.text) : beforeTheFirst,
      contest,
      at: begun + entries.length * 60_000,
    });
    const signatures = await Promise.all(
      signers.map(async (teller) => {
        const signer = tellers[teller]?.signer;
        if (!signer) throw new Error('no such teller');
        return { teller, signature: await signEntry(text, signer) };
      }),
    );
    entries.push({ text, signatures });
  };

  const freeze = {
    act: 'freeze' as const,
    filled: 0,
    election: '推选楼栋长',
    title: '滨河社区 2号楼 楼栋长',
    checkIn: votingHours,
    voting: votingHours,
    round: wanted.round ?? 'first',
    mode: 'one-sitting' as const,
    rehearsal: false,
    pack: { id: pack.id, version: pack.version, sha256: await hashed(packText(pack)) },
    roll: { entries: listed, sha256: await hashed('roll') },
    posts: [
      {
        id: 'post',
        name: '楼栋长',
        seats: 1,
        candidates: [
          { id: 'c1', name: '王秀英' },
          { id: 'c2', name: '李建国' },
        ],
      },
    ],
    quorum: 2,
    tellers: tellers.map(({ name, opening, signing }) => ({
      name,
      opening: toBase64url(opening.point),
      signing: toBase64url(signing.point),
    })),
    issuer,
    receipts,
    page: await hashed('page'),
  };
  await add(freeze, [0, 1, 2]);
  await add({ act: 'open' }, []);
  const ledger = await entryHash(entries[0]?.text ?? '');

  const superseded: { ballot: Bytes; counter: number; leaf: Bytes }[] = [];
  const keys = await Promise.all(Array.from({ length: ballots }, () => electorKey(random())));
  const first = keys[0];
  if (wanted.replaced && first) superseded.push(wanted.replaced(await ballotId(first.point)));
  const box = await Promise.all(
    Array.from({ length: ballots }, async (_, at) => {
      const key = (wanted.double && at === 1 ? keys[0] : keys[at]) ?? (await electorKey(random()));
      const id = await ballotId(key.point);
      const token = new Uint8Array(
        await crypto.subtle.sign({ name: 'RSA-PSS', saltLength: 48 }, pair.privateKey, key.point),
      );
      const terms: Terms = {
        ledger,
        ballot: id,
        quorum: 2,
        tellers: tellers.map(({ opening }) => opening.point),
      };
      const encoded = encodeChoices(choiceOf(at));
      if (!encoded.ok) throw new Error(encoded.why);
      const content = at % 9 === 8 ? utf8('no ballot') : encoded.bytes;
      const counter = at % 7 === 6 ? 2 : 1;
      if (counter === 2)
        superseded.push({ ballot: id, counter: 1, leaf: await ballotLeaf(id, 1, utf8(`old ${at}`)) });
      const seed = random();
      const sealed = await seal(content, seed, terms);
      const sent = await cast(key, token, sealed, counter, ledger);
      const leaf = await ballotLeaf(id, counter, sealed);
      return {
        content,
        seed,
        leaf,
        published: {
          key: toBase64url(sent.publicKey),
          token: toBase64url(sent.token),
          sealed: toBase64url(sealed),
          counter,
          signature: toBase64url(sent.signature),
          leaf: toHex(leaf),
        },
      };
    }),
  );
  box.sort((one, other) => (toHex(one.leaf) < toHex(other.leaf) ? -1 : 1));
  await add(
    {
      act: 'close',
      issued: ballots + uncast,
      paper: 0,
      ballots,
      root: toHex(await merkleRoot(inBoxOrder(box.map(({ leaf }) => leaf)))),
      superseded: { ballots: superseded.length, sha256: toHex(await supersededHash(superseded)) },
    },
    [0, 2],
  );
  await add({ act: 'shares', teller: 0, sha256: await hashed('shares 0') }, [0]);
  await add({ act: 'shares', teller: 2, sha256: await hashed('shares 2') }, [2]);
  const shut = wanted.unopenedBy ? 1 : 0;
  const set = box.map(({ leaf, content, seed }, at) => ({
    leaf,
    opening:
      at < shut
        ? ({ outcome: 'void', why: 'no-quorum' } as const)
        : ({ outcome: 'opened', content, seed } as const),
  }));
  await add(
    { act: 'opening', opened: ballots - shut, void: shut, sha256: toHex(await openedHash(ledger, set)) },
    wanted.unopenedBy ?? [0, 2],
  );
  const counted = contestOf(
    { ...freeze, round: 'first', number: 0, previous: '', contest, at: 0 },
    { token: ballots + uncast, paper: 0 },
    paper,
  );
  const result = published(
    resultOf(
      pack,
      counted,
      box.map(({ content }, at) => groupOf(at < shut ? undefined : content, 1)),
      { paper, merges: {} },
    ),
  );
  await add({ act: 'result', sha256: await hashed(result) }, [0, 2]);
  return {
    contents: box.map(({ content }) => content),
    record: {
      contest,
      title: '推选楼栋长',
      post: '楼栋长',
      name: '2号楼',
      above: '滨河社区',
      slug: 'vote0001',
      organiser: '滨河社区居委会',
      phone: '8700000',
      state: 'counted',
      rehearsal: false,
      phases: false,
      votingFrom: votingHours.from,
      votingTo: votingHours.to,
      entries,
      pack: packText(pack),
      checkedIn: { token: ballots + uncast, paper: 0 },
      ballots: box.map(({ published }) => published),
      superseded: superseded.map(({ ballot, counter, leaf }) => ({
        ballot: toHex(ballot),
        counter,
        leaf: toHex(leaf),
      })),
      seeds: box.map(({ seed }, at) => (at < shut ? null : toBase64url(seed))),
      result,
    },
  };
}
