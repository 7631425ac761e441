// What a teller's device signs when the server lies to it: nothing that it has not checked itself. The pages' own code runs
// against the built Worker, and the answers are altered on the way.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { canonicalJson } from '../../schema/elections/canonical.ts';
import { utf8 } from '../../schema/elections/crypto.ts';
import { type Act, readAct } from '../../schema/elections/ledger.ts';
import { packText } from '../../schema/elections/pack.ts';
import { majority } from '../../schema/elections/packs/majority.ts';
import { plurality } from '../../schema/elections/packs/plurality.ts';
import { holdsKeys } from '../../web/vote/teller/acts.ts';
import { type Box, type Found, openTogether } from '../../web/vote/teller/box.ts';
import {
  arrive,
  count,
  countHere,
  recordOf,
  show,
  signResult,
  stateOf,
  tell,
} from '../../web/vote/teller/opening.ts';
import { type City, must, openCity } from './city.ts';
import { boxOf, closedBox, commit, type Planted, type TestTeller } from './sealed-election.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

type Answer = ReturnType<JSON['parse']>;
/** Alters what is answered at a path. */
let lies: Record<string, (answer: Answer) => Answer> = {};
let signed: { seq: number }[] = [];
beforeEach(() => {
  lies = {};
  signed = [];
  const real = globalThis.fetch;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (!path.startsWith('/')) return real(path, init);
    if (path === '/api/teller/signatures') signed.push(...JSON.parse(String(init.body)).signatures);
    const reply = await real(city.runtime.url.replace(/\/$/, '') + path, init);
    const lie = lies[path];
    return lie && reply.ok ? Response.json(lie(await reply.json())) : reply;
  });
  return () => vi.unstubAllGlobals();
});

const keysOf = (teller: TestTeller) => ({ ...teller, teller: teller.id });
const nobody = (): never => {
  throw new Error('no such teller');
};
const altered = (text: string, change: Partial<Record<string, unknown>>) =>
  canonicalJson({ ...JSON.parse(text), ...change });

/** A closed box of three ballots, and two of its tellers. */
async function closed(): Promise<{ planted: Planted; box: Box; first: TestTeller; second: TestTeller }> {
  const planted = await closedBox(city, [0, 1, 0]);
  const [first = nobody(), second = nobody()] = planted.tellers;
  return { planted, box: await boxOf(planted), first, second };
}
const nothing = () => {};

test('who comes signs the own commitment and the close that was checked', async () => {
  const { planted, box, first } = await closed();
  expect(await arrive(keysOf(first), planted.contest, 0, box, nothing)).toHaveLength(3);
  expect(signed.map(({ seq }) => seq).sort()).toEqual([2, 3]);
});

test.each<[string, string, (text: string) => string]>([
  ['another commitment', '/api/teller/commitments', (text) => altered(text, { sha256: 'b'.repeat(64) })],
  ['the commitment of another', '/api/teller/commitments', (text) => altered(text, { teller: 1 })],
  [
    'the commitment for another box',
    '/api/teller/commitments',
    (text) => altered(text, { contest: 'other' }),
  ],
  [
    'a result in its place',
    '/api/teller/commitments',
    (text) => {
      const { teller: _, ...act } = JSON.parse(text);
      return canonicalJson({ ...act, act: 'result' });
    },
  ],
  ['another root', '/api/teller/unsigned', (text) => altered(text, { root: 'c'.repeat(64) })],
  ['more ballots handed out', '/api/teller/unsigned', (text) => altered(text, { issued: 9 })],
])('who comes signs nothing where the server asks for %s', async (_, path, lie) => {
  const { planted, box, first } = await closed();
  lies[path] = (answer) =>
    answer.acts
      ? { acts: answer.acts.map((one: { text: string }) => ({ ...one, text: lie(one.text) })) }
      : { ...answer, text: lie(answer.text) };
  expect(await arrive(keysOf(first), planted.contest, 0, box, nothing)).toBeUndefined();
  expect(signed).toEqual([]);
});

/** The box opened by two devices, and counted. */
async function counted() {
  const { planted, box, first, second } = await closed();
  const keys = keysOf(first);
  const shares = (await arrive(keys, planted.contest, 0, box, nothing)) ?? [];
  const other = await commit(planted, 1);
  await show(keys, planted.contest, shares);
  must(await other.show());
  const state = await stateOf(keys.link, planted.contest);
  const found = await openTogether(
    box,
    state.tellers.map((teller) => teller.shares),
  );
  expect(await tell(keys.link, planted.contest, found)).toBe(0);
  const result = await count(keys.link, planted.contest);
  signed = [];
  return { planted, box, keys, second, found, result };
}
const seqOf = (acts: readonly (Act | undefined)[], kind: Act['act']) =>
  acts.findIndex((act) => act?.act === kind);

