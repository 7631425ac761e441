// A secret ballot from the roll to the closed box, as its people do it: staff by the API, electors and tellers with their own
// keys. Only the election itself and its hours are put straight into the tables.

import { placeDay } from '../../schema/day.ts';
import { fromBase64url, fromHex, toBase64url } from '../../schema/elections/bytes.ts';
import { ballotId, ballotLeaf, cast, electorKey } from '../../schema/elections/cast.ts';
import { type Choices, encodeChoices } from '../../schema/elections/choices.ts';
import type { Bytes } from '../../schema/elections/crypto.ts';
import type { Days } from '../../schema/elections/days.ts';
import { type Freeze, hashText, readAct, signEntry, writeAct } from '../../schema/elections/ledger.ts';
import { openBySeed, unlock } from '../../schema/elections/open.ts';
import { commitMessage } from '../../schema/elections/opening.ts';
import { importKey, type RawKey } from '../../schema/elections/p256.ts';
import type { Pack } from '../../schema/elections/pack.ts';
import { plurality } from '../../schema/elections/packs/plurality.ts';
import { seal, type Terms } from '../../schema/elections/seal.ts';
import { sign } from '../../schema/elections/signature.ts';
import { keysMessage, testMessage } from '../../schema/elections/teller.ts';
import { importIssuer } from '../../schema/elections/token.ts';
import { blind, unblind } from '../../web/vote/blind.ts';
import { type Box, checkedBox, commitmentTo, openTogether, ownShares } from '../../web/vote/teller/box.ts';
import { type City, day, must, type Reply } from './city.ts';

export const random = (size = 32): Bytes => crypto.getRandomValues(new Uint8Array(size));
const bytes = (text: string): Bytes => fromBase64url(text) ?? new Uint8Array();

export interface TestTeller {
  id: string;
  link: string;
  opening: RawKey;
  signing: RawKey;
}

export interface Letter {
  entry: string;
  door: string;
  secret: string;
}

export interface Planted {
  city: City;
  election: string;
  slug: string;
  contest: string;
  roll: string;
  letters: Letter[];
  tellers: TestTeller[];
  candidates: string[];
}

interface Wanted {
  unit?: string;
  building?: string;
  doors?: number;
  tellers?: number;
  quorum?: number;
  phases?: boolean;
  pack?: Pack;
  seats?: number;
  names?: readonly string[];
  preset?: 'sealed' | 'spot';
}

/** Notice is over, voting is today. */
const daysNow = (phases: boolean): Days => {
  const today = placeDay(Date.now());
  return {
    roll: placeDay(Date.now() - 40 * day),
    objections: placeDay(Date.now() - 35 * day),
    nominate: placeDay(Date.now() - 20 * day),
    candidates: placeDay(Date.now() - 10 * day),
    checkIn: phases ? today : null,
    vote: phases ? placeDay(Date.now() + 2 * day) : today,
    voteEnd: placeDay(Date.now() + 3 * day),
    opens: '00:00',
    closes: '23:59',
    result: placeDay(Date.now() + 6 * day),
  };
};

let made = 0;

/** A final roll of households of one building, and the letters of all of them, printed. */
export async function rollWithLetters(
  city: City,
  { unit, building, doors }: { unit: string; building: string; doors: number },
): Promise<{ roll: string; letters: Letter[] }> {
  const mayor = city.as('mayor');
  const roll = must(
    await mayor('POST', `/api/units/${unit}/rolls`, { kind: 'household', title: '户名册', note: '' }),
  ).id;
  const rows = Array.from({ length: doors }, (_, row) => ({
    row,
    unit: building,
    stairwell: '1',
    door: String(101 + row),
    name: '',
  }));
  must(await mayor('POST', `/api/rolls/${roll}/import`, { rows, dryRun: false }));
  const drafted = must(await mayor('GET', `/api/rolls/${roll}`)).roll.rev;
  const { rev } = must(await mayor('PATCH', `/api/rolls/${roll}`, { rev: drafted, postedAt: Date.now() }));
  must(await mayor('POST', `/api/rolls/${roll}/freeze`, { rev }));
  const letters: Letter[] = [];
  while (letters.length < doors) {
    const some = must(
      await mayor('POST', `/api/rolls/${roll}/letters`, { of: { unit: building }, most: 1000 }),
    );
    must(
      await mayor('POST', `/api/rolls/${roll}/letters/printed`, {
        entries: some.letters.map(({ entry }: Letter) => entry),
        making: some.making,
      }),
    );
    letters.push(...some.letters);
  }
  return { roll, letters };
}

