// Texts of forms: what is written is read back as the same form.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldTypes } from '../../schema/fields/registry.ts';
import { type Definition, definitionShape } from '../../schema/form/definition.ts';
import { templates } from '../../schema/form/templates.ts';
import { readText } from '../../schema/form/text/read-text.ts';
import { writeText } from '../../schema/form/text/write-text.ts';
import { textsOf } from '../../schema/form/texts.ts';
import { unsaidInText } from '../../web/staff/form/export/unsaid.ts';
import { form } from './text-sayable.ts';

const runs = (usual: number) => ({ numRuns: process.env.FULL ? usual * 10 : usual });

const roundTrip = (definition: Definition) => {
  expect(definitionShape().safeParse(definition).error).toBeUndefined();
  const text = writeText(definition);
  const { definition: read, unplaced } = readText(text);
  expect({ read, unplaced, text }).toEqual({ read: definition, unplaced: [], text });
  // So nothing is told to be missing from the file.
  expect(unsaidInText(definition, read)).toEqual([]);
};

test.each(fieldTypes)('%s: form → text → form is the same form', (type) => {
  fc.assert(fc.property(form(type), roundTrip), runs(20));
});

test('form → text → form is the same form, in any mix of types', () => {
  fc.assert(fc.property(form(), roundTrip), runs(100));
});

/** What the format cannot say (write-text.ts). */
const unsaid = new Set(['message', 'addWord', 'roomHint']);

test.each(templates.map(({ definition }) => [definition.title, definition] as const))(
  '%s: all words of a shipped template come back',
  (_, definition) => {
    const { definition: read, unplaced } = readText(writeText(definition));
    const words = ({ title, intro, thanks, questions }: Definition) => [
      title,
      intro,
      thanks,
      ...questions.map((question) =>
        textsOf(question)
          .filter(({ key }) => !unsaid.has(key))
          .map(({ text, key }) => `${key} ${text}`)
          .sort(),
      ),
    ];
    expect(unplaced).toEqual([]);
    expect(read.questions.map(({ type }) => type)).toEqual(definition.questions.map(({ type }) => type));
    expect(words(read)).toEqual(words(definition));
  },
);
