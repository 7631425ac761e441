// Rolls over HTTP.
import * as contract from '../../schema/api/rolls.ts';
import { type App, route } from '../http/route.ts';
import { changeEntry } from './change-entry.ts';
import { createRoll, updateRoll } from './change-roll.ts';
import { correctRoll, freezeRoll } from './freeze.ts';
import { importEntries } from './import-entries.ts';
import { makeLetters, markPrinted, revokeLetters } from './letters.ts';
import { exportRoll } from './lines.ts';
import { addObjection, answerObjection, listObjections } from './objections.ts';
import { getRoll, listEntries, listRolls } from './read.ts';

export function rollRoutes(app: App): void {
  route(app, contract.listRolls, listRolls);
  route(app, contract.createRoll, (call, { params, body }) => createRoll(call, params.unit, body));
  route(app, contract.getRoll, (call, { params }) => getRoll(call, params.roll));
  route(app, contract.updateRoll, (call, { params, body }) => updateRoll(call, params.roll, body));
  route(app, contract.listEntries, (call, { params, query }) => listEntries(call, params.roll, query));
  route(app, contract.importEntries, (call, { params, body }) => importEntries(call, params.roll, body));
  route(app, contract.changeEntry, (call, { params, body }) => changeEntry(call, params, body));
  route(app, contract.listObjections, (call, { params }) => listObjections(call, params.roll));
  route(app, contract.addObjection, (call, { params, body }) => addObjection(call, params.roll, body));
  route(app, contract.answerObjection, (call, { params, body }) => answerObjection(call, params, body));
  route(app, contract.freezeRoll, (call, { params, body }) => freezeRoll(call, params.roll, body.rev));
  route(app, contract.correctRoll, (call, { params }) => correctRoll(call, params.roll));
  route(app, contract.exportRoll, (call, { params, query }) => exportRoll(call, params.roll, query));
  route(app, contract.makeLetters, (call, { params, body }) => makeLetters(call, params.roll, body));
  route(app, contract.markPrinted, (call, { params, body }) => markPrinted(call, params.roll, body));
  route(app, contract.revokeLetters, (call, { params, body }) => revokeLetters(call, params.roll, body));
}
