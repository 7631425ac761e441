// What a link brings along for questions that nobody fills in (?from=poster): kept for this form until the browser is
// closed, because the way from the link to the form may lead over the choice of a building.
import { getCookie, setCookie } from 'hono/cookie';
import type { Values } from '../../schema/api/page.ts';
import type { Definition } from '../../schema/form/definition.ts';
import type { PageContext } from './visit.ts';

const cookie = 'linli_link';
/** Letters of one value. */
const longest = 100;

/** By question id; what the address says goes before what was kept. */
export function linkValues(c: PageContext, slug: string, { questions }: Definition): Values {
  const asked = questions.flatMap((question) => (question.type === 'hidden' ? [question] : []));
  if (asked.length === 0) return {};
  const kept = new URLSearchParams(getCookie(c, cookie) ?? '');
  const found = asked.flatMap(({ id, param }) => {
    const value = (c.req.query(param) ?? kept.get(param) ?? '').slice(0, longest);
    return value === '' ? [] : [{ id, param, value }];
  });
  if (found.some(({ param }) => c.req.query(param)))
    setCookie(c, cookie, new URLSearchParams(found.map(({ param, value }) => [param, value])).toString(), {
      path: `/f/${slug}`,
      sameSite: 'Lax',
      httpOnly: true,
      secure: c.env.ORIGIN.startsWith('https:'),
    });
  return Object.fromEntries(found.map(({ id, value }) => [id, [value]]));
}
