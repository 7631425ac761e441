// What staff did, for the admins of a branch.
import { listAudit as contract } from '../../schema/api/settings.ts';
import { type App, route } from '../http/route.ts';
import { listAudit } from './list.ts';

export function auditRoutes(app: App): void {
  route(app, contract, (call, { params, query }) => listAudit(call, params.unit, query));
}