/** An election with one contest in preparation, its frozen roll with printed letters, and tellers who are ready. */
export async function plantSealed(city: City, wanted: Wanted = {}): Promise<Planted> {
  const { unit = 'e1', building = 'b1', doors = 8, phases = false, pack = plurality } = wanted;
  const { quorum = 2, seats = 1, names = ['王秀英', '李建国'], preset = 'sealed' } = wanted;
  const { roll, letters } = await rollWithLetters(city, { unit, building, doors });
  const n = ++made;
  const [election, contest, slug] = [`sealed${n}`, `box${n}`, `seal${String(n).padStart(4, '0')}`];
  const candidates = names.map((_, at) => `${contest}c${at}`);
  await city.db.batch([
    city.db
      .prepare(
        `INSERT INTO election (id, slug, unit, title, post, preset, phases, pack, roll, days, quorum, organiser, phone,
           created_by, created_at)
         VALUES (?1, ?2, ?3, '推选楼栋长', '楼栋长', ?4, ?5, ?6, ?7, ?8, ?9, '滨河社区居委会', '8700000', 'staffmayor', ?10)`,
      )
      .bind(
        election,
        slug,
        unit,
        preset,
        phases ? 1 : 0,
        JSON.stringify(pack),
        roll,
        JSON.stringify(daysNow(phases)),
        quorum,
        n,
      ),
    city.db
      .prepare(
        `INSERT INTO contest (id, election, unit, path, name, above, position, seats, state)
         SELECT ?1, ?2, id, path, name, '滨河社区', ?4, ?5, 'preparing' FROM unit WHERE id = ?3`,
      )
      .bind(contest, election, building, n, seats),
    ...names.map((name, at) =>
      city.db
        .prepare(
          `INSERT INTO candidate (id, contest, position, name, line, source, state, consent, at)
           VALUES (?1, ?2, ?3, ?4, '热心', 'self', 'accepted', 1, 1)`,
        )
        .bind(candidates[at], contest, at, name),
    ),
  ]);
  const tellers: TestTeller[] = [];
  for (let at = 0; at < (wanted.tellers ?? 3); at++)
    tellers.push(await readyTeller(city, election, unit, `监票人${at + 1}`));
  return { city, election, slug, contest, roll, letters, tellers, candidates };
}

export async function readyTeller(
  city: City,
  election: string,
  unit: string,
  name: string,
): Promise<TestTeller> {
  const added = must(await city.as('mayor')('POST', `/api/elections/${election}/tellers`, { unit, name }));
  const link = String(added.link).split('#')[1] ?? '';
  const teller = {
    id: String(added.id),
    link,
    ...(await newKeys()),
  };
  await register(city, teller);
  return teller;
}

export const newKeys = async () => ({
  opening: await electorKey(random()),
  signing: await electorKey(random()),
});

export async function keysBody({ link, id, opening, signing }: TestTeller) {
  const signer = (await importKey('ECDSA', signing)).privateKey;
  return {
    link,
    opening: toBase64url(opening.point),
    signing: toBase64url(signing.point),
    signature: toBase64url(await sign(signer, keysMessage(id, opening.point, signing.point))),
  };
}

/** What a teller's own key finds in the test ballot. */
export async function proofBody(city: City, { link, id, opening, signing }: TestTeller) {
  const test = must(await city.anyone('POST', '/api/teller/test', { link }));
  const terms: Terms = {
    ledger: bytes(test.ledger),
    ballot: bytes(test.ballot),
    quorum: 1,
    tellers: [opening.point],
  };
  const shares = await unlock(bytes(test.sealed), 0, opening, terms);
  const opened = await openBySeed(bytes(test.sealed), shares === 'unreadable' ? random() : shares, terms);
  const content = opened.outcome === 'opened' ? opened.content : random();
  const signer = (await importKey('ECDSA', signing)).privateKey;
  return {
    link,
    content: toBase64url(content),
    signature: toBase64url(await sign(signer, testMessage(id, content))),
  };
}

/** Keys registered, the card proved. */
export async function register(city: City, teller: TestTeller): Promise<void> {
  must(await city.anyone('POST', '/api/teller/keys', await keysBody(teller)));
  must(await city.anyone('POST', '/api/teller/proof', await proofBody(city, teller)));
}

/** What anybody may read of it. */
export const recordOf = async ({ city, contest }: Planted) =>
  must(await city.anyone('GET', `/api/contests/${contest}/record`));

export const freezeOf = async (planted: Planted): Promise<{ freeze: Freeze; ledger: Bytes }> => {
  const text: string = (await recordOf(planted)).entries[0].text;
  const freeze = readAct(text);
  if (freeze?.act !== 'freeze') throw new Error('not frozen');
  return { freeze, ledger: fromHex(await hashText(text)) ?? new Uint8Array() };
};

