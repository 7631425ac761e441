// What an endpoint says of itself: method, path, who may call it, what goes in and out. The Worker routes by it, the
// pages call by it, the OpenAPI file and the role × route test are made from it.
import type * as z from 'zod/mini';

export const roles = ['admin', 'editor', 'helper', 'leader'] as const;
export type Role = (typeof roles)[number];

/** What a path parameter of the same name points at; its unit decides whose branch it is. */
export type ObjectKind = 'unit' | 'form' | 'campaign' | 'staff' | 'campaign-unit' | 'response';

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

export interface Endpoint<I extends Io = Io> {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Hono's form: `/api/forms/:form/draft` */
  path: string;
  policy: Policy;
  /** one sentence for the reader of the API */
  says: string;
  /** the shapes, built on first use */
  io: () => I;
  /** most bytes of a body; 256 KiB unless said */
  bodyLimit?: number;
  /** a Cache-Control other than no-store */
  cache?: string;
  /** content types of a streamed answer */
  media?: readonly string[];
}

export type Shape<E, K extends keyof Io> =
  E extends Endpoint<infer I> ? (I[K] extends z.ZodMiniType ? z.output<I[K]> : undefined) : never;
/** What the caller gives. */
export type Body<E> = Shape<E, 'body'>;
export type Query<E> = Shape<E, 'query'>;
export type Params<E> = Shape<E, 'params'>;
/** What the caller gets. */
export type Output<E> = Shape<E, 'output'>;

export function endpoint<const I extends Io>(spec: Endpoint<I>): Endpoint<I> {
  let built: I | undefined;
  return {
    ...spec,
    io: () => {
      built ??= spec.io();
      return built;
    },
  };
}

export const anyone: Policy = { who: 'anyone' };
export const holder: Policy = { who: 'holder' };
export const staffOnly: Policy = { who: 'staff' };
/** Admins, editors, helpers and leaders of the branch. */
export const readers = (of: ObjectKind): Policy => ({ who: 'role', roles, of });
export const editors = (of: ObjectKind): Policy => ({ who: 'role', roles: ['admin', 'editor'], of });
export const admins = (of: ObjectKind): Policy => ({ who: 'role', roles: ['admin'], of });
export const boardReaders = (of: ObjectKind): Policy => ({
  who: 'role',
  roles: ['admin', 'editor', 'leader'],
  of,
});
