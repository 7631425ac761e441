// What became of each line of a pasted text, and what a press makes of a line without a place: whatever is pasted, a line
// has one fate, and a change that is offered does what it says and nothing else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { conversions, converted, edited } from '../../schema/form/text/convert.ts';
import { readText } from '../../schema/form/text/read-text.ts';
import { mess, texts } from './text-mess.ts';

const numRuns = process.env.FULL ? 20_000 : 2_000;
const linesIn = (text: string) => text.split(/\r\n?|\n/);

test('every line has one fate, and those without a place are those that are told', () => {
  fc.assert(
    fc.property(mess, (text) => {
      const { definition, unplaced, fates } = readText(text);
      expect(fates.length).toBe(linesIn(text).length);
      const told = [...new Set(unplaced.map(({ line }) => line))];
      const without = fates.flatMap(({ fate }, at) => (fate === 'unplaced' ? [at + 1] : []));
      expect(without).toEqual(told);
      for (const { question } of fates)
        if (question !== undefined) expect(definition.questions[question]).toBeDefined();
    }),
    { numRuns },
  );
});

test('what a line became is what it says', () => {
  fc.assert(
    fc.property(mess, (text) => {
      const { definition, fates, starts } = readText(text);
      expect(starts.length).toBe(definition.questions.length);
      // A line is the first thing that stands on it; a question may begin behind that, and none behind its own line.
      starts.forEach((line, at) => {
        expect(fates[line - 1]?.question ?? at).toBeLessThanOrEqual(at);
      });
      fates.forEach(({ fate, question }) => {
        const type = definition.questions[question ?? -1]?.type;
        if (fate === 'page') expect(type).toBe('page-break');
        if (fate === 'note') expect(type).toBe('note');
        if (fate === 'question' || fate === 'option') expect(type).not.toBe('page-break');
        if (['title', 'intro', 'thanks', 'nothing'].includes(fate)) expect(question).toBeUndefined();
      });
    }),
    { numRuns },
  );
});

const count = ({ questions }: Definition) => questions.length;

test('a line that is made a question, an option or a hint is one, and the rest stays as it was', () => {
  fc.assert(
    fc.property(mess, (text) => {
      const reading = readText(text);
      for (const piece of reading.unplaced.slice(0, 2))
        for (const as of conversions) {
          const edit = converted(text, reading, piece, as);
          if (!edit) continue;
          const next = readText(edited(text, edit));
          expect(next.unplaced.length).toBe(reading.unplaced.length - 1);
          expect(count(next.definition) - count(reading.definition)).toBe(as === 'question' ? 1 : 0);
          if (as === 'away') expect(next.definition).toEqual(reading.definition);
          else expect(JSON.stringify(next.definition)).not.toBe(JSON.stringify(reading.definition));
        }
    }),
    { numRuns: numRuns / 10 },
  );
});

test('nearly every piece that real texts leave over can be taken out by a press, and most can be kept by one', () => {
  const left = texts.flatMap((text) => {
    const reading = readText(text);
    return reading.unplaced.map((piece) => conversions.filter((as) => converted(text, reading, piece, as)));
  });
  expect(left.length).toBeGreaterThan(40);
  const share = (part: number) => part / left.length;
  expect(share(left.filter((can) => can.includes('away')).length)).toBeGreaterThan(0.75);
  expect(share(left.filter((can) => can.some((as) => as !== 'away')).length)).toBeGreaterThan(0.6);
});
