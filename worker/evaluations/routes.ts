// Evaluations over HTTP.
import * as contract from '../../schema/api/evaluations.ts';
import { readFile } from '../http/body.ts';
import { type App, publicRoute, route } from '../http/route.ts';
import { addAppeal, decideAppeal, decideTies } from './appeals.ts';
import { addFinding, strikeFinding, uploadFindingPhoto } from './findings.ts';
import { getEvaluationGaps } from './gaps.ts';
import { createEvaluation, nextEvaluation, updateEvaluation } from './prepare.ts';
import { addRaters, listRaters, renewRaterLink, updateRater } from './raters.ts';
import { openRating, sendMarks } from './rating.ts';
import {
  getEvaluation,
  getEvaluationBoard,
  getEvaluationResult,
  getEvaluationSubject,
  listEvaluations,
} from './read.ts';
import { stepEvaluation } from './step.ts';

export function evaluationRoutes(app: App): void {
  route(app, contract.listEvaluations, listEvaluations);
  route(app, contract.createEvaluation, (call, { params, body }) =>
    createEvaluation(call, params.unit, body),
  );
  route(app, contract.getEvaluation, (call, { params }) => getEvaluation(call, params.evaluation));
  route(app, contract.updateEvaluation, (call, { params, body }) =>
    updateEvaluation(call, params.evaluation, body),
  );
  route(app, contract.stepEvaluation, (call, { params, body }) =>
    stepEvaluation(call, params.evaluation, body),
  );
  route(app, contract.nextEvaluation, (call, { params, body }) =>
    nextEvaluation(call, params.evaluation, body),
  );
  route(app, contract.getEvaluationGaps, (call, { params }) => getEvaluationGaps(call, params.evaluation));
  route(app, contract.addRaters, (call, { params, body }) => addRaters(call, params.evaluation, body));
  route(app, contract.listRaters, (call, { params }) => listRaters(call, params.evaluation));
  route(app, contract.updateRater, (call, { params, body }) => updateRater(call, params, body));
  route(app, contract.renewRaterLink, (call, { params }) => renewRaterLink(call, params));
  route(app, contract.uploadFindingPhoto, async (call, { params }, c) =>
    uploadFindingPhoto(
      call,
      c.env.FILES,
      params.evaluation,
      await readFile(c.req.raw, contract.uploadFindingPhoto.octets ?? 0),
    ),
  );
  route(app, contract.addFinding, (call, { params, body }) => addFinding(call, params, body));
  route(app, contract.strikeFinding, (call, { params, body }) => strikeFinding(call, params, body));
  route(app, contract.getEvaluationBoard, (call, { params }) => getEvaluationBoard(call, params.evaluation));
  route(app, contract.getEvaluationSubject, (call, { params }) => getEvaluationSubject(call, params));
  route(app, contract.addAppeal, (call, { params, body }) => addAppeal(call, params, body));
  route(app, contract.decideAppeal, (call, { params, body }) => decideAppeal(call, params, body));
  route(app, contract.decideTies, (call, { params, body }) => decideTies(call, params.evaluation, body));
  route(app, contract.getEvaluationResult, (call, { params }) =>
    getEvaluationResult(call, params.evaluation),
  );
  publicRoute(app, contract.openRating, (call, { body }) => openRating(call, body));
  publicRoute(app, contract.sendMarks, (call, { body }) => sendMarks(call, body));
}
