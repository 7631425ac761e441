// The verify page names whatever was done to a finished election: ballots, acts, signatures, roll, rules, keys or result that
// were altered, left out, put in, swapped, moved or taken from another election.
import { beforeAll, describe, expect, test } from 'vitest';
import type { ContestRecord } from '../../schema/api/ballots.ts';
import { fromBase64url, toBase64url } from '../../schema/elections/bytes.ts';
import { asCanonical, canonicalJson } from '../../schema/elections/canonical.ts';
import type { Bytes } from '../../schema/elections/crypto.ts';
import { hashText } from '../../schema/elections/ledger.ts';
import { plurality } from '../../schema/elections/packs/plurality.ts';
import { verifyRecord } from '../../web/verify/check.ts';
import type { Fault } from '../../web/verify/fault.ts';
import { finishedElection, random } from './finished-election.ts';
import { dice } from './random-elections.ts';

const mutations = process.env.FULL ? 1000 : 80;
let whole: ContestRecord;
let other: ContestRecord;
beforeAll(async () => {
  whole = (await finishedElection(21)).record;
  other = (await finishedElection(21, { contest: 'contest2' })).record;
});

type Die = (n: number) => number;
const copy = (record: ContestRecord): ContestRecord => structuredClone(record);

function pick<T>(die: Die, list: readonly T[]): T {
  const one = list[die(list.length)];
  if (one === undefined) throw new Error('nothing to pick');
  return one;
}

/** One bit of base64url or hex turned. */
function turned(die: Die, text: string): string {
  if (/^[0-9a-f]{64}$/.test(text)) {
    const at = die(64);
    const digit = (Number.parseInt(text.charAt(at), 16) ^ (1 + die(15))).toString(16);
    return text.slice(0, at) + digit + text.slice(at + 1);
  }
  const bytes = fromBase64url(text) ?? new Uint8Array(1);
  const at = die(bytes.length);
  return toBase64url(bytes.map((byte, index) => (index === at ? byte ^ (1 << die(8)) : byte)));
}

type Mutation = (record: ContestRecord, die: Die) => void;
const ballotsOf = (record: ContestRecord) => record.ballots ?? [];
const rewrite = (record: ContestRecord, at: number, change: (act: Record<string, unknown>) => void) => {
  const entry = record.entries[at];
  if (!entry) throw new Error('no entry');
  const act: Record<string, unknown> = JSON.parse(entry.text);
  change(act);
  record.entries[at] = { ...entry, text: canonicalJson(asCanonical(act)) };
};

