// Templates by words: every word must stand somewhere in its texts, and those that have it in the title come first.
import type { LocalTemplate } from '../../../schema/api/templates.ts';
import type { Template } from '../../../schema/form/templates/template.ts';
import { textsOf } from '../../../schema/form/texts.ts';
import { hasWords } from '../../ui/has-words.ts';

function ranked<T>(
  list: readonly T[],
  words: string,
  title: (one: T) => string,
  texts: (one: T) => string[],
): T[] {
  const has = hasWords(words);
  const found = list.filter((one) => has(texts(one).join('\n')));
  const first = found.filter((one) => has(title(one)));
  return [...first, ...found.filter((one) => !first.includes(one))];
}

/** `nameOf` a group, as it is read on the page, is looked through too. */
export const findTemplates = (
  templates: readonly Template[],
  words: string,
  nameOf: (group: Template['group']) => string,
): Template[] =>
  ranked(
    templates,
    words,
    ({ definition }) => definition.title,
    ({ group, summary, definition }) => [
      nameOf(group),
      ...Object.values(summary),
      ...textsOf(definition).map(({ text }) => text),
    ],
  );

/** Those of the branch, of which only what the list says is known. */
export const findLocal = (templates: readonly LocalTemplate[], words: string): LocalTemplate[] =>
  ranked(
    templates,
    words,
    ({ title }) => title,
    ({ title, summary, unit }) => [title, summary, unit.name],
  );
