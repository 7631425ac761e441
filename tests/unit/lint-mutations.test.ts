// Every fault that the check before publishing knows is put into every shipped form that has a place for it, and must be
// found there, exactly; and the test itself must notice when a rule stops finding.
import { expect, test } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { type Finding, lint } from '../../schema/form/lint.ts';
import { minutesOf } from '../../schema/form/minutes.ts';
import { templates } from '../../schema/form/templates.ts';
import { mutations } from './lint-cases/mutations.ts';
import { writtenOut } from './written-out.ts';

type Check = typeof lint;

/** A form that takes almost a quarter of an hour has no room for a question more. */
const forms: [string, Definition][] = templates
  .filter(({ definition }) => minutesOf(definition) < 13)
  .map(({ id, definition }) => [id, { ...writtenOut(definition), translations: undefined }]);

const codesOf = (findings: readonly Finding[]) => [...new Set(findings.map(({ code }) => code))];

/** Faults that were put into a form and not found, or not alone. */
function undetected(
  check: Check,
  faults: typeof mutations = mutations,
): { form: string; code: string; found: string[] }[] {
  return forms.flatMap(([form, definition]) =>
    faults.flatMap(([code, mutate]) => {
      const mutated = mutate(definition);
      if (!mutated) return [];
      const found = codesOf(check(mutated.definition, { published: mutated.published }));
      return found.length === 1 && found[0] === code ? [] : [{ form, code, found }];
    }),
  );
}

test('each fault in each form is found, and nothing else', () => {
  expect(forms.length).toBeGreaterThan(3);
  expect(undetected(lint)).toEqual([]);
});

test('a rule that is switched off is noticed', () => {
  const placed = new Set(
    mutations.flatMap(([code, mutate]) => (forms.some(([, form]) => mutate(form)) ? [code] : [])),
  );
  // What no shipped form has a place for has a form of its own (lint.test.ts).
  expect(placed.size).toBeGreaterThan(50);
  for (const off of placed) {
    const without: Check = (definition, beside) =>
      lint(definition, beside).filter(({ code }) => code !== off);
    const fault = mutations.filter(([code]) => code === off);
    expect([off, undetected(without, fault).length > 0]).toEqual([off, true]);
  }
});

test('a rule that finds too much is noticed', () => {
  const zealous: Check = (definition, beside) => [
    ...lint(definition, beside),
    { code: 'duplicate-label', severity: 'advice', questions: [] },
  ];
  expect(undetected(zealous).length).toBeGreaterThan(forms.length * 10);
});
