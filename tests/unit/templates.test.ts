// The shipped forms, each held to the same: sound, short, polite, sparing with what they ask of a person, and with an end
// that every resident can reach.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fieldOf } from '../../schema/fields/registry.ts';
import { compile } from '../../schema/form/compile.ts';
import { type Definition, definitionShape } from '../../schema/form/definition.ts';
import { lint } from '../../schema/form/lint.ts';
import { tonguesOf, untranslated } from '../../schema/form/localize.ts';
import { minutesOf } from '../../schema/form/minutes.ts';
import { type Template, templateGroups } from '../../schema/form/templates/template.ts';
import { templates } from '../../schema/form/templates.ts';
import { textsOf } from '../../schema/form/texts.ts';
import { quotaCounts } from '../../schema/logic/quota-counts.ts';
import { root } from '../../worker/host/paths.ts';
import { fillIn } from './plausible-answers.ts';
import { writtenOut } from './written-out.ts';

const byId = new Map(templates.map((template) => [template.id, template]));
function templateOf(id: string): Template {
  const found = byId.get(id);
  if (!found) throw new Error(id);
  return found;
}
const check = (id: string, given: Record<string, unknown>) =>
  compile(templateOf(id).definition).check(given, { opens: Date.UTC(2026, 2, 1), seed: 'seed' });

describe('the shelf', () => {
  test('holds every file of the folder under its own name', () => {
    const files = readdirSync(`${root}schema/form/templates`).map((file) => file.replace(/\.ts$/, ''));
    expect([...byId.keys(), 'phrases', 'template'].sort()).toEqual(files.sort());
    expect(templates.length).toBe(byId.size);
    expect(templates.length).toBeGreaterThanOrEqual(22);
  });

  test('is ordered by group, and no group is empty', () => {
    const met = templates.map(({ group }) => group);
    expect([...new Set(met)]).toEqual(templateGroups);
    expect(met).toEqual([...met].sort((a, b) => templateGroups.indexOf(a) - templateGroups.indexOf(b)));
  });

  test('has no two templates of one title', () => {
    expect(new Set(templates.map(({ definition }) => definition.title)).size).toBe(templates.length);
  });
});

