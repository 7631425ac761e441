// Takes in the chunks that a page needs, before it starts.
import type { Field } from '../../schema/fields/field.ts';
import { fields } from '../../schema/fields/registry.phone.ts';
import { type LoadedRules, learnRules } from '../../schema/logic/rules.phone.ts';
import type { Control } from './fields/control.ts';
import { controls } from './fields/registry.phone.ts';
import type { CorrectionApp } from './live/correction.tsx';
import type { FoundUnits } from './live/picker.tsx';
import type { ReceiptTools } from './live/receipt-tools.tsx';
import type { Review } from './parts/review.tsx';

/** What a chunk may hold: a question type, the rules of forms, or a part of a page. */
export interface Chunk extends Partial<LoadedRules> {
  field?: Field;
  control?: Control;
  CorrectionApp?: typeof CorrectionApp;
  FoundUnits?: typeof FoundUnits;
  ReceiptTools?: typeof ReceiptTools;
  Review?: typeof Review;
}

/** `addresses` by name; what comes that is neither a type nor rules is given back. */
export async function loadChunks(addresses: Readonly<Record<string, string>>): Promise<Chunk> {
  const parts: Chunk = {};
  await Promise.all(
    Object.entries(addresses).map(async ([name, address]) => {
      const { field, control, rulesOf, compares, ...part } = (await import(address)) as Chunk;
      if (field) fields[name] = field;
      if (control) controls[name] = control;
      if (rulesOf && compares) learnRules({ rulesOf, compares });
      Object.assign(parts, part);
    }),
  );
  return parts;
}