/** Signatures under all that waits for this teller; none where nothing does. */
export async function signaturesBody({ city, contest }: Planted, { link, signing }: TestTeller) {
  const { acts } = must(await city.anyone('POST', '/api/teller/unsigned', { link, contest }));
  const signer = (await importKey('ECDSA', signing)).privateKey;
  const signatures = await Promise.all(
    acts.map(async (act: { contest: string; seq: number; text: string }) => ({
      contest: act.contest,
      seq: act.seq,
      signature: await signEntry(act.text, signer),
    })),
  );
  return { link, signatures };
}

/** Every teller signs what waits for them. */
export async function signAll(planted: Planted, tellers: readonly TestTeller[]): Promise<void> {
  for (const teller of tellers) {
    const body = await signaturesBody(planted, teller);
    if (body.signatures.length > 0) must(await planted.city.anyone('POST', '/api/teller/signatures', body));
  }
}

/** The hours that are settled end at once, as if days had passed by the close; until then only the row takes votes. */
export async function endsSoon({ city, contest }: Planted): Promise<void> {
  const row = await city.db
    .prepare('SELECT body FROM ledger_entry WHERE contest = ?1 AND seq = 0')
    .bind(contest)
    .first<{ body: string }>();
  const freeze = readAct(row?.body ?? '');
  if (freeze?.act !== 'freeze') throw new Error('not frozen');
  const text = writeAct({ ...freeze, voting: { ...freeze.voting, to: Date.now() - 1 } });
  await city.db
    .prepare('UPDATE ledger_entry SET body = ?2, hash = ?3 WHERE contest = ?1 AND seq = 0')
    .bind(contest, text, await hashText(text))
    .run();
}

/** Frozen, signed by all, open. */
export async function openBox(planted: Planted): Promise<void> {
  const { city, election } = planted;
  const frozen = must(await city.as('mayor')('POST', `/api/elections/${election}/freeze`, {}));
  if (frozen.frozen.length !== 1) throw new Error(JSON.stringify(frozen));
  await endsSoon(planted);
  await signAll(planted, planted.tellers);
  must(await city.as('mayor')('POST', `/api/elections/${election}/open`, {}));
}

/** The days of casting of a two-phase contest have come. */
export const castingBegins = ({ city, contest }: Planted) =>
  city.db
    .prepare('UPDATE contest SET check_in_to = ?2, voting_from = ?2 WHERE id = ?1')
    .bind(contest, Date.now() - 1)
    .run();

export async function closeBox({ city, contest, election }: Planted): Promise<void> {
  await city.db
    .prepare(
      `UPDATE contest SET voting_to = min(?2, (SELECT body ->> '$.voting.to' FROM ledger_entry WHERE contest = ?1 AND seq = 0))
       WHERE id = ?1`,
    )
    .bind(contest, Date.now() - 1)
    .run();
  must(await city.as('mayor')('POST', `/api/elections/${election}/close`, {}));
}

export interface Elector {
  key: RawKey;
  token: Bytes;
}

/** What an elector's phone sends to check in, and what it makes of the reply. */
export async function fresh(issuerText: string) {
  const issuer = await importIssuer(bytes(issuerText));
  if (!issuer) throw new Error('no issuer');
  const key = await electorKey(random());
  const { blinded, inverse } = await blind(issuer, key.point);
  return {
    key,
    blinded: toBase64url(blinded),
    async elector(reply: string): Promise<Elector> {
      const token = await unblind(issuer, key.point, bytes(reply), inverse);
      if (!token) throw new Error('the server did not sign this');
      return { key, token };
    },
  };
}

export async function checkIn(planted: Planted, freeze: Freeze, letter: Letter): Promise<Elector> {
  const phone = await fresh(freeze.issuer);
  const body = { secret: letter.secret, contest: planted.contest, blinded: phone.blinded };
  return phone.elector(must(await planted.city.anyone('POST', '/api/vote/check-in', body)).reply);
}

export const forOne = (candidate: string): Choices => ({
  post: { for: [candidate], against: [], written: [] },
});

/** The body of a cast ballot. */
export async function ballotOf(
  contest: string,
  { freeze, ledger }: { freeze: Freeze; ledger: Bytes },
  { key, token }: Elector,
  choices: Choices | Bytes,
  counter = 1,
) {
  const ballot = await ballotId(key.point);
  const encoded =
    choices instanceof Uint8Array ? { ok: true as const, bytes: choices } : encodeChoices(choices);
  if (!encoded.ok) throw new Error(encoded.why);
  const terms: Terms = {
    ledger,
    ballot,
    quorum: freeze.quorum,
    tellers: freeze.tellers.map(({ opening }) => bytes(opening)),
  };
  const sealed = await seal(encoded.bytes, random(), terms);
  const sent = await cast(key, token, sealed, counter, ledger);
  return {
    leaf: await ballotLeaf(ballot, counter, sealed),
    body: {
      contest,
      key: toBase64url(sent.publicKey),
      token: toBase64url(sent.token),
      sealed: toBase64url(sent.sealed),
      counter,
      signature: toBase64url(sent.signature),
    },
  };
}

