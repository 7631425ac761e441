// 公布版: what residents and public links see of a run, made from its answers as they stand at one moment.
import * as z from 'zod/mini';
import { time } from './common.ts';
import { boardReaders, editors, endpoint } from './endpoint.ts';

const publication = () =>
  z.object({
    number: z.int(),
    state: z.enum(['making', 'ready']),
    at: time(),
    /** name of whoever made it; '' where the house did, after the run closed */
    by: z.string(),
    note: z.string(),
    /** families decided so far, of all */
    done: z.int(),
    of: z.int(),
  });
export type Publication = z.infer<ReturnType<typeof publication>>;

export const publishCampaign = endpoint({
  id: 'publishCampaign',
  method: 'POST',
  path: '/api/campaigns/:campaign/publications',
  policy: editors('campaign'),
  says: 'Make a publication of the answers as they stand, in steps; called again, go on with the one that is being made.',
  io: () => ({
    body: z.strictObject({ note: z.string().check(z.maxLength(200)) }),
    output: publication(),
  }),
});

export const listPublications = endpoint({
  id: 'listPublications',
  method: 'GET',
  path: '/api/campaigns/:campaign/units/:unit/publications',
  policy: boardReaders('campaign-unit'),
  says: 'Publications of a run, the newest first, and what the public sees of this unit.',
  io: () => ({
    output: z.object({
      publications: z.array(publication()),
      /** answers came, were corrected or went since the newest one */
      behind: z.boolean(),
      /** whether the reader may make one */
      mayMake: z.boolean(),
      /** of the newest one: null where this unit has no public card */
      here: z.nullable(
        z.object({
          /** the publication that its figures are from */
          since: z.int(),
          at: time(),
          n: z.int(),
          /** questions left out, because too little changed in them */
          held: z.array(z.string()),
        }),
      ),
    }),
  }),
});
