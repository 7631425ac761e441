// Questionnaires as people paste them are read as they are meant.
import { describe, expect, test } from 'vitest';
import { definitionShape } from '../../schema/form/definition.ts';
import { lint } from '../../schema/form/lint.ts';
import { readText } from '../../schema/form/text/read-text.ts';
import { sketch } from './text-brief.ts';
import { groups } from './text-fragments/groups.ts';

describe.each(Object.entries(groups))('%s', (_, fragments) => {
  test.each(fragments.map((fragment) => [fragment.from, fragment] as const))('%s', (_from, fragment) => {
    const reading = readText(fragment.text);
    expect(`\n${sketch(reading)}\n`).toBe(fragment.reads);
    expect(definitionShape().safeParse(reading.definition).error).toBeUndefined();
    // What residents consent to is the writer's to say.
    expect(
      lint(reading.definition).filter(
        ({ code, severity }) => severity === 'error' && code !== 'sensitive-without-consent',
      ),
    ).toEqual([]);
  });
});

test.each(['为', '表示', '代表', '=', '是'])(
  'what joins a point of a scale to its word is none of it: %s',
  (sign) => {
    const { definition } = readText(`1. 您对停车满意吗？（1分${sign}很不满意，5分${sign}很满意）`);
    expect(definition.questions).toMatchObject([{ type: 'scale', low: '很不满意', high: '很满意' }]);
  },
);

test('points may count down, each with its 分', () => {
  const { definition } = readText('1. 满意程度：5分 4分 3分 2分 1分');
  expect(definition.questions).toMatchObject([{ type: 'scale', title: '满意程度', from: 1, to: 5 }]);
});
