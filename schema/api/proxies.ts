// Voting for another 委托投票: the register of a contest, by entries of its roll. What does not stand is refused at once, so
// the register is the list that is published.
import * as z from 'zod/mini';
import { id, ruleSources, words } from './common.ts';
import { editors, endpoint } from './endpoint.ts';

const person = () => z.object({ entry: id(), stairwell: z.string(), door: z.string(), name: z.string() });

const register = () =>
  z.object({
    contest: id(),
    title: z.string(),
    name: z.string(),
    above: z.string(),
    election: id(),
    roll: z.nullable(id()),
    unit: id(),
    /** null: these rules let nobody vote for another */
    rule: z.nullable(
      z.object({
        limit: z.int(),
        relativesOnly: z.boolean(),
        /** the last day to ask, YYYY-MM-DD */
        applyBy: z.string(),
        /** the last day to publish the list */
        publishBy: z.string(),
        sources: ruleSources(),
      }),
    ),
    /** in the order of the doors of those who are away */
    proxies: z.array(
      z.object({ principal: person(), holder: person(), relation: z.string(), day: z.string() }),
    ),
    /** entries of the building, to choose from */
    electors: z.array(person()),
    open: z.boolean(),
  });
export type ProxyRegister = z.infer<ReturnType<typeof register>>;

export const listProxies = endpoint({
  id: 'listProxies',
  method: 'GET',
  path: '/api/contests/:contest/proxies',
  policy: editors('contest'),
  says: 'Who votes for whom in a contest, the rule for it, and the electors of its building.',
  io: () => ({ output: register() }),
});

export const addProxy = endpoint({
  id: 'addProxy',
  method: 'PUT',
  path: '/api/contests/:contest/proxies/:principal',
  policy: editors('contest'),
  says: 'Enter that an elector who is away lets another vote, on the written form. Refused with the reason where the rules do not let it stand.',
  io: () => ({
    body: z.strictObject({
      holder: id(),
      relation: words(20),
      /** a near relative of who is away */
      relative: z.boolean(),
      /** the written form is at hand */
      written: z.boolean(),
    }),
    output: register(),
  }),
});

export const withdrawProxy = endpoint({
  id: 'withdrawProxy',
  method: 'DELETE',
  path: '/api/contests/:contest/proxies/:principal',
  policy: editors('contest'),
  says: 'Take a proxy back: who was away votes themselves, or lets another.',
  io: () => ({ output: register() }),
});
