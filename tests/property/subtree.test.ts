// Nobody reads outside the own subtree: random trees, grants and objects; every GET endpoint of the contract by every
// account on every object, and every list, against what the tree alone says. The oracle walks parents; the product
// compares materialised paths.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ObjectKind, type Role, roles } from '../../schema/api/endpoint.ts';
import { endpoints } from '../../schema/api/index.ts';
import { presets } from '../../schema/evaluations/presets.ts';
import { type City, day, fileId, openCity, responseId } from '../http/city.ts';
import { wanted } from '../http/election-of.ts';
import { cardBody, photoHeaders, png } from '../http/requests.ts';

const trees = process.env.FULL ? 100 : 5;

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const plan = fc.record({
  /** for each unit below the root, which earlier one it stands under */
  parents: fc.array(fc.nat(1000), { minLength: 3, maxLength: 12 }),
  staff: fc.array(
    fc.array(fc.tuple(fc.constantFrom(...roles), fc.nat(1000)), { minLength: 1, maxLength: 2 }),
    { minLength: 2, maxLength: 4 },
  ),
  forms: fc.array(fc.nat(1000), { minLength: 1, maxLength: 2 }),
  runs: fc.array(fc.tuple(fc.nat(1000), fc.array(fc.nat(1000), { minLength: 1, maxLength: 3 })), {
    minLength: 1,
    maxLength: 2,
  }),
});
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;

interface Account {
  token: string;
  grants: { role: Role; unit: string }[];
}
interface Run {
  id: string;
  unit: string;
  /** frozen units: whoever has a grant on one of them may know of the campaign */
  frozen: string[];
  response: { id: string; unit: string; file: string } | undefined;
}
interface World {
  parent: Map<string, string | null>;
  accounts: Account[];
  forms: { id: string; unit: string }[];
  templates: { id: string; unit: string }[];
  runs: Run[];
  rolls: { id: string; unit: string }[];
  votes: { id: string; unit: string }[];
  /** kept at the root: it is read at every unit */
  scorecard: string;
  elections: { id: string; unit: string; contests: { id: string; unit: string }[] }[];
  evaluations: { id: string; unit: string; subjects: string[] }[];
}

