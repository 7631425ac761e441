// Counting by hand, and what comes of it, over HTTP.
import * as counts from '../../../schema/api/counts.ts';
import * as proxies from '../../../schema/api/proxies.ts';
import * as results from '../../../schema/api/results.ts';
import { type App, publicRoute, route } from '../../http/route.ts';
import { announceResult, announceResults } from './announce.ts';
import { addBatch, changeBatch, enterSheet } from './batches.ts';
import { countAnew, countContest, endVoting } from './count-contest.ts';
import { decideName } from './decide-name.ts';
import { readDesk } from './desk.ts';
import { listPapers } from './papers.ts';
import { addProxy, listProxies, withdrawProxy } from './proxies.ts';
import { listResults, publicResult, readResult, recountContest } from './results.ts';

export function countingRoutes(app: App): void {
  route(app, counts.getCount, (call, { params }) => readDesk(call, params.contest));
  route(app, counts.addBatch, (call, { params, body }) => addBatch(call, params, body));
  route(app, counts.enterSheet, (call, { params, body }) => enterSheet(call, params, body.sheet));
  route(app, counts.changeBatch, (call, { params, body }) => changeBatch(call, params, body));
  route(app, counts.decideName, (call, { params, body }) => decideName(call, params.contest, body));
  route(app, counts.endVoting, async (call, { params }) => {
    await endVoting(call, params.contest);
    return readDesk(call, params.contest);
  });
  route(app, counts.countContest, async (call, { params }) => {
    await countContest(call, params.contest, call.actor.id);
    return readDesk(call, params.contest);
  });

  route(app, counts.countAnew, async (call, { params, body }) => {
    await countAnew(call, params.contest, body);
    return readDesk(call, params.contest);
  });

  route(app, results.listResults, (call, { params }) => listResults(call, params.election));
  route(app, results.getResult, (call, { params }) => readResult(call, params.contest));
  route(app, results.recountContest, (call, { params }) => recountContest(call, params.contest));
  route(app, results.announceResult, (call, { params }) => announceResult(call, params.contest));
  route(app, results.announceResults, (call, { params }) => announceResults(call, params.election));
  route(app, results.listPapers, (call, { params, query }) => listPapers(call, params.election, query));
  publicRoute(app, results.getPublicResult, (call, { params }) => publicResult(call, params));

  route(app, proxies.listProxies, (call, { params }) => listProxies(call, params.contest));
  route(app, proxies.addProxy, (call, { params, body }) => addProxy(call, params, body));
  route(app, proxies.withdrawProxy, (call, { params }) => withdrawProxy(call, params));
}
