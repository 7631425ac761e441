// Which building: searched for, or found level by level.
import type { Call } from '../http/context.ts';
import { fillUnitOf, findUnits, openForm } from './open.ts';
import type { Page } from './pages.ts';
import { inTongue } from './tongue.ts';
import { frameOf, lastUnit, type PageContext } from './visit.ts';

export async function choosePage(c: PageContext, call: Call, slug: string): Promise<Page> {
  const asked = c.req.query();
  const search = (asked.search ?? '').slice(0, 50);
  // A unit that does not answer itself, asked for by its id, leads to those below it.
  const parent = asked.parent ?? asked.u;
  const last = lastUnit(c);
  const [opened, around, { units }, above, remembered] = await Promise.all([
    openForm(call, slug),
    frameOf(c, call, slug),
    findUnits(call, slug, { search, parent }),
    parent === undefined ? undefined : fillUnitOf(call, slug, parent),
    last === undefined ? undefined : fillUnitOf(call, slug, last),
  ]);
  const {
    frame,
    met: { facts },
  } = inTongue(c, around, opened);
  return {
    model: {
      ...frame,
      demo: facts.demo,
      page: 'choose',
      facts,
      units,
      search,
      parent: above,
      last: remembered?.answers ? remembered : undefined,
      codeUnknown: asked.b !== undefined,
    },
  };
}
