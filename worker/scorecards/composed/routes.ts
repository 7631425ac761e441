// Composed scorecards over HTTP: kept, read, noted on, signed off, published.
import * as composed from '../../../schema/api/composed.ts';
import * as issued from '../../../schema/api/issued.ts';
import * as notes from '../../../schema/api/notes.ts';
import { type App, publicRoute, route } from '../../http/route.ts';
import { previewSign, sign } from './issue.ts';
import { change, keep, listKept, preview, readAt, trend } from './keep.ts';
import { measurable } from './measurable.ts';
import { notesOfRun, report, write } from './notes.ts';
import { issuedCard, issuedUnder, published } from './published.ts';
import { digest, visit } from './visit.ts';

export function composedRoutes(app: App): void {
  route(app, composed.listScorecards, listKept);
  route(app, composed.createScorecard, (call, { params, body }) => keep(call, params.unit, body));
  route(app, composed.updateScorecard, (call, { params, body }) => change(call, params.scorecard, body));
  route(app, composed.previewComposed, (call, { params, body }) => preview(call, params.unit, body));
  route(app, composed.readComposed, (call, { params, query }) => readAt(call, { ...params, ...query }));
  route(app, composed.readTrend, (call, { params, query }) => trend(call, { ...params, ...query }));
  route(app, composed.listMeasurable, (call, { params }) => measurable(call, params.unit));
  route(app, composed.reportFigure, (call, { params, body }) => report(call, params, body));
  route(app, notes.listNotes, (call, { params, query }) => notesOfRun(call, params.unit, query.run));
  route(app, notes.putNote, (call, { params, body }) => write(call, params, body));
  route(app, issued.previewIssue, (call, { params, query }) => previewSign(call, params.unit, query));
  route(app, issued.issueCard, (call, { params, body }) => sign(call, params, body));
  route(app, issued.listIssued, (call, { params }) => issuedUnder(call, params.unit));
  route(app, issued.noteVisit, visit);
  route(app, issued.readDigest, (call, { query }) => digest(call, query.monday));
  publicRoute(app, issued.getIssued, (call, { params }) => issuedCard(call, params.issued));
  publicRoute(app, issued.openPublished, (call, { params }) => published(call, params.unit));
}
