// Responses of a branch over HTTP.
import * as contract from '../../schema/api/responses.ts';
import { type App, route } from '../http/route.ts';
import { edit, takeOut } from './change.ts';
import { comments, listBranch, oneResponse, reveal } from './read.ts';

export function responseRoutes(app: App): void {
  route(app, contract.listResponses, (call, { params, query }) => listBranch(call, { ...params, ...query }));
  route(app, contract.listComments, (call, { params, query }) => comments(call, { ...params, ...query }));
  route(app, contract.getResponse, (call, { params }) => oneResponse(call, params.campaign, params.response));
  route(app, contract.revealResponse, (call, { params }) => reveal(call, params.campaign, params.response));
  route(app, contract.editResponse, (call, { params, body }) => edit(call, { ...params, ...body }));
  route(app, contract.voidResponse, (call, { params, body }) => takeOut(call, { ...params, ...body }));
}