/** What is done, and by which of these codes it must be named. */
const kinds: Record<string, { codes: readonly Fault['code'][]; mutate: Mutation }> = {
  'a ballot altered': {
    codes: ['ballot'],
    mutate: (record, die) => {
      const ballot = pick(die, ballotsOf(record));
      const field = pick(die, ['key', 'token', 'sealed', 'signature', 'leaf'] as const);
      ballot[field] = turned(die, ballot[field]);
    },
  },
  'a counter raised': {
    codes: ['ballot'],
    mutate: (record, die) => {
      pick(die, ballotsOf(record)).counter += 1 + die(5);
    },
  },
  'a ballot left out': {
    codes: ['ballots', 'root'],
    mutate: (record, die) => {
      const at = die(ballotsOf(record).length);
      record.ballots?.splice(at, 1);
      record.seeds?.splice(at, 1);
    },
  },
  'a ballot put in from another election': {
    codes: ['ballot', 'root'],
    mutate: (record, die) => {
      const at = die(ballotsOf(record).length);
      record.ballots?.splice(at, 0, pick(die, ballotsOf(other)));
      record.seeds?.splice(at, 0, pick(die, other.seeds ?? []));
    },
  },
  'a ballot twice': {
    codes: ['twice', 'root'],
    mutate: (record, die) => {
      const at = die(ballotsOf(record).length);
      const ballot = ballotsOf(record)[at];
      if (ballot) record.ballots?.splice(at, 0, { ...ballot });
    },
  },
  'two ballots swapped': {
    codes: ['order'],
    mutate: (record, die) => {
      const list = ballotsOf(record);
      const at = die(list.length - 1);
      const [one, two] = [list[at], list[at + 1]];
      if (one && two) list.splice(at, 2, two, one);
    },
  },
  'a seed altered': {
    codes: ['seed'],
    mutate: (record, die) => {
      const at = die(record.seeds?.length ?? 0);
      record.seeds?.splice(at, 1, turned(die, record.seeds[at] ?? ''));
    },
  },
  'a seed held back': {
    codes: ['opening'],
    mutate: (record, die) => {
      record.seeds?.splice(die(record.seeds.length), 1, null);
    },
  },
  'all seeds held back': {
    codes: ['published'],
    mutate: (record) => {
      record.seeds = null;
    },
  },
  'two seeds swapped': {
    codes: ['seed'],
    mutate: (record, die) => {
      const seeds = record.seeds ?? [];
      const at = die(seeds.length - 1);
      const [one, two] = [seeds[at], seeds[at + 1]];
      if (one !== undefined && two !== undefined) seeds.splice(at, 2, two, one);
    },
  },
  'a replaced ballot altered, left out or put in': {
    codes: ['superseded'],
    mutate: (record, die) => {
      const list = record.superseded ?? [];
      const one = list[die(list.length)];
      if (!one) return;
      const how = die(3);
      if (how === 0) one.leaf = turned(die, one.leaf);
      else if (how === 1) list.splice(list.indexOf(one), 1);
      else list.push({ ...one, counter: one.counter + 1 });
    },
  },
  'an act rewritten': {
    codes: ['chain'],
    mutate: (record, die) => {
      const at = die(record.entries.length);
      rewrite(record, at, (act) => {
        act.at = Number(act.at) + 1;
      });
    },
  },
  'the roll changed': {
    codes: ['chain'],
    mutate: (record, die) =>
      rewrite(record, 0, (act) => {
        act.roll = { entries: 25 + die(9), sha256: 'a'.repeat(64) };
      }),
  },
  'the candidates changed': {
    codes: ['chain'],
    mutate: (record) =>
      rewrite(record, 0, (act) => {
        act.posts = [{ id: 'post', name: '楼栋长', seats: 1, candidates: [{ id: 'c1', name: '张三' }] }];
      }),
  },
  'the rules changed': {
    codes: ['pack'],
    mutate: (record) => {
      record.pack = record.pack
        .replace('"ballot","sources"', '"line","sources"')
        .replace('"limit":3', '"limit":2');
    },
  },
  'the rules hash changed in the ledger': {
    codes: ['chain'],
    mutate: (record, die) =>
      rewrite(record, 0, (act) => {
        act.pack = { id: 'plurality', version: 1, sha256: turned(die, 'b'.repeat(64)) };
      }),
  },
  'an act left out': {
    codes: ['chain'],
    mutate: (record, die) => {
      record.entries.splice(die(record.entries.length - 1), 1);
    },
  },
  'the last act left out': {
    codes: ['facts', 'result'],
    mutate: (record) => {
      record.entries.pop();
    },
  },
  'two acts swapped': {
    codes: ['chain'],
    mutate: (record, die) => {
      const at = die(record.entries.length - 1);
      const [one, two] = [record.entries[at], record.entries[at + 1]];
      if (one && two) record.entries.splice(at, 2, two, one);
    },
  },
  'an act from another election': {
    codes: ['chain'],
    mutate: (record, die) => {
      const at = die(record.entries.length);
      record.entries.splice(at, 1, pick(die, other.entries));
    },
  },
  'a signature altered, left out or of another': {
    codes: ['chain'],
    mutate: (record, die) => {
      const signed = record.entries.filter(({ signatures }) => signatures.length > 0);
      const entry = pick(die, signed);
      const one = pick(die, entry.signatures);
      const how = die(3);
      if (how === 0) one.signature = turned(die, one.signature);
      else if (how === 1) entry.signatures = entry.signatures.filter((other_) => other_ !== one);
      else one.teller = (one.teller + 1) % 3;
    },
  },
  'the result altered': {
    codes: ['result'],
    mutate: (record, die) => {
      record.result = (record.result ?? '').replace(
        /"votes":(\d+)/,
        (_, votes) => `"votes":${Number(votes) + 1 + die(3)}`,
      );
    },
  },
  'the result left out': {
    codes: ['result'],
    mutate: (record) => {
      record.result = null;
    },
  },
  'more handed out than when the box was sealed': {
    codes: ['checked-in'],
    mutate: (record, die) => {
      record.checkedIn.token += 1 + die(5);
    },
  },
  'another contest': {
    codes: ['facts'],
    mutate: (record) => {
      record.contest = 'contest2';
    },
  },
  'said to be a rehearsal, or not': {
    codes: ['facts'],
    mutate: (record) => {
      record.rehearsal = true;
    },
  },
  'another title, place, mode or hour': {
    codes: ['facts'],
    mutate: (record, die) => {
      const how = die(7);
      const field = (['title', 'post', 'name', 'above'] as const)[how];
      if (field) record[field] += '二';
      else if (how === 4) record.phases = !record.phases;
      else if (how === 5) record.votingFrom = (record.votingFrom ?? 0) - 1 - die(9);
      else record.votingTo = (record.votingTo ?? 0) + 1 + die(9);
    },
  },
  'a field missing': {
    codes: ['shape'],
    mutate: (record, die) => {
      Reflect.deleteProperty(record, pick(die, ['entries', 'pack', 'ballots', 'seeds', 'result'] as const));
    },
  },
};

