// The resident's room without a browser: every type has its control, what controls post is what the checker reads,
// screens are cut as the author chose, and the page stays within its budget.
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ModelOf } from '../../schema/api/page.ts';
import { fieldOf, fieldTypes } from '../../schema/fields/registry.ts';
import { compile } from '../../schema/form/compile.ts';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { templates } from '../../schema/form/templates.ts';
import type { Language } from '../../schema/words/language.ts';
import { controls } from '../../web/fill/fields/registry.ts';
import { render } from '../../web/fill/render.tsx';
import { screensOf } from '../../web/fill/screens.ts';
import { readerOf, valuesOf } from '../../web/fill/values.ts';
import { whenWords } from '../../web/fill/when.ts';
import { speechOf } from '../../web/fill/words/speech.ts';
import { speak } from '../../web/fill/words.ts';
import { everyAnswer, everyType } from './every-type.ts';
import { fillFacts, fillModel } from './fill-sample.ts';
import { typeSamples } from './type-samples.ts';

beforeEach(() => speak(speechOf('zh')));

describe('the registry of controls', () => {
  test('has one for every question type', () => {
    expect(Object.keys(controls).sort()).toEqual([...fieldTypes].sort());
  });

  test('the sample form has every type, so that the tests below see each', () => {
    expect(new Set(everyType.questions.map((one) => one.type))).toEqual(new Set(fieldTypes));
  });
});

