// Votes of owners over HTTP.
import * as contract from '../../schema/api/owner-votes.ts';
import { type App, publicRoute, route } from '../http/route.ts';
import { exportOwnerVote, ownerSignatures } from './evidence.ts';
import { castOwnerBallot, openOwnerLetter } from './letter.ts';
import { enterPaper, serveOwners, voidOwnerBallot } from './paper.ts';
import { getOwnerVote, listOwnerUnits, listOwnerVotes, listVoters } from './read.ts';
import { createOwnerVote, stepOwnerVote, updateOwnerVote } from './steer.ts';

export function ownerVoteRoutes(app: App): void {
  route(app, contract.listOwnerVotes, listOwnerVotes);
  route(app, contract.createOwnerVote, (call, { params, body }) => createOwnerVote(call, params.roll, body));
  route(app, contract.getOwnerVote, (call, { params }) => getOwnerVote(call, params.vote));
  route(app, contract.updateOwnerVote, (call, { params, body }) => updateOwnerVote(call, params.vote, body));
  route(app, contract.stepOwnerVote, (call, { params, body }) => stepOwnerVote(call, params.vote, body));
  route(app, contract.listOwnerUnits, (call, { params, query }) =>
    listOwnerUnits(call, params.vote, query.unit),
  );
  route(app, contract.listVoters, (call, { params }) => listVoters(call, params.vote));
  route(app, contract.serveOwners, (call, { params, body }) => serveOwners(call, params.vote, body));
  route(app, contract.enterPaper, (call, { params, body }) => enterPaper(call, params.vote, body));
  route(app, contract.voidOwnerBallot, (call, { params, body }) => voidOwnerBallot(call, params.vote, body));
  route(app, contract.exportOwnerVote, (call, { params }) => exportOwnerVote(call, params.vote));
  route(app, contract.ownerSignatures, (call, { params, query }, c) =>
    ownerSignatures(call, c.env.FILES, params.vote, query.after ?? ''),
  );
  publicRoute(app, contract.openOwnerLetter, (call, { body }) => openOwnerLetter(call, body));
  publicRoute(app, contract.castOwnerBallot, (call, { body }, c) => castOwnerBallot(call, c.env.FILES, body));
}
