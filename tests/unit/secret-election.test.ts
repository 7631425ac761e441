// A secret election from the first key to the last hash, as its parts are meant to be used together: elders check in, vote,
// one votes again, one seals badly; the box closes, two of three tellers open it, and the ledger tells it all.
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { expect, test } from 'vitest';
import { fromBase64url, fromHex, toBase64url, toHex } from '../../schema/elections/bytes.ts';
import {
  ballotId,
  ballotLeaf,
  type Cast,
  cast,
  castFault,
  electorKey,
  inBoxOrder,
  supersededHash,
} from '../../schema/elections/cast.ts';
import { verifyChain } from '../../schema/elections/chain.ts';
import { type Choices, decodeChoices, encodeChoices } from '../../schema/elections/choices.ts';
import type { Bytes } from '../../schema/elections/crypto.ts';
import { entryHash } from '../../schema/elections/ledger.ts';
import { inclusionProof, merkleRoot, proves } from '../../schema/elections/merkle.ts';
import { openWith, unlock } from '../../schema/elections/open.ts';
import { openedHash, sharesHash } from '../../schema/elections/opening.ts';
import { seal, type Terms } from '../../schema/elections/seal.ts';
import { importIssuer } from '../../schema/elections/token.ts';
import { blind, unblind } from '../../web/vote/blind.ts';
import { freeze, ledgerOf, type Step, secret, steps, tellers } from './election.ts';

const vote = (chosen: string, ...written: string[]): Choices => ({
  head: { for: [chosen], against: [], written: [] },
  deputy: { for: [], against: [], written },
});

test('a contest of five electors opens to what they chose, and its ledger says so', {
  timeout: 60_000,
}, async () => {
  // The server's part: one RSA key, and nothing that sees a ballot.
  const suite = RSABSSA.SHA384.PSS.Deterministic();
  const rsa = await suite.generateKey({ publicExponent: Uint8Array.of(1, 0, 1), modulusLength: 2048 });
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', rsa.publicKey));
  const issuer = await importIssuer(spki);
  if (!issuer) throw new Error('no issuer');
  const [[frozen, everybody] = never()] = steps;
  if (frozen.act !== 'freeze') throw new Error('the sample has changed');
  const start: Step = [{ ...frozen, issuer: toBase64url(spki) }, everybody];
  const ledger = await entryHash((await ledgerOf([start]))[0]?.text ?? '');

  const termsOf = (ballot: Bytes): Terms => ({
    ledger,
    ballot,
    quorum: freeze.quorum,
    tellers: freeze.tellers.map(({ opening }) => fromBase64url(opening) ?? never()),
  });

  async function votes(elector: string, choices: Choices, counter = 1, spoil = false): Promise<Cast> {
    const key = await electorKey(secret(elector));
    const { blinded, inverse } = await blind(issuer ?? never(), key.point);
    const signed = new Uint8Array(await suite.blindSign(rsa.privateKey, blinded));
    const token = await unblind(issuer ?? never(), key.point, signed, inverse);
    const content = encodeChoices(choices);
    if (!token || !content.ok) throw new Error('no token or no ballot');
    const terms = termsOf(await ballotId(key.point));
    const sealed = await seal(content.bytes, secret(`${elector} ${counter}`), terms);
    if (spoil) sealed[200] = (sealed[200] ?? 0) ^ 1;
    return cast(key, token, sealed, counter, ledger);
  }

  const sent = [
    await votes('张奶奶', vote('c1', '王小明')),
    await votes('李大爷', vote('c2')),
    await votes('赵阿姨', vote('c1', ' 王小明 ')),
    await votes('钱师傅', vote('c2')),
    await votes('孙老师', vote('c1'), 1, true),
    await votes('李大爷', vote('c1'), 2),
  ];
  for (const ballot of sent) expect(await castFault(ballot, issuer, ledger)).toBeUndefined();

  // Close: of each key the highest counter stays.
  const rows = await Promise.all(
    sent.map(async ({ publicKey, counter, sealed }) => {
      const ballot = await ballotId(publicKey);
      return { ballot, counter, sealed, leaf: await ballotLeaf(ballot, counter, sealed) };
    }),
  );
  const isLast = (row: (typeof rows)[number]) =>
    rows.every((other) => toHex(other.ballot) !== toHex(row.ballot) || other.counter <= row.counter);
  const [box, superseded] = [rows.filter(isLast), rows.filter((row) => !isLast(row))];
  const leaves = inBoxOrder(box.map(({ leaf }) => leaf));
  const root = await merkleRoot(leaves);
  for (const [at, leaf] of leaves.entries())
    expect(await proves(root, leaves.length, at, leaf, await inclusionProof(leaves, at))).toBe(true);

  // Opening: the first and the third teller came.
  const present = [0, 2];
  const handed = await Promise.all(
    present.map((teller) =>
      Promise.all(
        box.map(async ({ ballot, sealed, leaf }) => {
          const { opening } = tellers[teller] ?? never();
          return { leaf, handed: await unlock(sealed, teller, opening, termsOf(ballot)) };
        }),
      ),
    ),
  );
  const opened = await Promise.all(
    box.map(async ({ ballot, sealed, leaf }, at) => {
      const said = new Map(
        present.map((teller, who) => [teller, handed[who]?.[at]?.handed ?? 'unreadable'] as const),
      );
      const opening = await openWith(sealed, said, termsOf(ballot));
      if (opening.outcome === 'locked') throw new Error('a teller is missing');
      if (opening.outcome === 'opened') expect(opening.lying).toEqual([]);
      return { leaf, opening };
    }),
  );
  const chosen = opened.flatMap(({ opening }) =>
    opening.outcome === 'opened' ? [decodeChoices(opening.content)] : [],
  );
  expect(chosen.map((choices) => choices?.head?.for.join())).toEqual(['c1', 'c1', 'c2', 'c1']);
  expect(chosen.flatMap((choices) => choices?.deputy?.written ?? [])).toEqual(['王小明', '王小明']);
  expect(opened.filter(({ opening }) => opening.outcome === 'void')).toHaveLength(1);

  const acts: Step[] = [
    start,
    [{ act: 'open' }, []],
    [
      {
        act: 'close',
        issued: 5,
        paper: 0,
        ballots: box.length,
        root: toHex(root),
        superseded: { ballots: superseded.length, sha256: toHex(await supersededHash(superseded)) },
      },
      present,
    ],
    ...(await Promise.all(
      present.map(
        async (teller, who): Promise<Step> => [
          { act: 'shares', teller, sha256: toHex(await sharesHash(ledger, teller, handed[who] ?? [])) },
          [teller],
        ],
      ),
    )),
    [{ act: 'opening', opened: 4, void: 1, sha256: toHex(await openedHash(ledger, opened)) }, present],
  ];
  const chain = await verifyChain(await ledgerOf(acts));
  expect(chain.ok && fromHex(chain.hashes[0] ?? '')).toEqual(ledger);
});

function never(): never {
  throw new Error('the sample has changed');
}
