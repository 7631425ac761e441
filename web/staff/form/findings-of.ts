// Everything that the check before publishing finds in a draft as it stands here, blanks included.
import type { Definition } from '../../../schema/form/definition.ts';
import { type Earlier, type Finding, lint } from '../../../schema/form/lint.ts';
import { blanksOf } from './blanks.ts';
import type { Code } from './finding-words.ts';
import { tooMuchIn } from './too-much.ts';

export type Found = Omit<Finding, 'code'> & { code: Code };

/** The page is drawn again for many reasons; a definition is checked once. */
const known = new WeakMap<Definition, { published: Published | undefined; found: Found[] }>();

export interface Published {
  definition: Definition;
  earlier: Earlier;
}

/** Blanks first. `published`: the newest published version of the form. */
export function findingsOf(definition: Definition, published?: Published): Found[] {
  const before = known.get(definition);
  if (before && before.published === published) return before.found;
  const found = [
    ...tooMuchIn(definition),
    ...blanksOf(definition),
    ...lint(definition, { published: published?.definition, earlier: published?.earlier }),
  ];
  known.set(definition, { published, found });
  return found;
}
export const errorsOf = (found: readonly Found[]) => found.filter((one) => one.severity === 'error');
