// Shipped forms to start from, group by group, the most used first. Each stands in a file of its own in templates/.
import { bestLeader } from './templates/best-leader.ts';
import { burdenReport } from './templates/burden-report.ts';
import { civilizedBuilding } from './templates/civilized-building.ts';
import { civilizedCheck } from './templates/civilized-check.ts';
import { communityLife } from './templates/community-life.ts';
import { disputeIntake } from './templates/dispute-intake.ts';
import { elderVisit } from './templates/elder-visit.ts';
import { eventFeedback } from './templates/event-feedback.ts';
import { eventSignup } from './templates/event-signup.ts';
import { fireSafetyQuiz } from './templates/fire-safety-quiz.ts';
import { fourParties } from './templates/four-parties.ts';
import { gridVisit } from './templates/grid-visit.ts';
import { hazardReport } from './templates/hazard-report.ts';
import { helpRequest } from './templates/help-request.ts';
import { interestGroups } from './templates/interest-groups.ts';
import { leaderIdeas } from './templates/leader-ideas.ts';
import { leaderNomination } from './templates/leader-nomination.ts';
import { leaderVote } from './templates/leader-vote.ts';
import { liftOpinions } from './templates/lift-opinions.ts';
import { ownersVote } from './templates/owners-vote.ts';
import { parkingCharging } from './templates/parking-charging.ts';
import { partyService } from './templates/party-service.ts';
import { propertySatisfaction } from './templates/property-satisfaction.ts';
import { redStation } from './templates/red-station.ts';
import { residentNeeds } from './templates/resident-needs.ts';
import { serviceTeam } from './templates/service-team.ts';
import type { Template } from './templates/template.ts';
import { volunteerSignup } from './templates/volunteer-signup.ts';

export const templates: readonly Template[] = [
  propertySatisfaction,
  communityLife,
  redStation,

  leaderIdeas,
  leaderNomination,
  leaderVote,
  serviceTeam,
  civilizedBuilding,
  civilizedCheck,
  bestLeader,

  fourParties,
  liftOpinions,
  parkingCharging,
  ownersVote,

  residentNeeds,
  helpRequest,
  disputeIntake,
  hazardReport,
  gridVisit,
  elderVisit,

  eventSignup,
  volunteerSignup,
  interestGroups,
  eventFeedback,
  fireSafetyQuiz,

  partyService,
  burdenReport,
];
