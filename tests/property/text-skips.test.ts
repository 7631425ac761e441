// Printed questionnaires that send the reader on: the form asks those questions that one comes to who follows the paper, it
// can be published, no words that send on are dropped, and no text without such words has a way past anything.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldOf } from '../../schema/fields/registry.ts';
import { compile } from '../../schema/form/compile.ts';
import { lint } from '../../schema/form/lint.ts';
import { readText } from '../../schema/form/text/read-text.ts';
import { mess } from './text-mess.ts';

const numRuns = process.env.FULL ? 20_000 : 1_000;

const labels = ['甲', '乙', '丙', '丁'];
const question = fc.record({
  options: fc.integer({ min: 2, max: 4 }),
  required: fc.boolean(),
  /** which option leads how far; beyond the last question: to the end */
  ways: fc.array(fc.tuple(fc.nat({ max: 3 }), fc.integer({ min: 0, max: 9 })), { maxLength: 2 }),
  onLine: fc.boolean(),
  /** how far before it stands what it depends on, and the option */
  depends: fc.option(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 })), { freq: 4 }),
  above: fc.constantFrom('', '', '', '=== 分页 ===', '第一部分', '第二部分'),
});

const paper = fc.array(question, { minLength: 2, maxLength: 9 }).map((list) => {
  const lines = list.flatMap(({ options, required, ways, onLine, depends, above }, at) => {
    const own = new Map(ways.map(([option, by]) => [option % options, at + by + 1]));
    const words = (to: number) => (to > list.length ? '跳到结束' : `跳到第${to}题`);
    const answers = labels.slice(0, options).map((label, index) => {
      const to = own.get(index);
      return `${'ABCD'.charAt(index)}. ${label}${to === undefined || onLine ? '' : `（${words(to)}）`}`;
    });
    const below = onLine ? [...own].map(([option, to]) => `若选“${labels[option]}”，${words(to)}`) : [];
    const [back = 0, chosen = 0] = depends ?? [];
    return [
      ...(above === '' ? [] : [above]),
      `${at + 1}. 第几问${required ? '' : '（选填）'}`,
      ...answers,
      ...below,
      ...(back > 0 && back <= at ? [`依赖于第${at + 1 - back}题第${chosen}个选项`] : []),
    ];
  });
  return ['调查', ...lines].join('\n');
});

test('a form out of a paper asks what the paper asks, whatever is answered', () => {
  let past = 0;
  fc.assert(
    fc.property(paper, fc.array(fc.nat({ max: 4 }), { minLength: 9, maxLength: 9 }), (text, chosen) => {
      const { definition, skips, unplaced } = readText(text);
      expect(skips.length + unplaced.length).toBe(text.match(/跳到/g)?.length ?? 0);
      const { questions } = definition;
      const asked = questions.filter((one) => fieldOf(one).asks);
      const given = Object.fromEntries(
        asked.flatMap((one, at) => {
          const option = 'options' in one ? one.options[chosen[at] ?? 0] : undefined;
          return option ? [[one.id, option.id]] : [];
        }),
      );
      const form = compile(definition).check(given);
      // One who follows the paper, and reads what a question depends on as it stands there.
      const [, ...parts] = text.split(/^\d+\. .*$/m);
      const met = new Set<string>();
      let next = 0;
      asked.forEach((one, at) => {
        const place = questions.indexOf(one);
        const [, number, option] = /依赖于第(\d)题第(\d)个选项/.exec(parts[at] ?? '') ?? [];
        const source = number === undefined ? undefined : asked[Number(number) - 1];
        const fits = !source || (met.has(source.id) && given[source.id] === 'ab'.charAt(Number(option) - 1));
        if (place < next || !fits) return;
        met.add(one.id);
        const label =
          'options' in one ? one.options.find(({ id }) => id === given[one.id])?.label : undefined;
        const way = skips.find((skip) => skip.question === place && skip.option === label);
        if (way) next = way.to;
      });
      expect(asked.flatMap(({ id }) => (form.visible.has(id) ? [id] : []))).toEqual([...met]);
      past += asked.length - met.size;
      expect(lint(definition).filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
    { numRuns },
  );
  // The property says something only where something is passed over.
  expect(past).toBeGreaterThan(numRuns / 4);
});

test('no text has a way past anything that says of none', () => {
  fc.assert(
    fc.property(mess, (text) => {
      const { definition, skips } = readText(text.replace(/[跳转束止→]|->/g, ''));
      expect(skips).toEqual([]);
      for (const { showIf, jumps } of definition.questions) {
        expect(jumps).toBeUndefined();
        expect(JSON.stringify(showIf ?? '')).not.toContain('not');
      }
    }),
    { numRuns },
  );
});