describe('a form without JavaScript', () => {
  const html = render(fillModel(everyType));

  test('shows every question, with a name for every control and a label or legend', () => {
    for (const question of everyType.questions) expect(html).toContain(question.title);
    for (const question of everyType.questions) {
      if (!fieldOf(question).asks) continue;
      // A file cannot be sent without a script: the page says so in the place of its control.
      if (!fieldOf(question).limits)
        expect(html, question.id).toMatch(new RegExp(`name="${question.id}(:|")`));
      expect(html, question.id).toMatch(new RegExp(`id="q-${question.id}"`));
    }
  });

  test('says in words when a question is only for some', () => {
    expect(html).toContain('“单选”选了“甲”，才要填这一题。');
    expect(html).toContain('“量表”不高于“不满意”，才要填这一题。');
  });

  test('carries response id, version and unit', () => {
    expect(html).toContain('name=".response"');
    expect(html).toContain('name=".version"');
    expect(html).toContain('name=".unit"');
  });

  test('offers the building of the page, and no door where none can be chosen', () => {
    const unit = (more: object, at = fillModel(everyType).unit) => {
      const { question } = typeSamples.unit;
      return render({ ...fillModel({ ...everyType, questions: [{ ...question, ...more }] }), unit: at });
    };
    expect(unit({})).toMatch(/type="checkbox" id="q-unit" name="unit" value="b1"\/?>/);
    expect(unit({})).toContain('这一栋：金湖街道 滨河社区 2号楼');
    expect(unit({})).toContain('name="unit:room"');
    for (const none of [unit({ kind: 'grid' }), unit({}, { id: 'b1', name: '', above: '' })]) {
      expect(none).toContain('这个浏览器选不了楼栋。');
      expect(none).not.toContain('name="unit:room"');
      expect(none).not.toContain('name="unit"');
    }
  });

  test('a blank that may stay empty is marked, and is not red where another is missing', () => {
    const html = (required: boolean) =>
      render({
        ...fillModel({ ...everyType, questions: [{ ...typeSamples['gap-fill'].question, required }] }),
        problems: { gaps: { code: 'required', args: {} } },
      });
    const [all, old] = [...html(true).matchAll(/<input id="q-gaps[^>]*>/g)].map(([input]) => input);
    expect(all).toContain('aria-invalid="true"');
    expect(old).toContain('aria-label="第 2 空（选填）"');
    expect(old).not.toContain('aria-invalid');
    expect(html(true)).toMatch(/<span class="optional">（选填）<\/span><\/span>人。/);
    expect(html(false)).not.toMatch(/（选填）<\/span><\/span>人。/);
  });

  test('the ends of a time and of days are said before anybody runs into them', () => {
    const hint = (question: Question) =>
      /<div class="hint"[^>]*><p>(.*?)<\/p>/.exec(
        render(fillModel({ ...everyType, questions: [question] })),
      )?.[1];
    const { question: time } = typeSamples.time;
    const days = typeSamples['date-range'].question;
    expect(hint(time)).toBe('08:00到20:30');
    expect(hint({ ...time, max: undefined })).toBe('08:00起');
    expect(hint({ ...time, min: undefined })).toBe('到20:30为止');
    expect(hint({ ...time, min: undefined, max: undefined })).toBe('例如09:30');
    expect(hint({ ...time, hint: '办公时间' })).toBe('办公时间');
    expect(hint({ ...days, min: '2026-01-01', max: '2026-06-30' })).toBe('2026-01-01到2026-06-30');
    expect(hint({ ...days, min: undefined, max: undefined })).toBe('例如2026-01-31');
    const day: Question = { id: 'day', type: 'date', title: '哪一天' };
    expect(hint({ ...day, min: '2026-01-01', max: '2026-06-30' })).toBe('2026-01-01到2026-06-30');
    expect(hint(day)).toBe('例如2026-01-31');
  });

  test('answers come back from their own controls as they went in', () => {
    const form = compile(everyType);
    const read = form.read(readerOf(valuesOf(everyType, everyAnswer)));
    expect(form.check(everyAnswer).problems).toEqual({});
    expect(form.check(read).answers).toEqual(form.check(everyAnswer).answers);
  });

  test('shows stored answers in the controls for a correction', () => {
    const page = render({
      ...fillModel(everyType),
      stored: everyAnswer,
      correction: { receipt: '7K4M-29QF-XD3P', rev: 2, action: '/r' },
    });
    expect(page).toContain('action="/r"');
    expect(page).toMatch(/id="q-single"[^>]*checked/);
    expect(page).toContain('value="楼上漏水"');
  });

  test('errors stand above the field, and the summary links to it', () => {
    const page = render({
      ...fillModel(everyType),
      problems: { phone: { code: 'phone-mobile', args: { length: 7 } } },
    });
    expect(page).toContain('<title>有误：');
    expect(page).toContain('href="#q-phone"');
    expect(page).toMatch(/id="q-phone--e"/);
    expect(page).toMatch(/id="q-phone"[^>]*aria-describedby="q-phone--e"[^>]*aria-invalid="true"/);
  });

  test('text of residents and authors cannot leave its place', () => {
    const nasty = '</script><img src=x onerror=alert(1)>';
    const page = render({
      ...fillModel({ ...everyType, title: nasty }),
      facts: { ...fillFacts, title: nasty, organiser: nasty },
      values: { text: [nasty], long: [`</textarea>${nasty}`] },
    });
    expect(page).not.toContain('<img src=x');
  });

  test('in English says no Chinese of its own', () => {
    const page = render({
      ...fillModel({
        title: 'T',
        layout: 'steps',
        questions: [
          { id: 'a', type: 'single', title: 'A', options: [{ id: 'x', label: 'X', text: true }] },
          { id: 'b', type: 'rating', title: 'B', showIf: { q: 'a', op: 'equals', value: 'x' } },
          { id: 'c', type: 'date', title: 'C' },
          { id: 'd', type: 'dropdown', title: 'D', options: [{ id: 'x', label: 'X' }] },
        ],
      }),
      language: 'en',
      facts: { ...fillFacts, title: 'T', organiser: 'O', place: 'P', named: true, perDevice: true },
      unit: { id: 'b1', name: 'B', above: '' },
      problems: { a: { code: 'required', args: {} } },
    });
    // The style names Chinese fonts in Latin letters; the one Chinese word is the way to the other language.
    expect(page.match(/[\u4e00-\u9fff]+/g)).toEqual(['中文']);
  });
});

describe('screens', () => {
  test('one question each, notes and page titles with the question that follows', () => {
    const screens = screensOf(everyType.questions, 'steps');
    for (const screen of screens) expect(screen.questions.filter((one) => fieldOf(one).asks)).toHaveLength(1);
    expect(screens.flatMap((screen) => screen.questions)).toEqual(everyType.questions);
  });

  test('page by page, cut at the breaks', () => {
    const screens = screensOf(everyType.questions, 'pages');
    expect(screens).toHaveLength(2);
    expect(screens.flatMap((screen) => screen.questions)).toEqual(everyType.questions);
  });

  test('a note after the last question stays with it', () => {
    const [template] = templates;
    if (!template) throw new Error('no template');
    const definition = {
      ...template.definition,
      questions: [...template.definition.questions, { id: 'bye', type: 'note' as const, title: '谢谢' }],
    };
    const screens = screensOf(definition.questions, 'steps');
    expect(screens.at(-1)?.questions.map((one) => one.id)).toEqual(['advice', 'bye']);
  });
});

describe('a condition in words', () => {
  const definition: Definition = {
    ...everyType,
    questions: [
      ...everyType.questions,
      {
        id: 'late',
        type: 'text',
        title: '后来',
        showIf: {
          all: [
            { q: 'single', op: 'in', value: ['a', 'b'] },
            { q: 'yesno', op: 'answered' },
          ],
        },
      },
      { id: 'odd', type: 'text', title: '别的', showIf: { not: { q: 'single', op: 'answered' } } },
    ],
  };

  test('names options by their labels', () => {
    expect(whenWords(definition, 'late')).toBe('“单选”选了“甲”或“乙”，并且“判断”填了，才要填这一题。');
  });
  test('stays plain where a sentence would not be', () => {
    expect(whenWords(definition, 'odd')).toBe('按前面的回答，才要填这一题。');
  });
});

test('every shipped form renders in both languages', () => {
  for (const { definition } of templates)
    for (const language of ['zh', 'en'] as const) {
      const model: ModelOf<'fill'> & { page: 'fill' } = { ...fillModel(definition), language };
      expect(gzipSync(render(model)).length).toBeLessThan(12_000);
    }
});

test('English words fit any figure that is put into them, one as well as many', () => {
  // Ten at least, always.
  const many = ['voteFew', 'resultOf', 'resultAt'];
  const words = { ...speechOf('en').words, ...speechOf('en').answers };
  const unfit = Object.entries(words).filter(
    ([key, word]) => !many.includes(key) && /\{\w+\} (?!(?:is|plus)\b)[a-z]+s\b/.test(word),
  );
  expect(unfit).toEqual([]);
  expect(render({ ...fillModel(everyType), language: 'en' })).not.toMatch(/\b1 [a-z]+s\b/);
});

describe('a receipt', () => {
  const sent = Date.UTC(2026, 10, 24, 17, 30);
  const receipt = (
    state: 'accepted' | 'withdrawn' | 'void',
    changedAt: number | null,
    language: Language,
  ) => {
    const { assets, footer, share, origin, here, now } = fillModel(everyType);
    const view = {
      receipt: '7K4M-29QF-XD3P',
      response: '0123456789abcdefghjkmnpq',
      facts: fillFacts,
      unit: { id: 'b1', kind: 'building', name: '2号楼' },
      definition: everyType,
      answers: {},
      at: sent,
      changedAt,
      state,
      erased: false,
      rev: 2,
      mayChange: false,
    };
    const frame = { assets, footer, share, origin, here, now, language, care: false, demo: false };
    return render({ ...frame, page: 'receipt', view, asked: [] });
  };

  test.each([
    ['accepted', '01:52更正过', 'corrected 25 Nov 01:52'],
    ['withdrawn', '01:52撤回', 'withdrawn 25 Nov 01:52'],
    ['void', '01:52作废', 'declared void 25 Nov 01:52'],
  ] as const)('%s: says what happened to it last, and when', (state, zh, en) => {
    const changed = Date.UTC(2026, 10, 24, 17, 52);
    expect(receipt(state, changed, 'zh')).toContain(`01:30收到 · 11月25日 ${zh}`);
    expect(receipt(state, changed, 'en')).toContain(` · ${en}`);
    expect(receipt(state, null, 'zh')).not.toMatch(/收到 ·/);
  });
});
