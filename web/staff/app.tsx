// Which page an address is, who may be there, and the frame around it.
import type { FunctionComponent } from 'preact';
import lazy, { ErrorBoundary } from 'preact-iso/lazy';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso/router';
import { whoAmI } from '../../schema/api/session.ts';
import { call } from '../ui/call.ts';
import { useLoad } from '../ui/load.ts';
import { Loading } from '../ui/loading.tsx';
import { part } from '../ui/part.tsx';
import { useLanguage } from '../ui/words/language.ts';
import { Frame } from './frame.tsx';
import { NotFound } from './not-found.tsx';
import { SessionContext } from './session.ts';
import { Password } from './sign-in/password.tsx';

/**
 * A page that loads when it is entered. The router draws a page again only when the address changes, so each listens
 * for the language itself.
 */
function room(load: () => Promise<FunctionComponent>): FunctionComponent {
  const Loaded = lazy(load);
  return spoken((props) => <Loaded {...props} />);
}
function spoken(Page: FunctionComponent): FunctionComponent {
  return (props) => {
    useLanguage();
    return <Page {...props} />;
  };
}

const HomePage = room(() => import('./home/home.tsx').then((room) => room.Home));
const PasswordPage = spoken(Password);
const SignIn = part(
  () => import('./sign-in/sign-in.tsx'),
  (door) => door.SignIn,
);
const Invitation = part(
  () => import('./sign-in/invitation.tsx'),
  (door) => door.Invitation,
);
const NewForm = room(() => import('./home/new-form.tsx').then((room) => room.NewForm));
const ImportPage = room(() => import('./form/import/import-page.tsx').then((room) => room.ImportPage));
const FormPage = room(() => import('./form/form-page.tsx').then((room) => room.FormPage));
const NewCampaign = room(() => import('./campaign/new-campaign.tsx').then((room) => room.NewCampaign));
const CampaignPage = room(() => import('./campaign/campaign-page.tsx').then((room) => room.CampaignPage));
const RunAgain = room(() => import('./campaign/run-again.tsx').then((room) => room.RunAgain));
const ProgressPage = room(() => import('./campaign/progress-page.tsx').then((room) => room.ProgressPage));
const FiguresPage = room(() => import('./figures/figures-page.tsx').then((room) => room.FiguresPage));
const Answers = room(() => import('./answers/answers.tsx').then((room) => room.Answers));
const OneAnswer = room(() => import('./answers/one-answer.tsx').then((room) => room.OneAnswer));
const Comments = room(() => import('./answers/comments.tsx').then((room) => room.Comments));
const Areas = room(() => import('./areas/areas.tsx').then((room) => room.Areas));
const AreaImport = room(() => import('./areas/area-import.tsx').then((room) => room.AreaImport));
const Rolls = room(() => import('./rolls/rolls.tsx').then((room) => room.Rolls));
const RollPage = room(() => import('./rolls/roll-page.tsx').then((room) => room.RollPage));
const RollEntries = room(() => import('./rolls/entries.tsx').then((room) => room.Entries));
const RollImport = room(() => import('./rolls/roll-import.tsx').then((room) => room.RollImport));
const OwnerVotes = room(() => import('./owner-votes/votes.tsx').then((room) => room.OwnerVotes));
const OwnerVotePage = room(() => import('./owner-votes/vote-page.tsx').then((room) => room.OwnerVotePage));
const OwnerDoors = room(() => import('./owner-votes/doors.tsx').then((room) => room.OwnerDoors));
const People = room(() => import('./people/people.tsx').then((room) => room.People));
const PeopleImport = room(() => import('./people/people-import.tsx').then((room) => room.PeopleImport));
const NewElection = room(() => import('./elections/new-election.tsx').then((room) => room.NewElection));
const ElectionPage = room(() => import('./elections/election-page.tsx').then((room) => room.ElectionPage));
const CandidateImport = room(() =>
  import('./elections/candidate-import.tsx').then((room) => room.CandidateImport),
);
const ContestPage = room(() => import('./elections/contest-page.tsx').then((room) => room.ContestPage));
const DeskPage = room(() => import('./boxes/desk-page.tsx').then((room) => room.DeskPage));
const CountPage = room(() => import('./elections/count/count-page.tsx').then((room) => room.CountPage));
const ResultPage = room(() => import('./elections/result/result-page.tsx').then((room) => room.ResultPage));
const ResultsPage = room(() =>
  import('./elections/result/results-page.tsx').then((room) => room.ResultsPage),
);
const ProxiesPage = room(() =>
  import('./elections/proxies/proxies-page.tsx').then((room) => room.ProxiesPage),
);
const Evaluations = room(() => import('./evaluations/list-page.tsx').then((room) => room.Evaluations));
const NewEvaluation = room(() =>
  import('./evaluations/new-evaluation.tsx').then((room) => room.NewEvaluation),
);
const EvaluationPage = room(() =>
  import('./evaluations/evaluation-page.tsx').then((room) => room.EvaluationPage),
);
const EvaluationSubjectPage = room(() =>
  import('./evaluations/subject-page.tsx').then((room) => room.SubjectPage),
);
const SettingsPage = room(() => import('./settings/settings-page.tsx').then((room) => room.SettingsPage));
const History = room(() => import('./history/history.tsx').then((room) => room.History));