describe('the verify page', () => {
  test('finds nothing in a whole election, and counts it', async () => {
    const report = await verifyRecord(whole);
    expect(report.faults).toEqual([]);
    expect([report.counted?.collected, report.opened]).toEqual([21, 21]);
  });

  test('takes nothing that is no record', async () => {
    for (const given of [undefined, null, 7, [], {}, { entries: [] }])
      expect((await verifyRecord(given)).faults).toEqual([{ code: 'shape' }]);
  });

  test(`names each of ${mutations} changes`, async () => {
    const die = dice(Number(process.env.SEED ?? 7));
    const names = Object.keys(kinds);
    for (let at = 0; at < mutations; at++) {
      const name = names[at % names.length] ?? '';
      const { codes, mutate } = kinds[name] ?? { codes: [], mutate: () => {} };
      const record = copy(whole);
      mutate(record, die);
      expect(record, name).not.toEqual(whole);
      const found = (await verifyRecord(record)).faults.map(({ code }) => code);
      expect([name, at, codes.some((code) => found.includes(code)), found.length > 0]).toEqual([
        name,
        at,
        true,
        true,
      ]);
    }
  }, 600_000);

  test('a result that was taken back is none: only a later one counts', async () => {
    const record = copy(whole);
    const last = record.entries.at(-1);
    if (!last) throw new Error('no entry');
    const act = JSON.parse(last.text);
    const text = canonicalJson({
      act: 'correction',
      at: act.at,
      contest: act.contest,
      corrects: act.number,
      number: act.number + 1,
      previous: await hashText(last.text),
      sha256: 'a'.repeat(64),
    });
    record.entries.push({ text, signatures: [] });
    const codes = async (changed: Partial<ContestRecord>) =>
      (await verifyRecord({ ...record, ...changed })).faults.map(({ code }) => code);
    expect(await codes({ state: 'opened', result: null })).toEqual([]);
    expect(await codes({})).toEqual(['facts', 'result']);
  });

  test('a wrong count that tellers signed is found by counting again', async () => {
    const turn = (change: (result: ReturnType<JSON['parse']>) => void) => async () => {
      const published = (text: string) => {
        const result = JSON.parse(text);
        change(result);
        return canonicalJson(result);
      };
      const { record } = await finishedElection(20, { published });
      const report = await verifyRecord(record);
      return report.faults.map((fault) => (fault.code === 'count' ? fault.what : fault.code));
    };
    expect(await turn((result) => result.posts[0].elected.splice(0, 1, 'c2'))()).toEqual(['elected']);
    expect(await turn((result) => result.posts[0].standings[0].votes++)()).toEqual(['votes']);
    expect(await turn((result) => result.void--)()).toEqual(['void']);
    expect(await turn((result) => result.posts[0].need++)()).toEqual(['need']);
    expect(await turn((result) => result.posts[0].second.push('c2'))()).toEqual(['second']);
    expect(await turn((result) => result.posts[0].tied.push('c2'))()).toEqual(['tied']);
  });

  test('a signed text that is no result, or a round without a rule, is named and stops nothing', async () => {
    const without = (field: string) => (text: string) => {
      const { [field]: _, ...rest } = JSON.parse(text);
      return canonicalJson(asCanonical(rest));
    };
    for (const published of [() => 'no result', () => '{}', without('posts'), without('merges')]) {
      const { record } = await finishedElection(20, { published });
      expect((await verifyRecord(record)).faults).toContainEqual({ code: 'result' });
    }
    const once = { ...plurality, rounds: { ...plurality.rounds, second: null } };
    const { record } = await finishedElection(20, { round: 'second', pack: once });
    expect((await verifyRecord(record)).faults).toEqual([{ code: 'pack' }]);
  });

  test('what tellers signed for though it cannot be is found by the one check that looks at it', async () => {
    const faultsOf = async (...wanted: Parameters<typeof finishedElection>) =>
      (await verifyRecord((await finishedElection(...wanted)).record)).faults;
    expect(await faultsOf(20, { entries: 20 })).toEqual([{ code: 'roll', issued: 21, entries: 20 }]);
    expect((await faultsOf(20, { double: true })).map(({ code }) => code)).toEqual(['twice']);
    const leaf = random();
    const orphan = { ballot: random(), counter: 1, leaf };
    expect(await faultsOf(20, { replaced: () => orphan })).toEqual([{ code: 'later', n: 1 }]);
    const older = (ballot: Bytes) => ({ ballot, counter: 1, leaf });
    expect(await faultsOf(20, { replaced: older })).toEqual([{ code: 'later', n: 1 }]);
    expect(await faultsOf(20, { hours: { from: 60_001, to: 120_000 } })).toEqual([{ code: 'hours' }]);
    expect(await faultsOf(20, { hours: { from: 0, to: 120_001 } })).toEqual([{ code: 'hours' }]);
    expect(await faultsOf(20, { unopenedBy: [0, 2] })).toEqual([]);
    expect(await faultsOf(20, { unopenedBy: [0, 1] })).toEqual([{ code: 'unopened', n: 1 }]);
    const paper = { ...whole, checkedIn: { ...whole.checkedIn, paper: 1 } };
    expect((await verifyRecord(paper)).faults).toEqual([{ code: 'checked-in', has: 1, ledger: 0 }]);
  });

  test('paper beyond what was handed out on paper is found, also where no ballot is published', async () => {
    const apart = [{ n: 1, marks: { post: { for: ['c2'] } } }];
    const faultsOf = async (ballots: number, paper: null | typeof apart) => {
      const published = (text: string) => {
        const result = JSON.parse(text);
        return canonicalJson({ ...result, collected: result.collected + 1, paper });
      };
      const { record } = await finishedElection(ballots, { published });
      return (await verifyRecord({ ...record, seeds: null })).faults;
    };
    // A phone took a ballot and cast none: in sum nothing is too much.
    for (const ballots of [8, 20]) {
      const beyond = { code: 'paper', has: 1, ledger: 0 };
      expect(await faultsOf(ballots, null)).toEqual([beyond]);
      // One sheet beside phones, told apart: that too is named.
      expect(await faultsOf(ballots, apart)).toEqual([{ code: 'published' }, beyond]);
    }
  });

  test('a box of paper beyond what was handed out voids the own count too, whatever phones left uncast', async () => {
    const paper = [{ n: 20, marks: { post: { for: ['c2'] } } }];
    const { record } = await finishedElection(20, { uncast: 30, paper, entries: 60 });
    const report = await verifyRecord(record);
    expect(report.faults).toEqual([]);
    expect(report.counted).toMatchObject({ valid: false, collected: 40, issued: 50 });
  });
});
