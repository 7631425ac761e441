// Rule packs: every one is whole, says where each rule comes from, and never changes under one version.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../schema/elections/canonical.ts';
import { candidatesNeeded } from '../../schema/elections/nominations.ts';
import { type Pack, packShape, packText, type Source } from '../../schema/elections/pack.ts';
import { majority } from '../../schema/elections/packs/majority.ts';
import { meeting } from '../../schema/elections/packs/meeting.ts';
import { matters, ownerRules } from '../../schema/elections/packs/owners.ts';
import { packOf, packs } from '../../schema/elections/packs/registry.ts';

const isSource = (value: object): value is Source => 'standing' in value;

/** Every source in a pack, with the path to the rule that it stands at. */
function sourcesIn(value: unknown, path = ''): [string, Source][] {
  if (typeof value !== 'object' || value === null) return [];
  if (isSource(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, one]) => sourcesIn(one, `${path}.${key}`));
}

describe.each(packs.map((pack) => [pack.id, pack] as const))('%s', (_, pack) => {
  test('has the shape of a pack', () => {
    expect(packShape().parse(pack)).toEqual(pack);
  });

  test('says of every rule where it comes from', () => {
    const sources = sourcesIn(pack);
    expect(sources.length).toBeGreaterThan(15);
    for (const [path, source] of sources) {
      const { text, article, standing, verified } = source;
      if (article !== null)
        expect([path, article]).toEqual([path, expect.stringMatching(/^第[一二三四五六七八九十百]+条$/)]);
      // What was not read in the law, or is nobody's law, says so in the words that people see.
      if (!verified)
        expect([path, text.zh]).toEqual([
          path,
          expect.stringMatching(/本地规则，由组织者决定|待核对|没有写明/),
        ]);
      if (standing === 'local') expect([path, article, verified]).toEqual([path, null, false]);
      else if (verified) expect([path, article]).not.toEqual([path, null]);
    }
  });

  test('draws no lots', () => {
    expect(pack.tie.how).toBe('run-off');
  });
});

test('ids and versions are unique, and a pack is found by its id', () => {
  const names = packs.map(({ id, version }) => `${id} ${version}`);
  expect(new Set(names).size).toBe(packs.length);
  expect(packs.length).toBeGreaterThanOrEqual(8);
  for (const pack of packs) expect(packOf(pack.id)).toBe(pack);
  expect(packOf('nothing')).toBeUndefined();
});

// Contests are frozen with the hash of their pack. Whoever changes a rule gives the pack a new version, and this list the
// new hash.
test('a version of a pack never changes', () => {
  const hash = (pack: Pack) => createHash('sha256').update(packText(pack)).digest('hex').slice(0, 16);
  expect(Object.fromEntries(packs.map((pack) => [`${pack.id} ${pack.version}`, hash(pack)]))).toEqual({
    'majority 1': 'b179731c1d1c7b83',
    'majority-beijing 1': 'f247df6c5c5e64e2',
    'majority-downward 1': '09f1ffd3f7b88353',
    'majority-equal 1': 'b2615b013a9d063c',
    'majority-shanghai 1': '819ea96616493e0b',
    'majority-zhejiang 1': 'fb5ca3d3dc5e1134',
    'meeting-two-thirds 1': '8868429732577fb6',
    'plurality 1': 'dd05c610f39fcdad',
  });
});

test('a lot needs its article', () => {
  const lot = { ...majority, tie: { ...majority.tie, how: 'lot' } };
  expect(packShape().safeParse(lot).success).toBe(true);
  const bare = { ...meeting, tie: { ...meeting.tie, how: 'lot' } };
  expect(packShape().safeParse(bare).success).toBe(false);
});

test('a pack with more than its rules, or a day that is none, is refused', () => {
  expect(packShape().safeParse({ ...majority, extra: 1 }).success).toBe(false);
  expect(packShape().safeParse({ ...majority, validFrom: '2026-02-30' }).success).toBe(false);
});

describe('the provinces differ where their texts do', () => {
  test.each([
    ['majority-zhejiang', 30, 3, null],
    ['majority-shanghai', 30, 5, 2],
    ['majority-beijing', 15, null, null],
  ])('%s', (id, within, apply, publish) => {
    const pack = packOf(id);
    expect(pack?.rounds.second?.withinDays).toBe(within);
    expect(pack?.proxies).toMatchObject({
      limit: 3,
      candidateMayHold: false,
      applyDays: apply,
      publishDays: publish,
    });
  });
});

test('candidates are counted against the seats before anybody votes', () => {
  const equal = packOf('majority-equal') ?? majority;
  expect(candidatesNeeded(majority, 3)).toBe(4);
  expect(candidatesNeeded(majority, 1, 'second')).toBe(2);
  expect(candidatesNeeded(equal, 3)).toBe(3);
  expect(candidatesNeeded(meeting, 1)).toBe(0);
  expect(candidatesNeeded(meeting, 1, 'runOff')).toBe(1);
});

test('owners: nine matters, three of them special; every rule names its article', () => {
  expect(matters.map(({ item }) => item)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(matters.filter(({ kind }) => kind === 'special').map(({ item }) => item)).toEqual([6, 7, 8]);
  for (const { sources } of Object.values(ownerRules)) expect(sources[0]?.verified).toBe(true);
});

describe('one text for one value', () => {
  test('whatever the order of the keys, at every depth', () => {
    expect(canonicalJson({ b: [1, { d: null, c: true }], a: '楼"栋' })).toBe(
      '{"a":"楼\\"栋","b":[1,{"c":true,"d":null}]}',
    );
    const turned = Object.fromEntries(Object.entries(majority).reverse());
    expect(packText(packShape().parse(turned))).toBe(packText(majority));
  });

  test('without fractions', () => {
    expect(() => canonicalJson({ a: 0.5 })).toThrow(RangeError);
    expect(canonicalJson(-0)).toBe('0');
  });
});
