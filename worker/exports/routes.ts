// Files of answers over HTTP.
import { exportResponses } from '../../schema/api/responses.ts';
import { type App, route } from '../http/route.ts';
import { exportBranch } from './export.ts';

export function exportRoutes(app: App): void {
  route(app, exportResponses, (call, { params, query }) => exportBranch(call, { ...params, ...query }));
}
