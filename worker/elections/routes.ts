// Elections as residents read them.
import * as contract from '../../schema/api/public-elections.ts';
import { type App, publicRoute } from '../http/route.ts';
import { publicContest, publicElection } from './public.ts';

export function electionRoutes(app: App): void {
  publicRoute(app, contract.getPublicElection, (call, { params, query }) =>
    publicElection(call, { ...params, ...query }),
  );
  publicRoute(app, contract.getPublicContest, (call, { params }) => publicContest(call, params));
}
