// Shapes that several rooms of the contract share.
import * as z from 'zod/mini';
import { localId, objectId } from '../ids.ts';
import { roles } from './endpoint.ts';

export const id = objectId;
/** Made by the sender, so that what is sent twice is one thing. */
export const sentId = () => z.string().check(z.regex(/^[a-z0-9]{16,32}$/));
export const time = () => z.int().check(z.minimum(0));
export const count = () => z.int().check(z.minimum(0));
export const rev = () => z.int().check(z.minimum(1));
export const words = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
/** Words that may be empty. */
export const maybeWords = (max: number) => z.string().check(z.trim(), z.maxLength(max));
export const role = () => z.enum(roles);
export const slug = () => z.string().check(z.regex(/^[a-z0-9]{4,32}$/));
/** Keyset paging: where the page before ended. */
export const after = () => z.optional(z.coerce.number().check(z.minimum(0)));

export const unitKinds = [
  'city',
  'street',
  'community',
  'grid',
  'estate',
  'building',
  'stairwell',
  'place',
] as const;
/** Known kinds have their words; others are data and shown as they are written. */
export const kind = () => z.string().check(z.regex(/^[a-z][a-z0-9-]{0,23}$/));

export const campaignKinds = ['survey', 'evaluation', 'election', 'owner-vote'] as const;
export const accessKinds = ['anyone', 'household', 'roll'] as const;
export const campaignStates = ['open', 'paused', 'closed'] as const;

/** On the spot by paper or hands · by phone, unnamed, three locks · candidates only. */
export const presets = ['spot', 'sealed', 'nominations'] as const;
export const contestStates = [
  'preparing',
  'frozen',
  'open',
  'closed',
  'opened',
  'counted',
  'announced',
  'cancelled',
] as const;

/** Which vote of a building it is. */
export const round = () => z.enum(['first', 'second', 'runOff']);

/** Where a rule comes from: statute: the text rules this vote; analogy: it rules a like vote; local: the organiser decides. */
export const ruleSources = () =>
  z.array(
    z.object({
      text: z.object({ zh: z.string(), en: z.string() }),
      article: z.nullable(z.string()),
      standing: z.enum(['statute', 'analogy', 'local']),
    }),
  );
/** A unit as readers meet it. */
export const unitRef = () => z.object({ id: id(), kind: kind(), name: z.string() });

export const definitionProblem = () =>
  z.object({
    code: z.string(),
    severity: z.enum(['error', 'advice']),
    questions: z.array(localId()),
    /** address of the place: `q.lift.options.yes.showIf`, `endings.no.when`, `title` */
    at: z.optional(z.string()),
    /** words and figures for its sentence */
    args: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
    /** a safe repair (schema/form/lint/fix.ts) */
    fix: z.optional(z.looseObject({ do: z.string() })),
  });
