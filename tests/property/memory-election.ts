// A frozen election in a database in memory, straight at the Worker's modules: thousands of electors in seconds. Tokens are
// signed with the issuer's key itself (what blinding comes to); whoever uses this puts a stand-in for the raw RSA of workerd.
import { fromBase64url, toBase64url, toHex } from '../../schema/elections/bytes.ts';
import { canonicalJson } from '../../schema/elections/canonical.ts';
import { ballotId, cast } from '../../schema/elections/cast.ts';
import type { Bytes } from '../../schema/elections/crypto.ts';
import { sealedSize } from '../../schema/elections/layout.ts';
import { entryHash, hashText } from '../../schema/elections/ledger.ts';
import type { RawKey } from '../../schema/elections/p256.ts';
import { packText } from '../../schema/elections/pack.ts';
import { plurality } from '../../schema/elections/packs/plurality.ts';
import { tokenAlgorithm } from '../../schema/elections/token.ts';
import { normalizeCode } from '../../schema/ids.ts';
import { sha256 } from '../../worker/db/hash.ts';
import { makeReceiptKey } from '../../worker/elections/receipt-key.ts';
import { finishedElection } from './finished-election.ts';
import { memoryD1 } from './memory-d1.ts';

export const secret = 'a secret of the Worker for tests, 40 signs';
export const contest = 'contest1';
export const random = (size: number): Bytes => crypto.getRandomValues(new Uint8Array(size));

/** An elector's device: what it sends to be signed, and its key, made by the machine itself once it is needed. */
export class Phone {
  readonly blinded = toBase64url(random(256));
  #key: Promise<RawKey> | undefined;

  get key(): Promise<RawKey> {
    this.#key ??= ownKey();
    return this.#key;
  }
}

async function ownKey(): Promise<RawKey> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const { d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return {
    point: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)),
    secret: fromBase64url(d) ?? new Uint8Array(),
  };
}

/** From and to, of handing out and of casting. */
interface Hours {
  checkIn: readonly [number, number];
  voting: readonly [number, number];
}

const entryOf = (at: number) => `entry${String(at).padStart(6, '0')}`;
export const letterOf = (at: number) => `letter${String(at).padStart(8, '0')}`;

export async function memoryElection(electors: number, { checkIn, voting }: Hours) {
  const db = memoryD1();
  const pair = await crypto.subtle.generateKey(
    { ...tokenAlgorithm, modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
    true,
    ['sign', 'verify'],
  );
  const issuer = toBase64url(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)));
  const receipts = await makeReceiptKey(secret, contest);
  const { record } = await finishedElection(1, { contest });
  const text = canonicalJson({
    ...JSON.parse(record.entries[0]?.text ?? '{}'),
    issuer,
    receipts: toBase64url(receipts.publicKey),
  });
  const ledger = await entryHash(text);
  const put = (sql: string, ...values: unknown[]) => db.prepare(sql).bind(...values);
  await db.batch([
    put(
      `INSERT INTO unit (id, root, kind, name, code, path, position) VALUES ('b1', 'b1', 'building', '2号楼', 'B1', '/b1/', 1)`,
    ),
    put(
      `INSERT INTO roll (id, line, version, unit, kind, title, state, salt, created_by, created_at)
       VALUES ('roll1', 'line1', 1, 'b1', 'household', '户名册', 'frozen', 's', 'staff1', 1)`,
    ),
    put(
      `INSERT INTO election (id, slug, unit, title, post, preset, phases, pack, roll, days, quorum, organiser, phone, created_by, created_at)
       VALUES ('election1', 'vote0001', 'b1', '推选楼栋长', '楼栋长', 'sealed', 1, ?1, 'roll1', '{}', 2, '社区', '87', 'staff1', 1)`,
      packText(plurality),
    ),
    put(
      `INSERT INTO contest (id, election, unit, path, name, above, position, seats, state, roll, registered, issuer_secret,
         receipts_secret, check_in_from, check_in_to, voting_from, voting_to)
       VALUES (?1, 'election1', 'b1', '/b1/', '2号楼', '滨河社区', 1, 1, 'open', 'roll1', ?2, 'AAAA', ?3, ?4, ?5, ?6, ?7)`,
      contest,
      electors,
      toBase64url(receipts.kept),
      ...checkIn,
      ...voting,
    ),
    put(
      'INSERT INTO ledger_entry (contest, seq, body, hash) VALUES (?1, 0, ?2, ?3)',
      contest,
      text,
      await hashText(text),
    ),
  ]);
  const rows = Array.from({ length: electors }, (_, at) => at);
  const planted = await Promise.all(
    rows.map(async (at) => [
      put(
        `INSERT INTO roll_entry (roll, id, unit, path, stairwell, door, person, name, position)
         VALUES ('roll1', ?1, 'b1', '/b1/', '', ?2, '', '', ?3)`,
        entryOf(at),
        String(at),
        at,
      ),
      put(
        `INSERT INTO credential (secret_hash, line, entry, making, issued_at) VALUES (?1, 'line1', ?2, 'm', 1)`,
        await sha256(normalizeCode(letterOf(at))),
        entryOf(at),
      ),
    ]),
  );
  await db.batch(planted.flat());
  return {
    db,
    entries: rows.map(entryOf),
    /** What a phone casts; of the sealed bytes the server knows no more than that they are so many. */
    async ballot(phone: Phone, counter = 1) {
      const key = await phone.key;
      const token = new Uint8Array(
        await crypto.subtle.sign({ name: 'RSA-PSS', saltLength: 48 }, pair.privateKey, key.point),
      );
      const sent = await cast(key, token, random(sealedSize(3, 2)), counter, ledger);
      return {
        id: toHex(await ballotId(key.point)),
        body: {
          contest,
          key: toBase64url(sent.publicKey),
          token: toBase64url(sent.token),
          sealed: toBase64url(sent.sealed),
          counter,
          signature: toBase64url(sent.signature),
        },
      };
    },
  };
}