export function App() {
  useLanguage();
  return (
    <LocationProvider scope="/staff">
      <Door />
    </LocationProvider>
  );
}

/** Pages for those who are not signed in stand before the door. */
function Door() {
  const { path } = useLocation();
  if (path === '/staff/sign-in') return <SignIn />;
  if (path === '/staff/invite') return <Invitation />;
  return <SignedIn />;
}

function SignedIn() {
  const session = useLoad('me', () => call(whoAmI, {}));
  return (
    <Loading from={session}>
      {(me) => (
        <SessionContext.Provider value={{ me, put: session.put }}>
          <Frame>{me.mustChange ? <Password /> : <Rooms />}</Frame>
        </SessionContext.Provider>
      )}
    </Loading>
  );
}

function Rooms() {
  return (
    <ErrorBoundary>
      <Router>
        <Route path="/staff" component={HomePage} />
        <Route path="/staff/password" component={PasswordPage} />
        <Route path="/staff/new" component={NewForm} />
        <Route path="/staff/new/import" component={ImportPage} />
        <Route path="/staff/forms/:form" component={FormPage} />
        <Route path="/staff/forms/:form/open" component={NewCampaign} />
        <Route path="/staff/campaigns/:campaign" component={CampaignPage} />
        <Route path="/staff/campaigns/:campaign/again" component={RunAgain} />
        <Route path="/staff/campaigns/:campaign/progress/:unit" component={ProgressPage} />
        <Route path="/staff/campaigns/:campaign/figures/:unit" component={FiguresPage} />
        <Route path="/staff/campaigns/:campaign/answers/:unit" component={Answers} />
        <Route path="/staff/campaigns/:campaign/answers/:unit/:response" component={OneAnswer} />
        <Route path="/staff/campaigns/:campaign/comments/:unit" component={Comments} />
        <Route path="/staff/new/election" component={NewElection} />
        <Route path="/staff/elections/:election" component={ElectionPage} />
        <Route path="/staff/elections/:election/candidates" component={CandidateImport} />
        <Route path="/staff/elections/:election/results" component={ResultsPage} />
        <Route path="/staff/elections/:election/contests/:contest" component={ContestPage} />
        <Route path="/staff/contests/:contest/desk" component={DeskPage} />
        <Route path="/staff/elections/:election/contests/:contest/count" component={CountPage} />
        <Route path="/staff/elections/:election/contests/:contest/result" component={ResultPage} />
        <Route path="/staff/elections/:election/contests/:contest/proxies" component={ProxiesPage} />
        <Route path="/staff/areas/:unit?" component={Areas} />
        <Route path="/staff/areas/:unit/import" component={AreaImport} />
        <Route path="/staff/rolls" component={Rolls} />
        <Route path="/staff/rolls/:roll" component={RollPage} />
        <Route path="/staff/rolls/:roll/entries" component={RollEntries} />
        <Route path="/staff/rolls/:roll/import" component={RollImport} />
        <Route path="/staff/owner-votes" component={OwnerVotes} />
        <Route path="/staff/owner-votes/:vote" component={OwnerVotePage} />
        <Route path="/staff/owner-votes/:vote/units" component={OwnerDoors} />
        <Route path="/staff/evaluations" component={Evaluations} />
        <Route path="/staff/new/evaluation" component={NewEvaluation} />
        <Route path="/staff/evaluations/:evaluation" component={EvaluationPage} />
        <Route path="/staff/evaluations/:evaluation/subjects/:subject" component={EvaluationSubjectPage} />
        <Route path="/staff/people/:unit?" component={People} />
        <Route path="/staff/people/:unit/import" component={PeopleImport} />
        <Route path="/staff/settings" component={SettingsPage} />
        <Route path="/staff/history/:unit?" component={History} />
        <Route default component={NotFound} />
      </Router>
    </ErrorBoundary>
  );
}
