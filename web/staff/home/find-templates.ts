// Templates by words: every word must stand somewhere in its texts, and those that have it in the title come first.
import type { Template } from '../../../schema/form/templates/template.ts';
import { textsOf } from '../../../schema/form/texts.ts';

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** `nameOf` a group, as it is read on the page, is looked through too. */
export function findTemplates(
  templates: readonly Template[],
  words: string,
  nameOf: (group: Template['group']) => string,
): Template[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  const has = (text: string) => wanted.every((word) => plain(text).includes(word));
  const found = templates.filter((template) =>
    has(
      [
        nameOf(template.group),
        ...Object.values(template.summary),
        ...textsOf(template.definition).map(({ text }) => text),
      ].join('\n'),
    ),
  );
  const first = found.filter(({ definition }) => has(definition.title));
  return [...first, ...found.filter((template) => !first.includes(template))];
}