let made = 0;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function plant({ parents, staff, forms, runs }: Plan): Promise<World> {
  const tree = `t${++made}`;
  // Every id is the beginning of the next one: whoever compares pieces of paths mistakes them for each other.
  const units = [`${tree}x`];
  const parent = new Map<string, string | null>([[units[0] ?? '', null]]);
  for (const [index, choice] of parents.entries()) {
    const id = `${tree}${'x'.repeat(index + 2)}`;
    parent.set(id, units[choice % units.length] ?? null);
    units.push(id);
  }
  const way = (unit: string): string => `${parent.get(unit) ? way(parent.get(unit) ?? '') : '/'}${unit}/`;
  const at = (choice: number) => units[choice % units.length] ?? '';
  const accounts: Account[] = [
    { token: `${tree}-root`, grants: [{ role: 'admin', unit: units[0] ?? '' }] },
    ...staff.map((grants, index) => ({
      token: `${tree}-${index}`,
      grants: grants.map(([role, unit]) => ({ role, unit: at(unit) })),
    })),
  ];
  const leaf = (unit: string) => ![...parent.values()].includes(unit);
  await city.db.batch([
    ...units.map((unit, position) =>
      city.db
        .prepare(
          'INSERT INTO unit (id, root, parent, kind, name, code, path, position, households) VALUES (?1, ?2, ?3, ?4, ?1, ?1, ?5, ?6, 1)',
        )
        .bind(
          unit,
          units[0],
          parent.get(unit) ?? null,
          leaf(unit) ? 'building' : 'grid',
          way(unit),
          position,
        ),
    ),
    ...accounts.flatMap(({ token, grants }) => [
      city.db
        .prepare('INSERT INTO staff (id, login, name, home, created_at) VALUES (?1, ?1, ?1, ?2, 0)')
        .bind(token, grants[0]?.unit),
      city.db
        .prepare('INSERT INTO session (token_hash, staff, created_at, seen_at) VALUES (?1, ?2, ?3, ?3)')
        .bind(sha256(token), token, Date.now()),
      ...grants.map(({ role, unit }) =>
        city.db
          .prepare('INSERT OR IGNORE INTO staff_grant (staff, role, unit) VALUES (?1, ?2, ?3)')
          .bind(token, role, unit),
      ),
    ]),
  ]);
  const root = as(`${tree}-root`);
  const questions = [
    { id: 'more', type: 'text', title: '话' },
    { id: 'photo', type: 'photo', title: '照片' },
  ];
  const publish = async (unit: string) => {
    const form = (
      await root('POST', `/api/units/${unit}/forms`, {
        kind: 'survey',
        definition: { title: '表', layout: 'pages', questions },
      })
    ).body;
    await root('POST', `/api/forms/${form.id}/versions`, { rev: form.rev });
    return String(form.id);
  };
  const world: World = {
    parent,
    accounts,
    forms: [],
    templates: [],
    runs: [],
    rolls: [],
    votes: [],
    scorecard: '',
    elections: [],
    evaluations: [],
  };
  const card = await root('POST', `/api/units/${units[0]}/scorecards`, {
    title: '记分卡',
    body: cardBody(),
    template: false,
  });
  expect(card.status, card.text).toBe(200);
  world.scorecard = card.body.id;
  for (const choice of forms) {
    const [id, unit] = [await publish(at(choice)), at(choice)];
    world.forms.push({ id, unit });
    const set = await root('PUT', `/api/forms/${id}/templates/${unit}`, { summary: '一句话' });
    expect(set.status, set.text).toBe(200);
    world.templates.push({ id: set.body.id, unit });
    const roll = await root('POST', `/api/units/${unit}/rolls`, {
      kind: 'owner',
      title: '业主名册',
      note: '',
    });
    expect(roll.status, roll.text).toBe(200);
    world.rolls.push({ id: roll.body.id, unit });
    const vote = responseId();
    await city.db
      .prepare(
        `INSERT INTO owner_vote (id, unit, title, line, roll, matters, state, opens_at, closes_at, notice_days, organiser, phone,
           created_by, created_at) VALUES (?1, ?2, '表决', ?3, ?3, '[]', 'preparing', 1, 2, 0, '', '', ?4, 0)`,
      )
      .bind(vote, unit, roll.body.id, `${tree}-root`)
      .run();
    world.votes.push({ id: vote, unit });
  }
  for (const [choice, scope] of runs) {
    const unit = at(choice);
    const below = units.filter((one) => way(one).includes(`/${unit}/`));
    const ticked = scope.map((one) => below[one % below.length] ?? unit);
    const reply = await root('POST', `/api/units/${unit}/campaigns`, {
      form: world.forms[0]?.id,
      scope: ticked,
      opensAt: Date.now() - 1000,
      closesAt: Date.now() + day,
      access: 'anyone',
      named: false,
      organiser: '居委会',
      phone: '8700000',
      keepDays: 30,
    });
    expect(reply.status, reply.text).toBe(200);
    // In the tree of a campaign: what was ticked, all under it, and the way down to it from the campaign's unit.
    const inside = below.filter((one) =>
      ticked.some((tick) => way(one).startsWith(way(tick)) || way(tick).startsWith(way(one))),
    );
    const home = inside.find((one) => leaf(one) && ticked.some((tick) => way(one).startsWith(way(tick))));
    const [id, file] = [responseId(), fileId()];
    const address = `/api/campaigns/${reply.body.slug}/responses/${id}`;
    const from = { 'cf-connecting-ip': tree };
    const attached = await city.anyone('PUT', `${address}/files/${file}`, png, { ...photoHeaders, ...from });
    expect(attached.status, attached.text).toBe(204);
    const answers = { more: '你好', photo: [file] };
    const sent = await city.anyone('PUT', address, { version: 1, unit: home, answers }, from);
    expect(sent.status, sent.text).toBe(200);
    world.runs.push({
      id: reply.body.id,
      unit,
      frozen: inside,
      response: home === undefined ? undefined : { id, unit: home, file },
    });
    if (home === undefined) continue;
    const election = responseId();
    const set = await root('PUT', `/api/units/${unit}/elections/${election}`, wanted(ticked));
    expect(set.status, set.text).toBe(200);
    const { results } = await city.db
      .prepare('SELECT id, unit FROM contest WHERE election = ?1')
      .bind(election)
      .all<{ id: string; unit: string }>();
    const homes = inside.filter((one) => leaf(one) && ticked.some((tick) => way(one).startsWith(way(tick))));
    expect(results.map((one) => one.unit).sort()).toEqual([...homes].sort());
    world.elections.push({ id: election, unit, contests: results });
    const evaluation = responseId();
    await city.db.batch([
      city.db
        .prepare(
          `INSERT INTO evaluation (id, unit, title, rules, rules_sha256, version, state, closes_at, appeal_days, organiser, phone,
             result, result_sha256, created_by, created_at) VALUES (?1, ?2, '评选', ?3, '', 1, 'final', 1, 1, '', '', '{}', '', ?4, 0)`,
        )
        .bind(evaluation, unit, JSON.stringify(presets.simple), `${tree}-root`),
      ...homes.map((one, position) =>
        city.db
          .prepare(
            `INSERT INTO evaluation_subject (evaluation, id, unit, path, name, above, person, position)
             VALUES (?1, ?2, ?2, ?3, ?2, '', '', ?4)`,
          )
          .bind(evaluation, one, way(one), position),
      ),
    ]);
    world.evaluations.push({ id: evaluation, unit, subjects: homes });
  }
  return world;
}

