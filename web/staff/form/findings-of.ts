// Everything that the check before publishing finds in a draft as it stands here, blanks included.
import type { Definition } from '../../../schema/form/definition.ts';
import { type Earlier, type Finding, lint } from '../../../schema/form/lint.ts';
import { textsOf } from '../../../schema/form/texts.ts';
import { blanksOf } from './blanks.ts';
import type { Code } from './finding-words.ts';

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
    ...placedBlanks(definition),
    ...lint(definition, { published: published?.definition, earlier: published?.earlier }),
  ];
  known.set(definition, { published, found });
  return found;
}
/** Blanks with their place: of a question the first of its labels that is blank. */
const placedBlanks = (definition: Definition): Found[] =>
  blanksOf(definition).map((blank) => {
    const question = definition.questions.find(({ id }) => id === blank.questions[0]);
    if (!question) return { ...blank, at: 'title' };
    const first = textsOf(question).find(({ text, key }) => key !== 'title' && text.trim() === '');
    const at = blank.code === 'label-missing' ? first?.address.replace(/\.label$/, '') : 'title';
    return { ...blank, at: `q.${question.id}.${at}` };
  });

export const errorsOf = (found: readonly Found[]) => found.filter((one) => one.severity === 'error');
