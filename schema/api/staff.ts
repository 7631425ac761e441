// Accounts of staff, kept by the admins of their branch.
import * as z from 'zod/mini';
import { id, rev, role, time, unitRef, words } from './common.ts';
import { admins, endpoint } from './endpoint.ts';

const login = () => z.string().check(z.trim(), z.toLowerCase(), z.regex(/^[a-z0-9][a-z0-9._@-]{1,63}$/));
const grants = () =>
  z.array(z.strictObject({ role: role(), unit: id() })).check(z.minLength(1), z.maxLength(50));

export const account = () =>
  z.object({
    id: id(),
    login: z.string(),
    name: z.string(),
    disabled: z.boolean(),
    /** has set a password */
    active: z.boolean(),
    rev: rev(),
    grants: z.array(z.object({ role: role(), unit: unitRef() })),
  });
export type Account = z.infer<ReturnType<typeof account>>;

/** A link to set a password with: shown once, as text and QR. The secret is in the fragment. */
const invitationLink = () => z.object({ link: z.string(), expiresAt: time() });

export const listStaff = endpoint({
  id: 'listStaff',
  method: 'GET',
  path: '/api/units/:unit/staff',
  policy: admins('unit'),
  says: 'Accounts that belong to this branch, by login.',
  io: () => ({
    query: z.object({ after: z.optional(z.string()), search: z.optional(z.string()) }),
    output: z.object({ accounts: z.array(account()), next: z.nullable(z.string()) }),
  }),
});

export const createStaff = endpoint({
  id: 'createStaff',
  method: 'POST',
  path: '/api/units/:unit/staff',
  policy: admins('unit'),
  says: 'Create an account in this branch; answers with an invitation link.',
  io: () => ({
    body: z.strictObject({ login: login(), name: words(50), grants: grants() }),
    output: z.object({ account: account(), invitation: invitationLink() }),
  }),
});

export const importStaff = endpoint({
  id: 'importStaff',
  method: 'POST',
  path: '/api/units/:unit/staff/import',
  policy: admins('unit'),
  says: 'Create accounts from the rows of a sheet; every row that could not be used is named with its reason.',
  bodyLimit: 1_048_576,
  io: () => ({
    body: z.strictObject({
      rows: z
        .array(
          z.strictObject({ login: z.string(), name: z.string(), role: z.string(), unitCode: z.string() }),
        )
        .check(z.minLength(1), z.maxLength(500)),
      /** only the report: nothing is stored, and links are empty */
      dryRun: z.optional(z.boolean()),
    }),
    output: z.object({
      created: z.array(z.object({ login: z.string(), name: z.string(), link: z.string() })),
      refused: z.array(z.object({ row: z.int(), login: z.string(), reason: z.string() })),
    }),
  }),
});

export const updateStaff = endpoint({
  id: 'updateStaff',
  method: 'PATCH',
  path: '/api/staff/:staff',
  policy: admins('staff'),
  says: 'Change name, roles or whether the account may be used; its sessions end when roles or use change.',
  io: () => ({
    body: z.strictObject({
      rev: rev(),
      name: z.optional(words(50)),
      disabled: z.optional(z.boolean()),
      grants: z.optional(grants()),
    }),
    output: account(),
  }),
});

export const resetStaff = endpoint({
  id: 'resetStaff',
  method: 'POST',
  path: '/api/staff/:staff/invitation',
  policy: admins('staff'),
  says: 'A new link to set a password; the old password and all sessions end.',
  io: () => ({ body: z.strictObject({}), output: invitationLink() }),
});
