// Boards over HTTP: cards, what they can be compared with, and links to them.
import {
  createShare as createShareContract,
  listShares as listSharesContract,
  revokeShare as revokeShareContract,
} from '../../schema/api/campaigns.ts';
import {
  comparable as comparableContract,
  getScorecard,
  getShared as getSharedContract,
} from '../../schema/api/scorecards.ts';
import { type App, publicRoute, route } from '../http/route.ts';
import { comparable, scorecard } from './card.ts';
import { createShare, getShared, listShares, revokeShare } from './shares.ts';

export function scorecards(app: App): void {
  route(app, getScorecard, (call, { params, query }) =>
    scorecard(call, { ...params, compare: query.compare }),
  );
  route(app, comparableContract, (call, { params }) => comparable(call, params.campaign, params.unit));
  route(app, createShareContract, (call, { params, body }) =>
    createShare(call, params.campaign, params.unit, body.days),
  );
  route(app, listSharesContract, (call, { params }) => listShares(call, params.campaign, params.unit));
  route(app, revokeShareContract, (call, { params }) =>
    revokeShare(call, params.campaign, params.unit, params.share),
  );
  publicRoute(app, getSharedContract, (call, { body }) => getShared(call, body.token));
}
