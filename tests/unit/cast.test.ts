// Casting a ballot: what the elector's key signs holds for one contest, one counter and one sealed ballot.
import { beforeAll, describe, expect, test } from 'vitest';
import { fromBase64url, toHex } from '../../schema/elections/bytes.ts';
import {
  ballotId,
  ballotLeaf,
  type Cast,
  cast,
  castFault,
  electorKey,
  inBoxOrder,
  phraseOf,
  signReceipt,
  supersededHash,
  verifyReceipt,
} from '../../schema/elections/cast.ts';
import { type Key, utf8 } from '../../schema/elections/crypto.ts';
import { inclusionProof, leafHash, merkleRoot, proves } from '../../schema/elections/merkle.ts';
import { openedHash, sharesHash } from '../../schema/elections/opening.ts';
import { importKey } from '../../schema/elections/p256.ts';
import { importIssuer, verifyToken } from '../../schema/elections/token.ts';
import { receipts, secret } from './election.ts';

// Made once by an issuer for the elector below, so that a change of the token's format is seen.
const issuerKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA0PXlDoIOpVjqbooBRODuaOp-G4u8ZtdccFrA4lXabn39IcNOkc58Lw9BfdM4VTHkIJgwVji5ieywvtxnJa5d26J6DFDhsH82Q4XxN3C4iCkBafWNK_4MKbMidAmgWKk3hkWZYgGWcn6Q6S8Ka_TQ8zEz7LbzH-2KTSTEmTIWYtJJdFFK8dKxBi4bIxzpXYsYq1xxXVNeIp1_nS7672v7VM8k1z3l8g4tuUGdmbVLvj5g68gJMLsiKdQoquxSOKMOiW7MPiPXLlrYSu6v7Dia45FLCdjnW792550C_IDb9NZjyvXtB_Fpmny3sTtN-K_6yzLHLf2zLs_jGdgho4NWMQIDAQAB';
const knownToken =
  'QVBSOHYCSnT-wckOUFitrGUgEMqvE0KP4fQ0DHtQB9EN3aw6f0ui04kqMcEa6hsmd79no7nIzVyC2X2PyJp-jV-Atsf6Pq0a2Olm_ltStsR4_pLszQzTicgzdc9pJaBSR6ZLv8MtNKSilJIKUg2ym0M-FKE33CN5CsCy6-YYl73sdEnQ5nNbq9cgfKieuF2lBPzKdn11sAhSfE7og_96_kwmSm6txOG8BILGpBtfD3CJu5EW6oYLoT650clr2PrCGXdMR894NGH9duLQz-qDALObffNj2uDqXbBe1sew1iSLaR94nXbfDhV-lDwBvcxNJKpBxWc76rBhmvYRqrLR8w';

const ledger = secret('entry 0');
const elector = await electorKey(secret('elector'));
const sealed = utf8('sealed');
const bytesOf = (text: string) => fromBase64url(text) ?? new Uint8Array();

describe('a ballot that was cast', () => {
  let issuer: Key;
  let ballot: Cast;
  beforeAll(async () => {
    const known = await importIssuer(bytesOf(issuerKey));
    if (!known) throw new Error('no issuer');
    issuer = known;
    ballot = await cast(elector, bytesOf(knownToken), sealed, 1, ledger);
  });

  test('is whole, in its contest', async () => {
    expect(await castFault(ballot, issuer, ledger)).toBeUndefined();
    expect(await castFault(ballot, issuer, secret('another entry 0'))).toBe('signature');
  });

  test('is not, with another counter, content, key or token', async () => {
    const stranger = await electorKey(secret('stranger'));
    expect(await castFault({ ...ballot, counter: 2 }, issuer, ledger)).toBe('signature');
    expect(await castFault({ ...ballot, sealed: utf8('other') }, issuer, ledger)).toBe('signature');
    expect(await castFault({ ...ballot, signature: ballot.token.subarray(0, 64) }, issuer, ledger)).toBe(
      'signature',
    );
    expect(await castFault({ ...ballot, publicKey: stranger.point }, issuer, ledger)).toBe('token');
    expect(await castFault({ ...ballot, token: ballot.token.map((byte) => byte ^ 1) }, issuer, ledger)).toBe(
      'token',
    );
    expect(await castFault({ ...ballot, token: ballot.token.subarray(1) }, issuer, ledger)).toBe('token');
    for (const counter of [0, -1, 1.5, 2 ** 32])
      expect(await castFault({ ...ballot, counter }, issuer, ledger)).toBe('counter');
  });

  test('of another elector cannot be voted again by the server', async () => {
    const server = await electorKey(secret('server'));
    const forged = await cast(server, ballot.token, utf8('another choice'), 2, ledger);
    expect(await castFault({ ...forged, publicKey: ballot.publicKey }, issuer, ledger)).toBe('signature');
    expect(await castFault(forged, issuer, ledger)).toBe('token');
  });

  test('has an id and a leaf that never change', async () => {
    const id = await ballotId(elector.point);
    expect(toHex(id)).toBe('3b8e906a650f68cf25cf2825808eb05f92134a1d84784ac57ec7a9ca3f00d550');
    expect(toHex(await ballotLeaf(id, 1, sealed))).toBe(
      'b6d36c6a324695e4ab390a7706e5a5c68cb0f55015b4ac9a84947abd22a316ba',
    );
    expect(toHex(await ballotLeaf(id, 2, sealed))).not.toBe(toHex(await ballotLeaf(id, 1, sealed)));
  });

  test('a token is verified by its own issuer only', async () => {
    expect(await verifyToken(issuer, bytesOf(knownToken), elector.point)).toBe(true);
    expect(await importIssuer(utf8('no key'))).toBeUndefined();
  });
});

