// Elections: what residents read and send, and what staff set up and steer.
import * as staff from '../../schema/api/elections.ts';
import * as open from '../../schema/api/public-elections.ts';
import { deviceEntry } from '../fill/device.ts';
import { readFile } from '../http/body.ts';
import { type App, publicRoute, route } from '../http/route.ts';
import { ballotRoutes } from './ballots/routes.ts';
import { addCandidate, decideCandidate, importCandidates } from './candidates.ts';
import { countingRoutes } from './counting/routes.ts';
import { createElection } from './create.ts';
import { nominate } from './nominate.ts';
import { addObjection, answerObjection } from './objections.ts';
import { keepPhoto } from './photo.ts';
import { publicContest, publicElection } from './public.ts';
import { getContest, getElection, listContests, listElections } from './read.ts';
import { createRound } from './rounds.ts';
import { cancelContests, updateElection } from './update.ts';

export function electionRoutes(app: App): void {
  publicRoute(app, open.getPublicElection, (call, { params, query }) =>
    publicElection(call, { ...params, ...query }),
  );
  publicRoute(app, open.getPublicContest, (call, { params }) => publicContest(call, params));
  publicRoute(app, open.nominate, async (call, { params, body }, c) =>
    nominate(call, { ...params, ...body, device: await deviceEntry(c, params.contest) }),
  );
  route(app, staff.listElections, (call, { query }) => listElections(call, query));
  route(app, staff.createElection, (call, { params, body }) => createElection(call, params, body));
  route(app, staff.getElection, (call, { params }) => getElection(call, params.election));
  route(app, staff.updateElection, (call, { params, body }) => updateElection(call, params.election, body));
  route(app, staff.cancelContests, (call, { params, body }) => cancelContests(call, params.election, body));
  route(app, staff.listContests, (call, { params }) => listContests(call, params.election));
  route(app, staff.getContest, (call, { params }) => getContest(call, params.contest));
  route(app, staff.addCandidate, (call, { params, body }) => addCandidate(call, params.contest, body));
  route(app, staff.importCandidates, (call, { params, body }) =>
    importCandidates(call, params.election, body),
  );
  route(app, staff.decideCandidate, (call, { params, body }) => decideCandidate(call, params, body));
  route(app, staff.uploadPhoto, async (call, { params }, c) =>
    keepPhoto(call, c.env.FILES, params, await readFile(c.req.raw, staff.uploadPhoto.octets ?? 0)),
  );
  route(app, staff.addContestObjection, (call, { params, body }) => addObjection(call, params.contest, body));
  route(app, staff.answerContestObjection, (call, { params, body }) => answerObjection(call, params, body));
  route(app, staff.createRound, (call, { params, body }) => createRound(call, params.contest, body.vote));
  ballotRoutes(app);
  countingRoutes(app);
}
