// Forms, drafts and versions over HTTP.
import * as contract from '../../schema/api/forms.ts';
import { definitionShape } from '../../schema/form/definition.ts';
import { Refusal } from '../http/refusal.ts';
import { type App, route } from '../http/route.ts';
import { archiveForm, createForm, mustReadForm, saveDraft } from './draft.ts';
import { joinEditors } from './editors.ts';
import { earlierOf, summary, withDraft } from './present.ts';
import { publish } from './publish.ts';
import { listForms, listVersions, readVersion } from './store.ts';

const page = 50;

export function formRoutes(app: App): void {
  route(app, contract.listForms, async ({ db, actor }, { query }) => {
    const [, at, id] = /^(\d+)\.([a-z0-9]+)$/.exec(query.after ?? '') ?? [];
    const rows = await listForms(db, {
      units: actor.grants.map((grant) => grant.unit),
      archived: query.archived === '1',
      search: query.search ?? '',
      before: at && id ? { at: Number(at), id } : undefined,
      limit: page + 1,
    });
    const last = rows.length > page ? rows[page - 1] : undefined;
    return { forms: rows.slice(0, page).map(summary), next: last ? `${last.updated_at}.${last.id}` : null };
  });

  route(app, contract.createForm, (call, { params, body }) => createForm(call, { ...params, ...body }));

  route(app, contract.getForm, async ({ db, actor }, { params }) =>
    withDraft(db, await mustReadForm(db, params.form), actor),
  );

  route(app, contract.saveDraft, (call, { params, body }) => saveDraft(call, { ...params, ...body }));

  route(app, contract.joinEditors, (call, { params, body }) => joinEditors(call, { ...params, ...body }));

  route(app, contract.publishForm, (call, { params, body }) => publish(call, { ...params, ...body }));

  route(app, contract.listVersions, async ({ db }, { params }) => ({
    versions: (await listVersions(db, params.form)).map((version) => ({
      number: version.number,
      sha256: version.sha256,
      note: version.note,
      publishedBy: version.publisher ?? '',
      publishedAt: version.published_at,
    })),
  }));

  route(app, contract.getVersion, async ({ db }, { params }) => {
    const version = await readVersion(db, params.form, params.number);
    if (!version) throw new Refusal('not-found');
    return {
      number: version.number,
      sha256: version.sha256,
      definition: definitionShape().parse(JSON.parse(version.definition)),
      publishedAt: version.published_at,
      earlier: await earlierOf(db, params.form, params.number),
    };
  });

  route(app, contract.archiveForm, (call, { params, body }) => archiveForm(call, { ...params, ...body }));
}