describe('a receipt', () => {
  const leaf = secret('leaf');

  test('is the server’s word on one ballot of one contest', async () => {
    const { privateKey } = await importKey('ECDSA', receipts);
    const receipt = await signReceipt(privateKey, ledger, leaf);
    expect(await verifyReceipt(receipts.point, receipt, ledger, leaf)).toBe(true);
    expect(await verifyReceipt(receipts.point, receipt, leaf, ledger)).toBe(false);
    expect(await verifyReceipt(elector.point, receipt, ledger, leaf)).toBe(false);
  });

  test('is known by three words, others for another vote', async () => {
    expect(await phraseOf(ledger, leaf)).toBe('镜子 牡丹 荷叶');
    expect(await phraseOf(ledger, secret('leaf of a second vote'))).not.toBe(await phraseOf(ledger, leaf));
    expect((await phraseOf(leaf, ledger)).split(' ')).toHaveLength(3);
  });
});

describe('the closed box', () => {
  test('has one root and one order, whoever came first', async () => {
    const leaves = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((ballot) => leafHash(utf8(ballot))));
    const root = await merkleRoot(inBoxOrder(leaves));
    expect(toHex(root)).toBe('9cbdff18af29993103b2a39ce6e912afd2bfed66cf7df4b8c5db94bff715f7f4');
    expect(toHex(await merkleRoot(inBoxOrder([...leaves].reverse())))).toBe(toHex(root));
    const ordered = inBoxOrder(leaves);
    const [first = root] = ordered;
    expect(await proves(root, 5, 0, first, await inclusionProof(ordered, 0))).toBe(true);
  });

  test('RFC 6962: the tree of nothing, of one and of two entries', async () => {
    expect(toHex(await merkleRoot([]))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    // The first of the test vectors that implementations of RFC 6962 share: the tree of one empty entry.
    const empty = await leafHash(new Uint8Array());
    expect(toHex(await merkleRoot([empty]))).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    const two = await merkleRoot([empty, await leafHash(Uint8Array.of(0))]);
    expect(toHex(two)).toBe('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125');
  });

  test('replaced ballots have one hash in whatever order they are listed', async () => {
    const list = [
      { ballot: secret('b'), counter: 2, leaf: secret('2') },
      { ballot: secret('b'), counter: 1, leaf: secret('1') },
      { ballot: secret('a'), counter: 1, leaf: secret('3') },
    ];
    const hash = toHex(await supersededHash(list));
    expect(hash).toBe('83cc31f78b536831807a9ad13c6b85ba07d72f6e2b6e14a208b907ccba4cd5f6');
    expect(toHex(await supersededHash([...list].reverse()))).toBe(hash);
    expect(toHex(await supersededHash(list.slice(1)))).not.toBe(hash);
  });
});

describe('an opening in the ledger', () => {
  test('binds each teller’s word on each ballot', async () => {
    const handed = [
      { leaf: secret('b'), handed: secret('share') },
      { leaf: secret('a'), handed: 'unreadable' as const },
    ];
    const hash = toHex(await sharesHash(ledger, 1, handed));
    expect(hash).toBe('91ecf7024e86990a81f59b72e6efe9e71c9d06086f86bbb6319a29a69f9fe50c');
    expect(toHex(await sharesHash(ledger, 1, [...handed].reverse()))).toBe(hash);
    expect(toHex(await sharesHash(ledger, 2, handed))).not.toBe(hash);
    expect(
      toHex(
        await sharesHash(
          ledger,
          1,
          handed.map((row) => ({ ...row, handed: 'unreadable' as const })),
        ),
      ),
    ).not.toBe(hash);
  });

  test('binds what each ballot held', async () => {
    const opened = { outcome: 'opened', content: utf8('{}'), seed: secret('seed') } as const;
    const empty = { outcome: 'void', why: 'content' } as const;
    const ballots = [
      { leaf: secret('b'), opening: opened },
      { leaf: secret('a'), opening: empty },
    ];
    const hash = toHex(await openedHash(ledger, ballots));
    expect(hash).toBe('b28eb0b960f55d97b1bf04bcc572b68e7b3661d6bf9237ef96f407b1e438ab37');
    expect(toHex(await openedHash(ledger, [...ballots].reverse()))).toBe(hash);
    expect(
      toHex(
        await openedHash(
          ledger,
          ballots.map((row) => ({ ...row, opening: empty })),
        ),
      ),
    ).not.toBe(hash);
  });
});
