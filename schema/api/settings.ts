// Settings of a root unit, and the history of acts.
import * as z from 'zod/mini';
import { maybeWords, rev, time } from './common.ts';
import { admins, anyone, endpoint } from './endpoint.ts';

export const settingsBody = () =>
  z.object({
    /** filled into new campaigns */
    organiser: maybeWords(50),
    phone: maybeWords(30),
    /** footer: ICP and public-security filing numbers */
    icp: maybeWords(60),
    police: maybeWords(60),
    /** title and picture of links shared in chats; empty: the campaign's own title, the shipped picture */
    shareTitle: maybeWords(60),
    sharePicture: z.union([
      z.literal(''),
      z.string().check(z.maxLength(200_000), z.regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/)),
    ]),
    /** files that prove a domain to WeChat and others: served as text at the root of the site */
    domainFiles: z
      .array(
        z.object({
          name: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,60}\.(txt|html)$/)),
          content: z.string().check(z.maxLength(500)),
        }),
      )
      .check(z.maxLength(10)),
    privacy: maybeWords(5000),
    /** the city is made up: every page says so */
    demo: z.boolean(),
  });
export type Settings = z.infer<ReturnType<typeof settingsBody>>;

export const noSettings: Settings = {
  organiser: '',
  phone: '',
  icp: '',
  police: '',
  shareTitle: '',
  sharePicture: '',
  domainFiles: [],
  privacy: '',
  demo: false,
};

export const getSettings = endpoint({
  id: 'getSettings',
  method: 'GET',
  path: '/api/units/:unit/settings',
  policy: { who: 'role', roles: ['admin', 'editor'], of: 'unit' },
  says: 'The settings that hold for this unit: those of its root.',
  io: () => ({ output: z.object({ settings: settingsBody(), rev: z.int(), mayEdit: z.boolean() }) }),
});

export const saveSettings = endpoint({
  id: 'saveSettings',
  method: 'PUT',
  path: '/api/units/:unit/settings',
  policy: admins('unit'),
  says: 'Save the settings of a root unit, read at revision `rev`.',
  bodyLimit: 524_288,
  io: () => ({
    body: z.strictObject({ rev: z.int(), settings: settingsBody() }),
    output: z.object({ rev: rev() }),
  }),
});

export const listAudit = endpoint({
  id: 'listAudit',
  method: 'GET',
  path: '/api/units/:unit/audit',
  policy: admins('unit'),
  says: 'What staff did in this branch, newest first, 50 a page. One request looks at 5,000 entries at most, so in a long history a page may hold fewer, or none, although `next` leads on.',
  io: () => ({
    query: z.object({
      before: z.optional(z.coerce.number().check(z.minimum(1))),
      /** part of a name or login, or `system` */
      who: z.optional(z.string().check(z.maxLength(64))),
      /** what the act was about: the word before its dot */
      about: z.optional(z.string().check(z.regex(/^[a-z]{1,20}$/))),
      /** milliseconds since 1970: from this moment on, and before that one */
      from: z.optional(z.coerce.number()),
      to: z.optional(z.coerce.number()),
    }),
    output: z.object({
      entries: z.array(
        z.object({
          seq: z.int(),
          at: time(),
          actor: z.string(),
          act: z.string(),
          target: z.string(),
          detail: z.record(z.string(), z.unknown()),
        }),
      ),
      next: z.nullable(z.int()),
    }),
  }),
});

export const health = endpoint({
  id: 'health',
  method: 'GET',
  path: '/api/health',
  policy: anyone,
  says: 'Whether the Worker and its database answer.',
  io: () => ({ output: z.object({ ok: z.boolean() }) }),
});
