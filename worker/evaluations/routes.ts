// Evaluations over HTTP.
import * as raters from '../../schema/api/evaluation-raters.ts';
import * as subjects from '../../schema/api/evaluation-subjects.ts';
import * as evaluations from '../../schema/api/evaluations.ts';
import * as ratings from '../../schema/api/ratings.ts';
import { readFile } from '../http/body.ts';
import { type App, publicRoute, route } from '../http/route.ts';
import { addAppeal, decideAppeal, decideTies } from './appeals.ts';
import { addFinding, strikeFinding, uploadFindingPhoto } from './findings.ts';
import { getEvaluationGaps } from './gaps.ts';
import { getPostedEvaluation, postEvaluation } from './post.ts';
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
  route(app, evaluations.listEvaluations, listEvaluations);
  route(app, evaluations.createEvaluation, (call, { params, body }) =>
    createEvaluation(call, params.unit, body),
  );
  route(app, evaluations.getEvaluation, (call, { params }) => getEvaluation(call, params.evaluation));
  route(app, evaluations.updateEvaluation, (call, { params, body }) =>
    updateEvaluation(call, params.evaluation, body),
  );
  route(app, evaluations.stepEvaluation, (call, { params, body }) =>
    stepEvaluation(call, params.evaluation, body),
  );
  route(app, evaluations.nextEvaluation, (call, { params, body }) =>
    nextEvaluation(call, params.evaluation, body),
  );
  route(app, evaluations.getEvaluationGaps, (call, { params }) => getEvaluationGaps(call, params.evaluation));
  route(app, raters.addRaters, (call, { params, body }) => addRaters(call, params.evaluation, body));
  route(app, raters.listRaters, (call, { params }) => listRaters(call, params.evaluation));
  route(app, raters.updateRater, (call, { params, body }) => updateRater(call, params, body));
  route(app, raters.renewRaterLink, (call, { params }) => renewRaterLink(call, params));
  route(app, subjects.uploadFindingPhoto, async (call, { params }, c) =>
    uploadFindingPhoto(
      call,
      c.env.FILES,
      params.evaluation,
      await readFile(c.req.raw, subjects.uploadFindingPhoto.octets ?? 0),
    ),
  );
  route(app, subjects.addFinding, (call, { params, body }) => addFinding(call, params, body));
  route(app, subjects.strikeFinding, (call, { params, body }) => strikeFinding(call, params, body));
  route(app, evaluations.getEvaluationBoard, (call, { params }) =>
    getEvaluationBoard(call, params.evaluation),
  );
  route(app, subjects.getEvaluationSubject, (call, { params }) => getEvaluationSubject(call, params));
  route(app, subjects.addAppeal, (call, { params, body }) => addAppeal(call, params, body));
  route(app, subjects.decideAppeal, (call, { params, body }) => decideAppeal(call, params, body));
  route(app, evaluations.decideTies, (call, { params, body }) => decideTies(call, params.evaluation, body));
  route(app, evaluations.getEvaluationResult, (call, { params }) =>
    getEvaluationResult(call, params.evaluation),
  );
  route(app, evaluations.postEvaluation, (call, { params, body }) =>
    postEvaluation(call, params.evaluation, body),
  );
  publicRoute(app, evaluations.getPostedEvaluation, (call, { params }) =>
    getPostedEvaluation(call, params.evaluation),
  );
  publicRoute(app, ratings.openRating, (call, { body }) => openRating(call, body));
  publicRoute(app, ratings.sendMarks, (call, { body }) => sendMarks(call, body));
}
