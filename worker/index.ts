// The Worker: requests go to the house, the clock to what is due.
import { build } from './app.ts';
import { auditRoutes } from './audit/routes.ts';
import { eraseDue } from './campaigns/erase.ts';
import { campaignRoutes } from './campaigns/routes.ts';
import { boxesDue } from './elections/ballots/due.ts';
import { forgetContacts } from './elections/nominate.ts';
import { electionRoutes } from './elections/routes.ts';
import { evaluationRoutes } from './evaluations/routes.ts';
import { exportRoutes } from './exports/routes.ts';
import { figureRoutes } from './figures/routes.ts';
import { fileRoutes } from './files/routes.ts';
import { sweepFiles } from './files/sweep.ts';
import { fillPages } from './fill/pages.ts';
import { fillRoutes } from './fill/routes.ts';
import { formPreview } from './forms/preview.ts';
import { formRoutes } from './forms/routes.ts';
import { startRoutes } from './forms/start-routes.ts';
import type { Env } from './http/context.ts';
import { healthRoutes } from './http/health.ts';
import { endedSessions } from './http/session.ts';
import { ownerVoteRoutes } from './owner-votes/routes.ts';
import { correctPage } from './responses/correct-page.ts';
import { responseRoutes } from './responses/routes.ts';
import { rollRoutes } from './rolls/routes.ts';
import { composedRoutes } from './scorecards/composed/routes.ts';
import { publicationsDue } from './scorecards/publication/read.ts';
import { scorecards } from './scorecards/routes.ts';
import { settingsRoutes } from './settings/routes.ts';
import { shellRoutes } from './shell/routes.ts';
import { staffRoutes } from './staff/routes.ts';
import { unitRoutes } from './units/routes.ts';

const app = build([
  healthRoutes,
  staffRoutes,
  unitRoutes,
  rollRoutes,
  settingsRoutes,
  auditRoutes,
  formRoutes,
  formPreview,
  startRoutes,
  campaignRoutes,
  electionRoutes,
  ownerVoteRoutes,
  evaluationRoutes,
  responseRoutes,
  correctPage,
  exportRoutes,
  fileRoutes,
  scorecards,
  composedRoutes,
  figureRoutes,
  fillRoutes,
  fillPages,
  shellRoutes,
]);

export default {
  fetch: app.fetch,
  async scheduled({ scheduledTime }, env) {
    await eraseDue(env.DB, scheduledTime);
    await forgetContacts(env.DB).run();
    await boxesDue(env.DB, scheduledTime);
    await sweepFiles(env.DB, env.FILES, scheduledTime);
    await publicationsDue(env.DB, scheduledTime);
    await endedSessions(env.DB, scheduledTime).run();
  },
} satisfies ExportedHandler<Env>;
