// Figures for reports over HTTP.
import * as contract from '../../schema/api/figures.ts';
import { type App, route } from '../http/route.ts';
import { answersTo, crossed, figures } from './read.ts';

export function figureRoutes(app: App): void {
  route(app, contract.getFigures, (call, { params, query }) => figures(call, { ...params, ...query }));
  route(app, contract.getPairs, (call, { params, query }) => crossed(call, { ...params, ...query }));
  route(app, contract.getSaid, (call, { params, query }) => answersTo(call, { ...params, ...query }));
}
