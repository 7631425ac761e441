// The whole contract: every endpoint of every room.
import * as ballots from './ballots.ts';
import * as boxes from './boxes.ts';
import * as campaigns from './campaigns.ts';
import * as composed from './composed.ts';
import * as counts from './counts.ts';
import * as elections from './elections.ts';
import type { Endpoint } from './endpoint.ts';
import * as evaluationRaters from './evaluation-raters.ts';
import * as evaluationSubjects from './evaluation-subjects.ts';
import * as evaluations from './evaluations.ts';
import * as figures from './figures.ts';
import * as files from './files.ts';
import * as fill from './fill.ts';
import * as forms from './forms.ts';
import * as issued from './issued.ts';
import * as notes from './notes.ts';
import * as ownerVotes from './owner-votes.ts';
import * as proxies from './proxies.ts';
import * as publicElections from './public-elections.ts';
import * as publications from './publications.ts';
import * as ratings from './ratings.ts';
import * as responses from './responses.ts';
import * as results from './results.ts';
import * as rolls from './rolls.ts';
import * as scorecards from './scorecards.ts';
import * as session from './session.ts';
import * as settings from './settings.ts';
import * as staff from './staff.ts';
import * as tellers from './tellers.ts';
import * as templates from './templates.ts';
import * as units from './units.ts';

const rooms = [
  session,
  staff,
  units,
  forms,
  templates,
  campaigns,
  fill,
  files,
  responses,
  scorecards,
  composed,
  notes,
  issued,
  publications,
  figures,
  rolls,
  settings,
  elections,
  publicElections,
  ballots,
  boxes,
  tellers,
  counts,
  results,
  proxies,
  ownerVotes,
  evaluations,
  evaluationRaters,
  evaluationSubjects,
  ratings,
];

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'io' in value && 'policy' in value;

export const endpoints: readonly Endpoint[] = rooms.flatMap((room) => Object.values(room).filter(isEndpoint));
