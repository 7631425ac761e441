// In which language a form meets its visitor: the one that was asked for or remembered, else the first that the browser
// names and the form has, else the form's own.
import type { Facts } from '../../schema/api/fill.ts';
import type { Frame } from '../../schema/api/page.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { localize, ownTongue, tonguesOf } from '../../schema/form/localize.ts';
import { interfaceOf, isTongue, type Tongue } from '../../schema/words/tongues.ts';
import { askedCare, askedTongue, type PageContext } from './visit.ts';

/** `fr-CA, fr;q=0.9, en;q=0.8` → its languages in their order. */
const browsers = (header: string | undefined) =>
  (header ?? '').split(',').flatMap((part) => {
    const tag = part.split(';')[0]?.trim() ?? '';
    if (/^zh-(hant|tw|hk|mo)\b/i.test(tag)) return ['zh-Hant', 'zh'];
    return [tag.split('-')[0]?.toLowerCase() ?? ''];
  });

function choose(c: PageContext, definition: Definition): Tongue {
  const offered = tonguesOf(definition);
  const asked = askedTongue(c);
  const wanted = asked ? [asked, interfaceOf(asked)] : browsers(c.req.header('accept-language'));
  return wanted.filter(isTongue).find((one) => offered.includes(one)) ?? ownTongue(definition);
}

interface Met {
  facts: Facts;
  definition: Definition;
}

/** The form and what stands around it in the visitor's language and size. */
export function inTongue<F extends Frame, M extends Met>(
  c: PageContext,
  frame: F,
  met: M,
): { frame: F; met: M } {
  const { definition } = met;
  const tongue = choose(c, definition);
  const language = askedTongue(c) || tongue === ownTongue(definition) ? frame.language : interfaceOf(tongue);
  const told = localize(definition, tongue, language);
  const tongues = tonguesOf(definition);
  return {
    frame: {
      ...frame,
      language,
      care: askedCare(c) ?? met.facts.care,
      ...(tongues.length > 1 && { tongue, tongues }),
    },
    met: {
      ...met,
      definition: told,
      // A run may have a title of its own.
      facts: told.title === definition.title ? met.facts : { ...met.facts, title: told.title },
    },
  };
}
