// A form as it was exported: its definition, held to its shape. Pictures and videos stay where they were stored, so they
// are left out and told.
import { definitionShape } from '../../../../schema/form/definition.ts';
import type { Reading, Unplaced } from '../../../../schema/form/reading.ts';
import { fileIdForm } from '../../../../schema/ids.ts';
import { Unreadable } from './unreadable.ts';

/** @throws Unreadable when it is no form */
export function fromJson(text: string): Reading {
  const { success, data } = definitionShape().safeParse(parsed(text));
  if (!success || !data) throw new Unreadable('not-form');
  const unplaced: Unplaced[] = [];
  const questions = data.questions.map((question, at) =>
    stripped(question, (column) => unplaced.push({ line: at + 1, column, text: question.title })),
  );
  return { definition: { ...data, questions }, unplaced };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new Unreadable('not-form', thrown);
  }
}

/** Keys that name a stored file. */
const files = ['image', 'video'];

function stripped<T>(value: T, lose: (key: string) => void): T;
function stripped(value: unknown, lose: (key: string) => void): unknown {
  if (Array.isArray(value)) return value.map((item) => stripped(item, lose));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (!files.includes(key) || typeof inner !== 'string' || !fileIdForm.test(inner))
        return [[key, stripped(inner, lose)]];
      lose(key);
      return [];
    }),
  );
}