export async function vote(
  planted: Planted,
  frozen: { freeze: Freeze; ledger: Bytes },
  elector: Elector,
  choices: Choices | Bytes,
  counter = 1,
): Promise<Reply> {
  const { body } = await ballotOf(planted.contest, frozen, elector, choices, counter);
  return planted.city.anyone('POST', '/api/vote/ballots', body);
}

/** The number of the candidate voted for, bytes that are no ballot, or null: a ballot taken and never cast. */
type Phone = number | Bytes | null;

/** The box is opened, and one household after the other votes by phone. */
export async function openAndVote(planted: Planted, phones: readonly Phone[]): Promise<void> {
  await openBox(planted);
  const frozen = await freezeOf(planted);
  await Promise.all(
    phones.map(async (choice, at) => {
      const letter = planted.letters[at];
      if (!letter) throw new Error('no letter');
      const elector = await checkIn(planted, frozen.freeze, letter);
      if (choice === null) return;
      const content = typeof choice === 'number' ? forOne(planted.candidates[choice] ?? '') : choice;
      must(await vote(planted, frozen, elector, content));
    }),
  );
}

/** A closed box; so many households take paper after those who vote by phone. */
export async function closedBox(
  city: City,
  phones: readonly Phone[],
  { paper = 0, ...wanted }: Wanted & { paper?: number } = {},
): Promise<Planted> {
  const planted = await plantSealed(city, { doors: phones.length + paper, ...wanted });
  await openAndVote(planted, phones);
  for (const { entry } of planted.letters.slice(phones.length, phones.length + paper))
    must(
      await city.as('easthelper')('POST', `/api/contests/${planted.contest}/check-ins`, {
        entry,
        reason: '不会用手机',
        consent: true,
      }),
    );
  await closeBox(planted);
  return planted;
}

export const boxOf = async (planted: Planted): Promise<Box> => {
  const box = await checkedBox(await recordOf(planted));
  if (typeof box === 'string') throw new Error(`the box is not that of the ledger: ${box}`);
  return box;
};

/** What a teller sends to commit to shares. */
export async function commitBody(contest: string, { link, signing }: TestTeller, sha256: string) {
  const signer = (await importKey('ECDSA', signing)).privateKey;
  const said = commitMessage(fromHex(sha256) ?? new Uint8Array());
  return { link, contest, sha256, signature: toBase64url(await sign(signer, said)) };
}

/** A teller commits to the own shares and signs for it. */
export async function commit(
  planted: Planted,
  number: number,
  lie: (shares: string[]) => string[] = (it) => it,
) {
  const { city, contest, tellers } = planted;
  const teller = tellers[number];
  if (!teller) throw new Error('no such teller');
  const box = await boxOf(planted);
  const shares = lie(await ownShares(box, number, teller.opening));
  const body = await commitBody(contest, teller, await commitmentTo(box, number, shares));
  const { link } = teller;
  const { seq, text } = must(await city.anyone('POST', '/api/teller/commitments', body));
  const signature = await signEntry(text, (await importKey('ECDSA', teller.signing)).privateKey);
  must(
    await city.anyone('POST', '/api/teller/signatures', { link, signatures: [{ contest, seq, signature }] }),
  );
  return { box, shares, show: () => city.anyone('POST', '/api/teller/shares', { link, contest, shares }) };
}

/** These tellers commit, show, open and sign; returns what they found. */
export async function openBy(
  planted: Planted,
  numbers: readonly number[],
  lies: Record<number, (shares: string[]) => string[]> = {},
) {
  const { city, contest, tellers } = planted;
  const committed = [];
  for (const number of numbers) committed.push(await commit(planted, number, lies[number]));
  for (const one of committed) must(await one.show());
  const link = tellers[numbers[0] ?? 0]?.link;
  const state = must(await city.anyone('POST', '/api/teller/opening', { link, contest }));
  const box = await boxOf(planted);
  const found = await openTogether(
    box,
    state.tellers.map(({ shares }: { shares: string[] | null }) => shares),
  );
  for (let at = 0; at < found.length || at === 0; at += 50)
    must(
      await city.anyone('POST', '/api/teller/opened', {
        link,
        contest,
        ballots: found.slice(at, at + 50).map(({ leaf, seed }) => ({ leaf, seed })),
      }),
    );
  await signAll(
    planted,
    numbers.flatMap((number) => tellers[number] ?? []),
  );
  return found;
}
