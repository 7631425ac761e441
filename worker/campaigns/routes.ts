// Campaigns over HTTP.
import * as contract from '../../schema/api/campaigns.ts';
import { monthOf } from '../../schema/day.ts';
import { type App, route } from '../http/route.ts';
import { createCampaign } from './create.ts';
import { present } from './present.ts';
import { progress } from './progress.ts';
import { mustReadCampaign } from './read.ts';
import { recount } from './recount.ts';
import { listCampaigns, readScope, runsAsking } from './store.ts';
import { updateCampaign } from './update.ts';

const page = 30;

export function campaignRoutes(app: App): void {
  route(app, contract.listCampaigns, async (call, { query }) => {
    const [, at, id] = /^(\d+)\.([a-z0-9]+)$/.exec(query.before ?? '') ?? [];
    const rows = await listCampaigns(call.db, {
      units: call.actor.grants.map((grant) => grant.unit),
      form: query.form,
      search: query.search ?? '',
      before: at && id ? { at: Number(at), id } : undefined,
      limit: page + 1,
    });
    const last = rows.length > page ? rows[page - 1] : undefined;
    return {
      campaigns: rows.slice(0, page).map((row) => present(call, row)),
      next: last ? `${last.created_at}.${last.id}` : null,
    };
  });

  route(app, contract.createCampaign, (call, { params, body }) =>
    createCampaign(call, { ...params, ...body }),
  );

  route(app, contract.askedAlready, async ({ db }, { params, body: { scope, at } }) => ({
    titles: await runsAsking(db, { ...params, scope, ...monthOf(at) }),
  }));

  route(app, contract.getScope, async ({ db }, { params }) => ({
    scope: await readScope(db, params.campaign),
  }));

  route(app, contract.getCampaign, async (call, { params }) =>
    present(call, await mustReadCampaign(call, params.campaign)),
  );

  route(app, contract.updateCampaign, (call, { params, body }) =>
    updateCampaign(call, { ...params, ...body }),
  );

  route(app, contract.getProgress, (call, { params }) => progress(call, params));

  route(app, contract.recountCampaign, ({ db }, { params }) => recount(db, params.campaign));
}
