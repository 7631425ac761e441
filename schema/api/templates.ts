// Templates of one's own branch, the bank of questions, and links that show a draft: what new forms start from.
import * as z from 'zod/mini';
import { anyQuestionShape } from '../fields/shapes.ts';
import { definitionShape } from '../form/definition.ts';
import { campaignKinds, id, time, unitRef, words } from './common.ts';
import { editors, endpoint, staffOnly } from './endpoint.ts';

const localTemplate = () =>
  z.object({
    id: id(),
    unit: unitRef(),
    form: id(),
    kind: z.enum(campaignKinds),
    title: z.string(),
    summary: z.string(),
    version: z.int(),
    /** newest published version of the form: setting the template again takes it */
    newest: z.int(),
    setAt: time(),
    /** whether the reader may take it down */
    mayRemove: z.boolean(),
  });
export type LocalTemplate = z.infer<ReturnType<typeof localTemplate>>;

export const listTemplates = endpoint({
  id: 'listTemplates',
  method: 'GET',
  path: '/api/templates',
  policy: staffOnly,
  says: 'Templates at the units where the reader edits, above them and below, newest first, at most 200; `more`: there are others. A template stays when its form is put away.',
  io: () => ({ output: z.object({ templates: z.array(localTemplate()), more: z.boolean() }) }),
});

export const getTemplate = endpoint({
  id: 'getTemplate',
  method: 'GET',
  path: '/api/templates/:template',
  policy: editors('template-reach'),
  says: 'The form that a template is.',
  io: () => ({ output: z.object({ definition: definitionShape(), listed: z.boolean() }) }),
});

export const setTemplate = endpoint({
  id: 'setTemplate',
  method: 'PUT',
  path: '/api/forms/:form/templates/:unit',
  policy: editors('form'),
  says: 'Make the newest published version a template at a unit where the caller edits; again, to renew it.',
  io: () => ({ body: z.strictObject({ summary: words(100) }), output: localTemplate() }),
});

export const removeTemplate = endpoint({
  id: 'removeTemplate',
  method: 'DELETE',
  path: '/api/templates/:template',
  policy: editors('template'),
  says: 'Take a template down; forms that began with it stay.',
  io: () => ({}),
});

const bankQuestion = () =>
  z.object({
    id: id(),
    unit: unitRef(),
    shared: z.boolean(),
    mine: z.boolean(),
    question: anyQuestionShape(),
    mayRemove: z.boolean(),
  });
export type BankQuestion = z.infer<ReturnType<typeof bankQuestion>>;

export const listBank = endpoint({
  id: 'listBank',
  method: 'GET',
  path: '/api/bank',
  policy: staffOnly,
  says: 'Own questions and those shared where the reader edits, above and below; the newest 300.',
  io: () => ({ output: z.object({ questions: z.array(bankQuestion()) }) }),
});

export const keepQuestion = endpoint({
  id: 'keepQuestion',
  method: 'POST',
  path: '/api/units/:unit/bank',
  policy: editors('unit'),
  says: 'Keep a question for oneself, or shared with all who edit in this branch.',
  io: () => ({
    body: z.strictObject({ question: anyQuestionShape(), shared: z.boolean() }),
    output: bankQuestion(),
  }),
});

export const removeFromBank = endpoint({
  id: 'removeFromBank',
  method: 'DELETE',
  path: '/api/bank/:question',
  policy: editors('bank-question'),
  says: 'Take a question out of the bank; forms that took it stay.',
  io: () => ({}),
});

const previewLink = () =>
  z.object({ id: z.string(), createdAt: time(), expiresAt: time(), revoked: z.boolean() });

export const createPreview = endpoint({
  id: 'createPreview',
  method: 'POST',
  path: '/api/forms/:form/previews',
  policy: editors('form'),
  says: 'A link of seven days that shows the draft, as it is then, to people without an account; nothing can be sent. It does not open while the form is put away, and none is made then.',
  io: () => ({ body: z.strictObject({}), output: z.object({ link: z.string(), preview: previewLink() }) }),
});

export const listPreviews = endpoint({
  id: 'listPreviews',
  method: 'GET',
  path: '/api/forms/:form/previews',
  policy: editors('form'),
  says: 'Links to the draft, those that still open first, newest first, at most 50; `more`: there are others.',
  io: () => ({ output: z.object({ previews: z.array(previewLink()), more: z.boolean() }) }),
});

export const revokePreview = endpoint({
  id: 'revokePreview',
  method: 'DELETE',
  path: '/api/forms/:form/previews/:preview',
  policy: editors('form'),
  says: 'End a link to the draft now.',
  io: () => ({ params: z.object({ form: id(), preview: z.string().check(z.maxLength(64)) }) }),
});
