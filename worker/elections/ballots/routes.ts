// Secret ballots over HTTP. Casting is given the database and the hour and nothing else: no session, language or address.
import * as ballots from '../../../schema/api/ballots.ts';
import * as boxes from '../../../schema/api/boxes.ts';
import * as tellers from '../../../schema/api/tellers.ts';
import { type App, publicRoute, route } from '../../http/route.ts';
import { countContest } from '../counting/count-contest.ts';
import { addTeller, listTellers, removeTeller, renewLink } from './appoint.ts';
import { checkInByHand, listDoors } from './by-hand.ts';
import { castBallot } from './cast.ts';
import { checkIn } from './check-in.ts';
import { findContests } from './desks.ts';
import { closeDue, openDue, unsignedDue } from './due.ts';
import { freezeContests } from './freeze.ts';
import { openLetter } from './letter.ts';
import { openBallots } from './opened.ts';
import { contestRecord } from './record.ts';
import { rehearse } from './rehearse.ts';
import { ballotSecret } from './secret.ts';
import { commitShares, handShares, openingState, watched } from './shares.ts';
import { signActs, tellerHome, unsignedActs } from './sign.ts';
import { proveCard, registerKeys, testBallot } from './teller-keys.ts';

export function ballotRoutes(app: App): void {
  publicRoute(app, ballots.openLetter, (call, { body }) => openLetter(call, body.secret));
  publicRoute(app, ballots.checkIn, (call, { body }, c) => checkIn(call, ballotSecret(c.env), body));
  publicRoute(app, ballots.cast, ({ db, now }, { body }, c) =>
    castBallot({ db, now }, ballotSecret(c.env), body),
  );
  publicRoute(app, ballots.getRecord, (call, { params }) => contestRecord(call, params.contest));

  route(app, boxes.freezeContests, (call, { params, body }, c) =>
    freezeContests(call, () => ballotSecret(c.env), params.election, body),
  );
  route(app, boxes.openContests, async ({ db, now, actor }, { params }) => {
    const { done, left } = await openDue(db, now, { election: params.election, actor: actor.id });
    return { opened: done, left, unsigned: await unsignedDue(db, now, params.election) };
  });
  route(app, boxes.closeContests, async ({ db, now, actor }, { params }) => {
    const { done, left } = await closeDue(db, now, { election: params.election, actor: actor.id });
    return { closed: done, left };
  });
  route(app, boxes.rehearse, (call, { params }) => rehearse(call, params.election));
  route(app, boxes.findContests, (call, { query }) => findContests(call, query));
  route(app, boxes.listDoors, (call, { params }) => listDoors(call, params.contest));
  route(app, boxes.checkInByHand, (call, { params, body }, c) =>
    checkInByHand(call, () => ballotSecret(c.env), params.contest, body),
  );

  route(app, tellers.listTellers, (call, { params }) => listTellers(call, params.election));
  route(app, tellers.addTeller, (call, { params, body }) => addTeller(call, params.election, body));
  route(app, tellers.renewTellerLink, (call, { params }) => renewLink(call, params));
  route(app, tellers.removeTeller, (call, { params }) => removeTeller(call, params));

  publicRoute(app, tellers.tellerHome, (call, { body }) => tellerHome(call, body.link));
  publicRoute(app, tellers.registerKeys, (call, { body }) => registerKeys(call, body));
  publicRoute(app, tellers.testBallot, (call, { body }, c) =>
    testBallot(call, ballotSecret(c.env), body.link),
  );
  publicRoute(app, tellers.proveCard, (call, { body }, c) => proveCard(call, ballotSecret(c.env), body));
  publicRoute(app, tellers.unsignedActs, (call, { body }) => unsignedActs(call, body));
  publicRoute(app, tellers.signActs, (call, { body }) => signActs(call, body));
  publicRoute(app, tellers.commitShares, (call, { body }) => commitShares(call, body));
  publicRoute(app, tellers.handShares, (call, { body }) => handShares(call, body));
  publicRoute(app, tellers.openingState, (call, { body }) => openingState(call, body));
  publicRoute(app, tellers.openBallots, (call, { body }) => openBallots(call, body));
  publicRoute(app, tellers.countBox, async (call, { body }) => {
    await watched(call.db, body.link, body.contest);
    return { result: await countContest(call, body.contest, 'system') };
  });
}
