// The tree over HTTP.
import * as contract from '../../schema/api/units.ts';
import { type App, route } from '../http/route.ts';
import { replaceBuildingCode } from './building-code.ts';
import { createUnit } from './create-unit.ts';
import { importUnits } from './import-units.ts';
import { moveUnit } from './move-unit.ts';
import { getUnit, listSubtree, searchUnits } from './read-units.ts';
import { restoreUnit } from './restore-unit.ts';
import { retireUnit } from './retire-unit.ts';
import { updateUnit } from './update-unit.ts';

export function unitRoutes(app: App): void {
  route(app, contract.searchUnits, (call, { query }) => searchUnits(call, query));
  route(app, contract.getUnit, (call, { params }) => getUnit(call, params.unit));
  route(app, contract.listSubtree, (call, { params }) => listSubtree(call, params.unit));
  route(app, contract.createUnit, (call, { params, body }) => createUnit(call, params.unit, body));
  route(app, contract.updateUnit, (call, { params, body }) => updateUnit(call, params.unit, body));
  route(app, contract.moveUnit, (call, { params, body }) => moveUnit(call, params.unit, body));
  route(app, contract.retireUnit, (call, { params, body }) => retireUnit(call, params.unit, body.rev));
  route(app, contract.restoreUnit, (call, { params, body }) => restoreUnit(call, params.unit, body.rev));
  route(app, contract.importUnits, (call, { params, body }) => importUnits(call, params.unit, body));
  route(app, contract.replaceBuildingCode, (call, { params }) => replaceBuildingCode(call, params.unit));
}
