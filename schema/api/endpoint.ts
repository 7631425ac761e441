// What an endpoint says of itself: method, path, who may call it, what goes in and out. The Worker routes by it, the
// pages call by it, the OpenAPI file and the role × route test are made from it.
import type * as z from 'zod/mini';

export const roles = ['admin', 'editor', 'helper', 'leader'] as const;
export type Role = (typeof roles)[number];

/** What a path parameter of the same name points at; its unit decides whose branch it is. */
export type ObjectKind =
  | 'unit'
  | 'form'
  | 'staff'
  /** the campaign's own unit: who steers it */
  | 'campaign'
  /** any unit that the campaign touches: who may know of it */
  | 'campaign-reach'
  /** a unit in the campaign's frozen tree */
  | 'campaign-unit'
  /** the unit that a response was given for, as frozen */
  | 'response'
  /** the unit that a template stands at: who takes it down */
  | 'template'
  /** that unit, and own units below it: who may start from it */
  | 'template-reach'
  /** the unit of a shared question, or of an own one; those of others do not exist */
  | 'bank-question'
  /** the branch that a roll covers */
  | 'roll'
  /** the unit that an election is held in */
  | 'election'
  /** that unit, and own units in which it has contests: who may know of it */
  | 'election-reach'
  /** the building of a contest, as it was when the contest was made */
  | 'contest'
  /** the branch whose owners vote */
  | 'owner-vote'
  /** the branch that an evaluation is held in */
  | 'evaluation'
  /** that branch, and own units in which somebody is rated: who may know of it */
  | 'evaluation-reach'
  /** the unit of one that is rated */
  | 'evaluation-subject'
  /** the unit that a composed scorecard is kept at */
  | 'scorecard';

export type Policy =
  /** residents and those who sign in */
  | { who: 'anyone' }
  /** whoever holds the secret that the body carries (receipt, invitation, shared card) */
  | { who: 'holder' }
  /** any signed-in staff; what they get is cut to their own branches */
  | { who: 'staff' }
  /** staff with one of the roles at the object's unit or above */
  | { who: 'role'; roles: readonly Role[]; of: ObjectKind };

export interface Io {
  params?: z.ZodMiniType;
  query?: z.ZodMiniType;
  body?: z.ZodMiniType;
  /** absent: no content, or a stream described by `media` */
  output?: z.ZodMiniType;
}

export interface Endpoint<I extends Io = Io, P extends string = string> {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Hono's form: `/api/forms/:form/draft` */
  path: P;
  policy: Policy;
  /** one sentence for the reader of the API */
  says: string;
  /** the shapes, built on first use */
  io: () => I;
  /** most bytes of a body; 256 KiB unless said */
  bodyLimit?: number;
  /** the secret in the body has a pace of its own, so that a building behind one address votes at once; whoever guesses is slowed */
  ownPace?: true;
  /** the body is a file of at most so many bytes, as application/octet-stream with the header x-linli-name */
  octets?: number;
  /** a Cache-Control other than no-store */
  cache?: string;
  /** content types of a streamed answer */
  media?: readonly string[];
}

export type Shape<E, K extends keyof Io> =
  E extends Endpoint<infer I, infer _> ? (I[K] extends z.ZodMiniType ? z.output<I[K]> : undefined) : never;
/** What the caller gives. */
export type Body<E> = Shape<E, 'body'>;
export type Query<E> = Shape<E, 'query'>;
/** What the caller gets. */
export type Output<E> = Shape<E, 'output'>;

type Names<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;
/** Path parameters: as their shape says, else plain ids. */
export type Params<E> =
  E extends Endpoint<infer I, infer P>
    ? I['params'] extends z.ZodMiniType
      ? z.output<I['params']>
      : { [K in Names<P>]: string }
    : never;

export function endpoint<const I extends Io, const P extends string>(spec: Endpoint<I, P>): Endpoint<I, P> {
  let built: I | undefined;
  return {
    ...spec,
    io: () => {
      built ??= spec.io();
      return built;
    },
  };
}

type RolePolicy = Extract<Policy, { who: 'role' }>;
export const anyone: Policy = { who: 'anyone' };
export const holder: Policy = { who: 'holder' };
export const staffOnly: Policy = { who: 'staff' };
/** Admins, editors, helpers and leaders of the branch. */
export const readers = (of: ObjectKind): RolePolicy => ({ who: 'role', roles, of });
export const editors = (of: ObjectKind): RolePolicy => ({ who: 'role', roles: ['admin', 'editor'], of });
/** Who works at a desk or a door. */
export const deskRoles: readonly Role[] = ['admin', 'editor', 'helper'];
export const atDesk = (of: ObjectKind): RolePolicy => ({ who: 'role', roles: deskRoles, of });
export const admins = (of: ObjectKind): RolePolicy => ({ who: 'role', roles: ['admin'], of });
export const boardReaders = (of: ObjectKind): RolePolicy => ({
  who: 'role',
  roles: ['admin', 'editor', 'leader'],
  of,
});
