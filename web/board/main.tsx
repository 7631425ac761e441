// Entry of the board: campaigns to choose from, a unit's card and its report on paper, scorecards that are composed and
// signed, and what stands behind a shared link: a card, or a draft.
import './board.css';
import './composed/composed.css';
import { type FunctionComponent, render } from 'preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { part } from '../ui/part.tsx';
import { useLanguage } from '../ui/words/language.ts';
import { CardPage } from './card-page.tsx';

/** Links that lead out of the board load their own page. */
const scope = /^\/(board(\/|$)|[sp]$|i\/)/;

/** Drawn in the language of the moment, and read with the page that it is of. */
function room(load: () => Promise<FunctionComponent>): FunctionComponent {
  const Page = part<FunctionComponent, object>(load, (loaded) => loaded);
  return spoken((props) => <Page {...props} />);
}
function spoken(Page: FunctionComponent): FunctionComponent {
  return (props) => {
    useLanguage();
    return <Page {...props} />;
  };
}

const Card = spoken(CardPage);
const CampaignsPage = room(() => import('./campaigns-page.tsx').then((room) => room.CampaignsPage));
const PreviewPage = room(() => import('./preview-page.tsx').then((room) => room.PreviewPage));
const SharedPage = room(() => import('./shared-page.tsx').then((room) => room.SharedPage));
const ReportPage = room(() => import('./report/report-page.tsx').then((room) => room.ReportPage));
const ComposedPage = room(() => import('./composed/card-page.tsx').then((room) => room.ComposedPage));
const CardsPage = room(() => import('./composed/list-page.tsx').then((room) => room.CardsPage));
const EditorPage = room(() => import('./composed/editor-page.tsx').then((room) => room.EditorPage));
const SignPage = room(() => import('./composed/sign-page.tsx').then((room) => room.SignPage));
const IssuedList = room(() => import('./composed/issued-list.tsx').then((room) => room.IssuedList));
const IssuedPage = room(() => import('./composed/issued-page.tsx').then((room) => room.IssuedPage));
const PostedEvaluation = room(() =>
  import('./posted/evaluation-page.tsx').then((room) => room.PostedEvaluation),
);
const MinePage = room(() => import('./composed/mine-page.tsx').then((room) => room.MinePage));
const DigestPage = room(() => import('./composed/digest-page.tsx').then((room) => room.DigestPage));

function Board() {
  return (
    <LocationProvider scope={scope}>
      <Router onRouteChange={() => scrollTo(0, 0)}>
        <Route path="/board" component={CampaignsPage} />
        <Route path="/board/mine" component={MinePage} />
        <Route path="/board/digest" component={DigestPage} />
        <Route path="/board/cards" component={CardsPage} />
        <Route path="/board/cards/:scorecard/:unit" component={ComposedPage} />
        <Route path="/board/compose/:unit" component={EditorPage} />
        <Route path="/board/sign/:unit" component={SignPage} />
        <Route path="/board/issued/:unit" component={IssuedList} />
        <Route path="/i/e/:evaluation" component={PostedEvaluation} />
        <Route path="/i/:issued" component={IssuedPage} />
        <Route path="/board/:campaign/:unit" component={Card} />
        <Route path="/board/:campaign/:unit/report" component={ReportPage} />
        <Route path="/s" component={SharedPage} />
        <Route path="/p" component={PreviewPage} />
        <Route default component={CampaignsPage} />
      </Router>
    </LocationProvider>
  );
}

render(<Board />, document.getElementById('app') ?? document.body);
