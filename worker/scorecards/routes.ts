// Boards over HTTP: cards, what they can be compared with, and links to them.
import {
  createShare as createShareContract,
  listShares as listSharesContract,
  revokeShare as revokeShareContract,
} from '../../schema/api/campaigns.ts';
import { listPublications, publishCampaign } from '../../schema/api/publications.ts';
import {
  boardWords as boardWordsContract,
  comparable as comparableContract,
  getScorecard,
  getShared as getSharedContract,
} from '../../schema/api/scorecards.ts';
import { publicThreshold } from '../../schema/measures/suppression.ts';
import { type App, publicRoute, route } from '../http/route.ts';
import { comparable, scorecard } from './card.ts';
import { publishNow } from './publication/make.ts';
import { publications } from './publication/read.ts';
import { createShare, getShared, listShares, revokeShare } from './shares.ts';
import { tagOf } from './tag.ts';
import { boardWords } from './words.ts';

const unchanged = getScorecard.cache ?? '';

export function scorecards(app: App): void {
  route(app, getScorecard, async (call, { params, query }, c) => {
    const asked = { ...params, compare: query.compare, k: query.k && publicThreshold };
    const known = c.req.header('if-none-match');
    const tag = await tagOf(call, asked);
    if (known === tag)
      return new Response(null, { status: 304, headers: { etag: tag, 'cache-control': unchanged } });
    c.header('etag', tag);
    return scorecard(call, asked);
  });
  route(app, boardWordsContract, (call, { params, query }) => boardWords(call, { ...params, ...query }));
  route(app, comparableContract, (call, { params }) => comparable(call, params.campaign, params.unit));
  route(app, createShareContract, (call, { params, body }) =>
    createShare(call, params.campaign, params.unit, body.days),
  );
  route(app, listSharesContract, (call, { params }) => listShares(call, params.campaign, params.unit));
  route(app, revokeShareContract, (call, { params }) =>
    revokeShare(call, params.campaign, params.unit, params.share),
  );
  route(app, publishCampaign, (call, { params, body }) => publishNow(call, params.campaign, body.note));
  route(app, listPublications, (call, { params }) => publications(call, params.campaign, params.unit));
  publicRoute(app, getSharedContract, (call, { body }) => getShared(call, body.token));
}
