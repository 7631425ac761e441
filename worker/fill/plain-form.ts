// A plain HTML form post as values by name. Fields of our own begin with a dot, which no question id has.
import type { Values } from '../../schema/api/page.ts';
import type { FormReader } from '../../schema/fields/field.ts';
import { readText, usualLimit } from '../http/body.ts';

export interface PlainForm {
  values: Values;
  reader: FormReader;
  /** a field of our own; '' when it is missing */
  own(name: string): string;
}

/** @throws Refusal too-large */
export async function readPlainForm(request: Request): Promise<PlainForm> {
  const sent = new URLSearchParams(await readText(request, usualLimit));
  const values = new Map<string, string[]>();
  for (const [name, value] of sent)
    if (!name.startsWith('.')) values.set(name, [...(values.get(name) ?? []), value]);
  return {
    values: Object.fromEntries(values),
    reader: (name) => values.get(name) ?? [],
    own: (name) => sent.get(`.${name}`) ?? '',
  };
}
