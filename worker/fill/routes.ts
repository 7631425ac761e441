// What residents' pages and programs call as JSON. The pages themselves are in pages.ts.
import * as contract from '../../schema/api/fill.ts';
import { type App, publicRoute } from '../http/route.ts';
import { buildingPage } from './building.ts';
import { deviceEntry } from './device.ts';
import { findUnits, openForm, openVersion } from './open.ts';
import { correctReceipt, viewReceipt, withdrawReceipt } from './receipt.ts';
import { submit } from './submit.ts';

export function fillRoutes(app: App): void {
  publicRoute(app, contract.openForm, (call, { params }) => openForm(call, params.slug));
  publicRoute(app, contract.openVersion, (call, { params }) => openVersion(call, params.slug, params.number));
  publicRoute(app, contract.findBuilding, (call, { params, query }) => findUnits(call, params.slug, query));
  publicRoute(app, contract.submit, async (call, { params, body }, c) => {
    const receipt = submit(call, { ...params, ...body, device: await deviceEntry(c, params.slug) });
    // Others may go in the same batch: it goes through although this sender hangs up.
    c.executionCtx.waitUntil(receipt.catch(() => {}));
    return receipt;
  });
  publicRoute(app, contract.viewReceipt, (call, { body }) => viewReceipt(call, body));
  publicRoute(app, contract.correctReceipt, (call, { body }) => correctReceipt(call, body));
  publicRoute(app, contract.withdrawReceipt, (call, { body }, c) => withdrawReceipt(call, c.env.FILES, body));
  publicRoute(app, contract.getBuildingPage, (call, { params }) => buildingPage(call, params.code));
}