const as = (token: string) => (method: string, path: string, body?: unknown) =>
  city.anyone(method, path, body, { cookie: `__Host-linli=${token}` });

/** By parents alone: is `unit` the granted one or under it? */
function under({ parent }: World, unit: string, granted: string): boolean {
  for (let at: string | null | undefined = unit; at; at = parent.get(at)) if (at === granted) return true;
  return false;
}

interface Target {
  params: Record<string, string>;
  /** any of these decides */
  units: string[];
}
function targets(world: World, of: ObjectKind): Target[] {
  if (of === 'unit')
    return [...world.parent.keys()].map((unit) => ({
      params: { unit, scorecard: world.scorecard },
      units: [unit],
    }));
  if (of === 'form')
    return world.forms.map(({ id, unit }) => ({ params: { form: id, number: '1' }, units: [unit] }));
  if (of === 'staff') return [];
  if (of === 'template-reach')
    return world.templates.map(({ id, unit }) => ({ params: { template: id }, units: [unit] }));
  if (of === 'roll') return world.rolls.map(({ id, unit }) => ({ params: { roll: id }, units: [unit] }));
  if (of === 'owner-vote')
    return world.votes.map(({ id, unit }) => ({ params: { vote: id, unit }, units: [unit] }));
  if (of === 'contest')
    return world.elections.flatMap(({ contests }) =>
      contests.map(({ id, unit }) => ({ params: { contest: id }, units: [unit] })),
    );
  if (of === 'election')
    return world.elections.map(({ id, unit }) => ({ params: { election: id }, units: [unit] }));
  // Whoever has something to say about one of its contests may know of it.
  if (of === 'election-reach')
    return world.elections.map(({ id, unit, contests }) => ({
      params: { election: id, contest: contests[0]?.id ?? '' },
      units: [unit, ...contests.map((one) => one.unit)],
    }));
  if (of === 'evaluation')
    return world.evaluations.map(({ id, unit }) => ({ params: { evaluation: id }, units: [unit] }));
  // Whoever has something to say about one who is rated may know of it.
  if (of === 'evaluation-reach')
    return world.evaluations.map(({ id, unit, subjects }) => ({
      params: { evaluation: id },
      units: [unit, ...subjects],
    }));
  if (of === 'evaluation-subject')
    return world.evaluations.flatMap(({ id, subjects }) =>
      subjects.map((subject) => ({ params: { evaluation: id, subject }, units: [subject] })),
    );
  return world.runs.flatMap((run): Target[] => {
    if (of === 'campaign') return [{ params: { campaign: run.id }, units: [run.unit] }];
    if (of === 'campaign-reach') return [{ params: { campaign: run.id }, units: [run.unit] }];
    if (of === 'response')
      return run.response
        ? [
            {
              params: { campaign: run.id, response: run.response.id, file: run.response.file },
              units: [run.response.unit],
            },
          ]
        : [];
    return run.frozen.map((unit) => ({ params: { campaign: run.id, unit }, units: [unit] }));
  });
}

