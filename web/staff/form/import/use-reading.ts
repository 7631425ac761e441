// What stands in the text, or in a file, as a form: read again when the writer pauses; types that were changed by hand
// stay changed while the text goes on being written.
import { useMemo, useState } from 'preact/hooks';
import type { FieldType } from '../../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import type { Reading, TextReading } from '../../../../schema/form/reading.ts';
import { readText } from '../../../../schema/form/text/read-text.ts';
import { useSettled } from '../use-settled.ts';
import { decidersOf, retypedHere } from './retyped-here.ts';

export interface ReadOf {
  /** the text that was read, which may be older than what stands in the field */
  text: string;
  reading: TextReading;
}

type Types = ReadonlyMap<string, FieldType>;

/** A question is known again by its title, and by how many have the same title before it. */
function keysOf(questions: readonly Question[]): string[] {
  const seen = new Map<string, number>();
  return questions.map(({ title }) => {
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    return `${count} ${title}`;
  });
}

function withTypes(definition: Definition, types: Types): Definition {
  const keys = keysOf(definition.questions);
  const deciders = decidersOf(definition);
  return {
    ...definition,
    questions: definition.questions.map((question, index) => {
      const type = types.get(keys[index] ?? '');
      return (type && retypedHere(question, type, deciders)) ?? question;
    }),
  };
}

interface Made {
  /** as it was read */
  reading: Reading;
  /** absent where a file is the form itself */
  ofText: ReadOf | undefined;
  /** with the types that were chosen */
  definition: Definition;
}

export function useReading(text: string, ofFile: Reading | undefined) {
  const paused = useSettled(text);
  // A text that was emptied is not waited for.
  const settled = text.trim() === '' ? text : paused;
  const [types, setTypes] = useState<Types>(new Map());
  const made = useMemo((): Made | undefined => {
    const ofText =
      ofFile || settled.trim() === '' ? undefined : { text: settled, reading: readText(settled) };
    const reading = ofFile ?? ofText?.reading;
    return reading && { reading, ofText, definition: withTypes(reading.definition, types) };
  }, [settled, ofFile, types]);
  const choose = (question: Question, type: FieldType) => {
    const at = made?.definition.questions.findIndex(({ id }) => id === question.id) ?? -1;
    const key = keysOf(made?.reading.definition.questions ?? [])[at];
    if (key !== undefined) setTypes(new Map([...types, [key, type]]));
  };
  /** Of what stands there now, pause or not. */
  const latest = (): Definition | undefined => {
    if (ofFile) return withTypes(ofFile.definition, types);
    return text.trim() === '' ? undefined : withTypes(readText(text).definition, types);
  };
  return { made, choose, latest };
}
