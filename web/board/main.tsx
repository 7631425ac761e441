// Entry of the board: campaigns to choose from, a unit's card, its report on paper, and what stands behind a shared link: a card, or a draft.
import './board.css';
import { type FunctionComponent, render } from 'preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { part } from '../ui/part.tsx';
import { useLanguage } from '../ui/words/language.ts';
import { CardPage } from './card-page.tsx';

/** Links that lead out of the board load their own page. */
const scope = /^\/(board(\/|$)|[sp]$)/;

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

function Board() {
  return (
    <LocationProvider scope={scope}>
      <Router onRouteChange={() => scrollTo(0, 0)}>
        <Route path="/board" component={CampaignsPage} />
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