const asking: Record<string, (params: Record<string, string>) => string> = {
  listComments: () => '?question=more',
  boardWords: () => '?question=more',
  exportResponses: () => '?format=ndjson',
  getPairs: () => '?a=more&b=photo',
  getSaid: () => '?question=more',
  exportRoll: () => '?format=csv',
  listPapers: ({ contest }) => `?contests=${contest}`,
  listOwnerUnits: ({ unit }) => `?unit=${unit}`,
  listNotes: () => '?run=norun0000000000a',
  previewIssue: ({ scorecard }) => `?scorecard=${scorecard}&period=2026-01`,
};
// Nobody has signed anything in these votes.
const absent = new Set(['ownerSignature']);
const reads = endpoints.filter(
  ({ id, method, policy }) => method === 'GET' && policy.who === 'role' && !absent.has(id),
);

async function nobodyReadsOutside(world: World) {
  for (const account of world.accounts) {
    const ask = as(account.token);
    for (const endpoint of reads) {
      const { policy } = endpoint;
      if (policy.who !== 'role') continue;
      for (const { params, units } of targets(world, policy.of)) {
        const run = world.runs.find((one) => one.id === params.campaign);
        const covering = account.grants.filter(
          (grant) =>
            units.some((unit) => under(world, unit, grant.unit)) ||
            // What is shared at a unit reaches those below it.
            (policy.of === 'template-reach' && units.some((unit) => under(world, grant.unit, unit))) ||
            (policy.of === 'campaign-reach' && run?.frozen.includes(grant.unit)),
        );
        const expected =
          covering.length === 0
            ? 404
            : covering.some((grant) => policy.roles.includes(grant.role))
              ? 200
              : 403;
        const path = endpoint.path.replace(/:([a-z]+)/g, (_, name: string) => params[name] ?? '');
        const reply = await ask('GET', path + (asking[endpoint.id]?.(params) ?? ''));
        // What a state holds back is held back from those alone who may have it.
        const status = expected === 200 && reply.status === 409 ? 200 : reply.status;
        expect([endpoint.id, params, account.grants, status]).toEqual([
          endpoint.id,
          params,
          account.grants,
          expected,
        ]);
      }
    }
    const covered = (unit: string) => account.grants.some((grant) => under(world, unit, grant.unit));
    const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();
    const forms = (await ask('GET', '/api/forms')).body.forms;
    expect(ids(forms)).toEqual(ids(world.forms.filter(({ unit }) => covered(unit))));
    const runs = (await ask('GET', '/api/campaigns')).body.campaigns;
    const reached = world.runs.filter(
      ({ unit, frozen }) => covered(unit) || account.grants.some((grant) => frozen.includes(grant.unit)),
    );
    expect(ids(runs)).toEqual(ids(reached));
    const tree = [...world.parent.keys()][0]?.split('x')[0];
    const found = (await ask('GET', `/api/units?search=${tree}x`)).body.units;
    expect(found.filter(({ id }: { id: string }) => !covered(id))).toEqual([]);
  }
}

test(`${trees} random trees: every read by every account is what the tree says`, async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (one) => nobodyReadsOutside(await plant(one))),
    { numRuns: trees, endOnFailure: true },
  );
}, 600_000);
