// What new forms start from, over HTTP: templates, the bank of questions, links to a draft.
import * as contract from '../../schema/api/templates.ts';
import { type App, route } from '../http/route.ts';
import { keepQuestion, listBank, removeFromBank } from './bank.ts';
import { createPreview, listPreviews, revokePreview } from './preview-links.ts';
import { getTemplate, listTemplates, removeTemplate, setTemplate } from './templates.ts';

export function startRoutes(app: App): void {
  route(app, contract.listTemplates, (call) => listTemplates(call));
  route(app, contract.getTemplate, (call, { params }) => getTemplate(call, params.template));
  route(app, contract.setTemplate, (call, { params, body }) => setTemplate(call, { ...params, ...body }));
  route(app, contract.removeTemplate, (call, { params }) => removeTemplate(call, params.template));

  route(app, contract.listBank, (call) => listBank(call));
  route(app, contract.keepQuestion, (call, { params, body }) => keepQuestion(call, { ...params, ...body }));
  route(app, contract.removeFromBank, (call, { params }) => removeFromBank(call, params.question));

  route(app, contract.createPreview, (call, { params }) => createPreview(call, params.form));
  route(app, contract.listPreviews, (call, { params }) => listPreviews(call, params.form));
  route(app, contract.revokePreview, (call, { params }) => revokePreview(call, params.form, params.preview));
}
