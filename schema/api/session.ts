// Signing in and out, passwords and invitations.
import * as z from 'zod/mini';
import { id, role, unitRef, words } from './common.ts';
import { anyone, endpoint, holder, staffOnly } from './endpoint.ts';

const password = () => z.string().check(z.minLength(1), z.maxLength(200));

export const me = () =>
  z.object({
    id: id(),
    login: z.string(),
    name: z.string(),
    mustChange: z.boolean(),
    grants: z.array(z.object({ role: role(), unit: unitRef(), path: z.string() })),
    /** demo data is loaded: every page says so */
    demo: z.boolean(),
  });
export type Me = z.infer<ReturnType<typeof me>>;

export const signIn = endpoint({
  id: 'signIn',
  method: 'POST',
  path: '/api/session',
  policy: anyone,
  says: 'Sign in with a login and a password; the session is a cookie.',
  io: () => ({ body: z.strictObject({ login: words(64), password: password() }), output: me() }),
});

export const whoAmI = endpoint({
  id: 'whoAmI',
  method: 'GET',
  path: '/api/session',
  policy: staffOnly,
  says: 'Who is signed in, with which roles where.',
  io: () => ({ output: me() }),
});

export const signOut = endpoint({
  id: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  policy: staffOnly,
  says: 'End this session; with ?everywhere=1 all sessions of this account.',
  io: () => ({ query: z.object({ everywhere: z.optional(z.literal('1')) }) }),
});

export const changePassword = endpoint({
  id: 'changePassword',
  method: 'PUT',
  path: '/api/session/password',
  policy: staffOnly,
  says: 'Change the own password; other sessions end.',
  io: () => ({ body: z.strictObject({ current: password(), next: password() }) }),
});

export const acceptInvitation = endpoint({
  id: 'acceptInvitation',
  method: 'POST',
  path: '/api/invitations/accept',
  policy: holder,
  says: 'Set a password by an invitation link and be signed in.',
  io: () => ({ body: z.strictObject({ token: words(100), password: password() }), output: me() }),
});