test('opening and result are signed where they are what this device found and counted', async () => {
  const { planted, box, keys, second, found, result } = await counted();
  const record = await recordOf(planted.contest);
  const acts = record.entries.map(({ text }) => readAct(text));
  const told = async () => {
    const mayor = planted.city.as('mayor');
    const whole = must(await mayor('GET', `/api/contests/${planted.contest}/result`));
    const all = must(await mayor('GET', `/api/elections/${planted.election}/results`));
    const who = whole.signed.tellers.map((teller: { signed: boolean }) => teller.signed);
    return { need: whole.signed.need, who, unsigned: all.contests[0].unsigned };
  };
  expect(await told()).toEqual({ need: 2, who: [false, false, false], unsigned: true });
  expect(await signResult(keys, record, box, found, result)).toBe(true);
  expect(await told()).toEqual({ need: 2, who: [true, false, false], unsigned: true });
  expect(signed.map(({ seq }) => seq)).toEqual([seqOf(acts, 'opening'), seqOf(acts, 'result')]);
  // The other one came without having signed the close.
  expect(await signResult(keysOf(second), record, box, found, result)).toBe(true);
  expect(signed.map(({ seq }) => seq).slice(2)).toContain(seqOf(acts, 'close'));
  expect(await told()).toEqual({ need: 2, who: [true, true, false], unsigned: false });
});

test('nothing is signed where opening, result, rules or ledger are others than this device knows', async () => {
  const { planted, box, keys, found, result } = await counted();
  const record = await recordOf(planted.contest);
  const refused = async (what: Partial<typeof record>, of: readonly Found[] = found, text = result) =>
    expect(await signResult(keys, { ...record, ...what }, box, of, text)).toBe(false);

  const [voided, ...others] = found;
  if (!voided) throw new Error('no ballot');
  await refused({}, [{ ...voided, content: null, why: 'no-quorum' }, ...others]);
  await refused({}, [{ ...voided, content: utf8('other') }, ...others]);
  await refused({}, found, altered(result, { valid: false }));
  await refused({ pack: packText(majority) });
  await refused({ pack: packText({ ...plurality, version: plurality.version + 1 }) });
  const close = record.entries.findIndex(({ text }) => text === box.closeText);
  await refused({
    entries: record.entries.map((one, at) =>
      at === close ? { ...one, text: altered(one.text, { issued: 9 }) } : one,
    ),
  });
  // Asked to sign what does not stand in the record, though it says the same.
  for (const change of [{ at: 1 }, { previous: 'a'.repeat(64) }, { contest: 'other' }]) {
    lies['/api/teller/unsigned'] = ({ acts }) => ({
      acts: acts.map((one: { text: string }) => ({ ...one, text: altered(one.text, change) })),
    });
    await refused({});
  }
  lies['/api/teller/unsigned'] = ({ acts }) => ({
    acts: [...acts, { contest: planted.contest, name: '', seq: 0, text: record.entries[0]?.text }],
  });
  await refused({});
  expect(signed).toEqual([]);
});

test('a count is repeated by the rules and ballots of the freeze', async () => {
  const { box, found, result } = await counted();
  const pack = packText(plurality);
  expect(await countHere(pack, box, found, result, [])).toBe(true);
  expect(await countHere(packText(majority), box, found, result, [])).toBe(false);
  expect(await countHere(pack, box, found.slice(1), result, [])).toBe(false);
});

test('a freeze is signed with the own keys in it, of the contest that is asked about', async () => {
  const { planted, first, second } = await closed();
  const text = (await recordOf(planted.contest)).entries[0]?.text ?? '';
  const act = { contest: planted.contest, name: '', seq: 0, text };
  expect(holdsKeys(act, keysOf(first))).toBe(true);
  expect(holdsKeys(act, { ...keysOf(first), opening: second.opening })).toBe(false);
  expect(holdsKeys(act, { ...keysOf(first), signing: second.signing })).toBe(false);
  expect(holdsKeys({ ...act, contest: 'other' }, keysOf(first))).toBe(false);
});
