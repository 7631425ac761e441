// A press on a line that was taken for what it is not does what it says and nothing else, whatever was pasted.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edited } from '../../schema/form/text/convert.ts';
import { readText } from '../../schema/form/text/read-text.ts';
import { recast, recastingsOf } from '../../schema/form/text/recast.ts';
import { mess, texts } from './text-mess.ts';

const numRuns = process.env.FULL ? 2_000 : 100;

const fateOf = { question: 'question', option: 'option', hint: 'hint', heading: 'note', thanks: 'thanks' };

test('the line is what was pressed, and no other question, and nothing without a place, has changed', () => {
  let made = 0;
  fc.assert(
    fc.property(mess, fc.nat(), (text, from) => {
      const reading = readText(text);
      const line = (from % reading.fates.length) + 1;
      for (const as of recastingsOf(text, reading, line)) {
        const edit = recast(text, reading, line, as);
        if (!edit) continue;
        made += 1;
        const next = readText(edited(text, edit));
        const told = ({ unplaced }: typeof next) => unplaced.map((one) => one.text);
        expect(told(next)).toEqual(told(reading));
        if (as !== 'away') expect(next.fates[edit.at - 1]?.fate).toBe(fateOf[as]);
        // One title at most is gone, and one has come.
        const titles = ({ definition }: typeof next) => definition.questions.map(({ title }) => title);
        for (const [one, other] of [
          [titles(reading), titles(next)],
          [titles(next), titles(reading)],
        ] as const)
          expect(one.filter((title) => !other.includes(title)).length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns },
  );
  expect(made).toBeGreaterThan(numRuns / 4);
});

test('most lines of real texts can be made something else by a press', () => {
  const lines = texts.slice(0, 40).flatMap((text) => {
    const reading = readText(text);
    return reading.fates.flatMap((_, at) => {
      const offered = recastingsOf(text, reading, at + 1);
      return offered.length === 0 ? [] : [offered.filter((as) => recast(text, reading, at + 1, as))];
    });
  });
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter((can) => can.length > 0).length / lines.length).toBeGreaterThan(0.6);
});
