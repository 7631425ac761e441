// Forms, their drafts and their published versions.
import * as z from 'zod/mini';
import { anyQuestionShape } from '../fields/shapes.ts';
import { definitionShape } from '../form/definition.ts';
import { campaignKinds, definitionProblem, id, maybeWords, rev, time, unitRef } from './common.ts';
import { editors, endpoint, readers, staffOnly } from './endpoint.ts';

export const formSummary = () =>
  z.object({
    id: id(),
    unit: unitRef(),
    kind: z.enum(campaignKinds),
    title: z.string(),
    rev: rev(),
    /** newest published version, 0 when none */
    version: z.int(),
    /** the draft differs from the newest version */
    changed: z.boolean(),
    updatedAt: time(),
    archived: z.boolean(),
    /** whether its runs usually stand on the pages of their buildings */
    listed: z.boolean(),
    campaigns: z.int(),
  });
export type FormSummary = z.infer<ReturnType<typeof formSummary>>;

export const formWithDraft = () =>
  z.object({
    ...formSummary().shape,
    draft: definitionShape(),
    findings: z.array(definitionProblem()),
    /** whether the reader may change it */
    mayEdit: z.boolean(),
  });
export type FormWithDraft = z.infer<ReturnType<typeof formWithDraft>>;

export const listForms = endpoint({
  id: 'listForms',
  method: 'GET',
  path: '/api/forms',
  policy: staffOnly,
  says: 'Forms of the own branches, newest change first.',
  io: () => ({
    query: z.object({
      archived: z.optional(z.literal('1')),
      /** words of the title */
      search: z.optional(z.string().check(z.trim(), z.maxLength(100))),
      after: z.optional(z.string()),
    }),
    output: z.object({ forms: z.array(formSummary()), next: z.nullable(z.string()) }),
  }),
});

export const createForm = endpoint({
  id: 'createForm',
  method: 'POST',
  path: '/api/units/:unit/forms',
  policy: editors('unit'),
  says: 'Create a form in this branch from a definition.',
  bodyLimit: 1_048_576,
  io: () => ({
    body: z.strictObject({
      kind: z.enum(campaignKinds),
      definition: definitionShape(),
      /** true unless said: false for what staff record themselves */
      listed: z.optional(z.boolean()),
    }),
    output: formWithDraft(),
  }),
});

export const getForm = endpoint({
  id: 'getForm',
  method: 'GET',
  path: '/api/forms/:form',
  policy: readers('form'),
  says: 'A form with its draft and what the check before publishing found.',
  io: () => ({ output: formWithDraft() }),
});

export const saveDraft = endpoint({
  id: 'saveDraft',
  method: 'PUT',
  path: '/api/forms/:form/draft',
  policy: editors('form'),
  says: 'Save the draft read at revision `rev`; a stale save is refused and nothing is overwritten.',
  bodyLimit: 1_048_576,
  io: () => ({
    body: z.strictObject({ rev: rev(), definition: definitionShape() }),
    output: formWithDraft(),
  }),
});

export const joinEditors = endpoint({
  id: 'joinEditors',
  method: 'POST',
  path: '/api/forms/:form/editors',
  policy: editors('form'),
  says: 'This window has the form open to write on it; who else has, and the newest revision. Said again every 20 seconds, and forgotten after a minute.',
  io: () => ({
    body: z.strictObject({
      window: z.string().check(z.regex(/^[a-z0-9-]{8,40}$/)),
      /** it is closed, or shows something else */
      leaves: z.optional(z.literal(true)),
    }),
    output: z.object({
      others: z.array(z.object({ name: z.string(), you: z.boolean() })),
      rev: rev(),
    }),
  }),
});

export const publishForm = endpoint({
  id: 'publishForm',
  method: 'POST',
  path: '/api/forms/:form/versions',
  policy: editors('form'),
  says: 'Publish the draft at revision `rev` as a new version, which never changes again.',
  io: () => ({
    body: z.strictObject({ rev: rev(), note: z.optional(maybeWords(200)) }),
    output: z.object({ number: z.int(), sha256: z.string(), publishedAt: time() }),
  }),
});

export const listVersions = endpoint({
  id: 'listVersions',
  method: 'GET',
  path: '/api/forms/:form/versions',
  policy: readers('form'),
  says: 'Published versions, newest first.',
  io: () => ({
    output: z.object({
      versions: z.array(
        z.object({
          number: z.int(),
          sha256: z.string(),
          note: z.string(),
          publishedBy: z.string(),
          publishedAt: time(),
        }),
      ),
    }),
  }),
});

export const getVersion = endpoint({
  id: 'getVersion',
  method: 'GET',
  path: '/api/forms/:form/versions/:number',
  policy: readers('form'),
  says: 'One published version.',
  io: () => ({
    params: z.object({ form: id(), number: z.coerce.number().check(z.minimum(1)) }),
    output: z.object({
      number: z.int(),
      sha256: z.string(),
      definition: definitionShape(),
      publishedAt: time(),
      /** questions of the versions before it that read otherwise in it or are gone, newest first */
      earlier: z.array(anyQuestionShape()),
    }),
  }),
});

export const archiveForm = endpoint({
  id: 'archiveForm',
  method: 'POST',
  path: '/api/forms/:form/archive',
  policy: editors('form'),
  says: 'Put a form away, or bring it back; its versions and campaigns stay.',
  io: () => ({ body: z.strictObject({ rev: rev(), archived: z.boolean() }), output: formSummary() }),
});