const han = '\\p{Script=Han}';
/** What a careful setter would not let through. */
const slips: [string, RegExp][] = [
  ['half-width punctuation beside Chinese', new RegExp(`${han}[,.;:!?()]|[,.;:!?()]${han}`, 'u')],
  ['a typed space beside Chinese', new RegExp(`${han} | ${han}`, 'u')],
  ['a straight quotation mark', /["']/],
  ['an exclamation mark', /[!！]/],
  ['two points one after the other', /[。；，]{2}/],
];
const textsIn = ({ definition, summary }: Template) => [
  ...textsOf(definition).map(({ address, text }) => [address, text] as const),
  ['summary', summary.zh] as const,
];

describe.each(templates.map((template) => [template.id, template] as const))('%s', (_, template) => {
  const { definition } = template;
  const form = compile(definition);
  const asking = definition.questions.filter((question) => fieldOf(question).asks);

  test('is a definition as it stands, and the check before publishing finds nothing', () => {
    expect(definitionShape().parse(definition)).toEqual(definition);
    expect(lint(writtenOut(definition))).toEqual([]);
  });

  test('fits on a poster and into a coffee break', () => {
    expect(definition.title.length).toBeLessThanOrEqual(22);
    expect(minutesOf(definition)).toBeLessThanOrEqual(10);
    for (const text of [definition.intro, definition.thanks, ...Object.values(template.summary)])
      expect((text ?? '').length).toBeGreaterThan(8);
  });

  test('has ids that a person can read in an export', () => {
    const ids = definition.questions.flatMap((question) => [
      question.id,
      ...('options' in question ? question.options.map(({ id }) => id) : []),
      ...('rows' in question ? question.rows.map(({ id }) => id) : []),
    ]);
    expect(ids.filter((id) => !/^[a-z]{2}[a-z_]*$/.test(id))).toEqual([]);
  });

  test('is set with care', () => {
    const found = textsIn(template).flatMap(([address, text]) =>
      slips.flatMap(([slip, form]) => (form.test(text) ? [`${address}: ${slip}: ${text}`] : [])),
    );
    expect(found).toEqual([]);
  });

  test('has lists that end with 其他, and after it only what excludes all others', () => {
    for (const question of asking) {
      if (!('options' in question)) continue;
      const kinds = question.options.map(({ text, exclusive }) => (text ? 1 : exclusive ? 2 : 0));
      const at = kinds.indexOf(1);
      if (at >= 0) expect([question.id, kinds.slice(at).sort()]).toEqual([question.id, kinds.slice(at)]);
      expect([question.id, kinds.filter((kind) => kind === 1).length]).toEqual([question.id, at < 0 ? 0 : 1]);
      // What can be chosen alone is of no use where one is chosen anyway.
      if (question.type === 'single') expect([question.id, kinds]).not.toContain(2);
    }
  });

  test('asks who somebody is only where it says what for, and for nothing that the law calls sensitive', () => {
    for (const question of asking) {
      if (question.type === 'phone') expect([question.id, question.hint ?? '']).not.toContain('');
      expect([question.id, fieldOf(question).sensitive ?? false]).toEqual([question.id, false]);
    }
  });

  test('lets everybody reach an end, whatever they answer', () => {
    for (let seed = 1; seed <= 60; seed++)
      for (const asked of ['required', 'all'] as const) {
        const { problems, dropped, end, answers } = fillIn(form, seed, asked);
        expect({ seed, asked, problems, dropped }).toEqual({ seed, asked, problems: {}, dropped: [] });
        expect(Object.keys(answers).length).toBeGreaterThan(0);
        expect(end.text ?? '').not.toBe('');
        expect(JSON.stringify(end)).not.toContain('{{');
      }
  });

  test('has no question and no option that nobody ever meets', () => {
    const met = new Set<string>();
    for (let seed = 1; seed <= 200; seed++)
      for (const question of fillIn(form, seed, 'all').asked) {
        met.add(question.id);
        if ('options' in question) for (const { id } of question.options) met.add(`${question.id}.${id}`);
        if ('rows' in question) for (const { id } of question.rows) met.add(`${question.id}.${id}`);
      }
    const all = definition.questions.flatMap((question) => [
      question.id,
      ...('options' in question ? question.options.map(({ id }) => `${question.id}.${id}`) : []),
      ...('rows' in question ? question.rows.map(({ id }) => `${question.id}.${id}`) : []),
    ]);
    expect(all.filter((one) => !met.has(one))).toEqual([]);
  });

  test('is whole in every language that it has, and translates nothing that is not there', () => {
    const addresses = new Set(textsOf(definition).map(({ address }) => address));
    for (const tongue of tonguesOf(definition)) {
      expect(untranslated(definition, tongue)).toEqual([]);
      const given = Object.keys(definition.translations?.[tongue] ?? {});
      expect(given.filter((address) => !addresses.has(address))).toEqual([]);
    }
  });
});

test('residents who read no Chinese are asked about services and can sign up for events', () => {
  const english = templates.filter(({ definition }) => tonguesOf(definition).includes('en'));
  expect(english.map(({ id }) => id)).toEqual(['property-satisfaction', 'community-life', 'event-signup']);
  for (const { definition } of english)
    expect(
      Object.values(definition.translations?.en ?? {}).filter((text) => /\p{Script=Han}/u.test(text)),
    ).toEqual([]);
});

/** Answers that lead to each end other than the usual one. */
const ends: [template: string, ending: string, answers: Record<string, unknown>][] = [
  ['red-station', 'find_it', { been: 'unknown' }],
  [
    'civilized-check',
    'vetoed',
    {
      tidy: { marks: 20 },
      safety: { marks: 20 },
      manners: { marks: 20 },
      neighbours: { marks: 20 },
      sorting: { marks: 20 },
      faults: { found: {} },
      bonus: ['none'],
      veto: ['fire'],
      rater: '王芳',
    },
  ],
  ['best-leader', 'meet', { knows: 'no' }],
  [
    'help-request',
    'today',
    { who: 'self', what: ['meals'], urgency: 'today', own_door: '302', name: '王阿姨', phone: '13800138000' },
  ],
  ['elder-visit', 'try_again', { door: '302', visitor: '李军', met: 'missed' }],
  [
    'fire-safety-quiz',
    'again',
    { ebike: 'yes', pan: 'water', smoke: ['lift'], gas: 'lamp', stairs: 'leave', course: 3, useful: 'yes' },
  ],
];
test.each(ends)('%s ends with %s', (id, ending, answers) => {
  const { problems, end } = check(id, answers);
  expect(problems).toEqual({});
  expect(end.id).toBe(ending);
});
test('no ending is left out above', () => {
  const all = templates.flatMap(({ id, definition }) =>
    (definition.endings ?? []).map((end) => `${id} ${end.id}`),
  );
  expect(ends.map(([id, ending]) => `${id} ${ending}`).sort()).toEqual(all.sort());
});

describe('what the templates work out', () => {
  const judged = (faults: Record<string, number>, bonus: string[], marks = 18) =>
    check('civilized-check', {
      ...Object.fromEntries(
        ['tidy', 'safety', 'manners', 'neighbours', 'sorting'].map((id) => [id, { marks, reason: '看到的' }]),
      ),
      faults: { found: faults, photos: ['f'.repeat(52)] },
      bonus,
      veto: ['none'],
      rater: '王芳',
    }).answers.total;

  test('文明楼栋: five criteria, a bonus of at most 5, less what is taken off, and never below 0', () => {
    expect(judged({}, ['none'])).toBe(90);
    expect(judged({}, ['mutual', 'corner'])).toBe(94);
    expect(judged({}, ['good_deed', 'mutual', 'corner', 'meeting'])).toBe(95);
    expect(judged({ junk: 3, ebike: 1 }, ['meeting'])).toBe(90 + 1 - 6 - 5);
    expect(judged({ ebike: 3, exit: 2 }, ['none'], 2)).toBe(0);
  });

  test('the quiz: 20 points for each that is wholly right, and praise from 80 on', () => {
    const right = { ebike: 'no', pan: 'lid', smoke: ['low', 'cloth', 'door'], gas: 'valve', stairs: 'clear' };
    const rest = { course: 5, useful: 'yes' };
    expect(check('fire-safety-quiz', { ...right, ...rest }).answers.score).toBe(100);
    const half = check('fire-safety-quiz', { ...right, ...rest, smoke: ['low', 'cloth'] });
    expect([half.answers.score, half.end.id]).toEqual([80, undefined]);
    const less = check('fire-safety-quiz', { ...right, ...rest, smoke: ['low'], pan: 'run' });
    expect([less.answers.score, less.end.id]).toEqual([60, 'again']);
  });

  test('owners: the areas of all homes of one owner together; an area of nothing is refused', () => {
    const homes = (...areas: number[]) => areas.map((area, index) => ({ door: `2栋${index + 1}`, area }));
    expect(check('owners-vote', { homes: homes(88.5, 120.25) }).answers.area).toBe(208.75);
    for (const areas of [[0], [-50, 100]])
      expect(check('owners-vote', { homes: homes(...areas) }).problems.homes?.code).toBe('number-range');
  });

  test('the ballot: one seat, so one approval; another name only where nobody is approved', () => {
    const both = check('leader-vote', { candidates: { first: 'for', second: 'for' } });
    expect(both.problems.candidates?.code).toBe('rule');
    const one = check('leader-vote', { candidates: { first: 'for', second: 'against' }, write_in: '赵敏' });
    expect([one.problems, one.dropped]).toEqual([{}, ['write_in']]);
    const none = check('leader-vote', {
      candidates: { first: 'against', second: 'abstain' },
      write_in: '赵敏',
    });
    expect([none.problems, none.answers.write_in]).toEqual([{}, '赵敏']);
  });

  test('event places: as many as people come, of the session that they chose', () => {
    const { definition } = templateOf('event-signup');
    const form = compile(definition);
    const given = {
      session: 'morning',
      people: 4,
      children: 2,
      guardian: 1,
      name: '王芳',
      phone: '13800138000',
    };
    expect(form.check(given).problems).toEqual({});
    expect(form.delta(form.check(given).answers)[quotaCounts]).toEqual({ morning: 4 });
    expect(form.check({ ...given, children: 4 }).problems.children?.code).toBe('rule');
  });

  test('a name is repeated in later titles, and something polite stands there before it is known', () => {
    const titleOf = (given: Record<string, unknown>) =>
      check('leader-nomination', given).asked.find(({ id }) => id === 'story')?.title;
    expect(titleOf({ how: 'neighbour' })).toBe('为什么推荐这位邻居？');
    expect(titleOf({ how: 'neighbour', who: '王芳' })).toBe('为什么推荐王芳？');
  });

  test('what was chosen is asked about, and nothing else', () => {
    const rows = (id: string, source: string, chosen: string[], table: string) => {
      const asked = check(id, { [source]: chosen }).asked.find((one) => one.id === table);
      return asked && 'rows' in asked ? asked.rows.map((row) => row.id) : undefined;
    };
    expect(rows('community-life', 'used', ['errands', 'health'], 'rated')).toEqual(['errands', 'health']);
    expect(rows('community-life', 'used', ['none'], 'rated')).toBeUndefined();
    expect(rows('service-team', 'posts', ['health'], 'people')).toEqual(['health']);
    expect(rows('four-parties', 'came', ['branch', 'property'], 'stances')).toEqual(['branch', 'property']);
  });
});

/** Kept here so that a title which other rooms' tests press cannot change unseen. */
test('the four that were first keep their ids and titles', () => {
  const title = (id: string): Definition['title'] => templateOf(id).definition.title;
  expect(
    ['property-satisfaction', 'community-life', 'civilized-building', 'leader-ideas'].map(title),
  ).toEqual(['物业服务满意度调查', '社区服务满意度调查', '文明楼栋评议表', '楼栋长推选意见征集']);
});
