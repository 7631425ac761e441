// Entry of the board: campaigns to choose from, a unit's card, and what stands behind a shared link: a card, or a draft.
import './board.css';
import { render } from 'preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { CampaignsPage } from './campaigns-page.tsx';
import { CardPage } from './card-page.tsx';
import { PreviewPage } from './preview-page.tsx';
import { SharedPage } from './shared-page.tsx';

/** Links that lead out of the board load their own page. */
const scope = /^\/(board(\/|$)|[sp]$)/;

function Board() {
  return (
    <LocationProvider scope={scope}>
      <Router onRouteChange={() => scrollTo(0, 0)}>
        <Route path="/board" component={CampaignsPage} />
        <Route path="/board/:campaign/:unit" component={CardPage} />
        <Route path="/s" component={SharedPage} />
        <Route path="/p" component={PreviewPage} />
        <Route default component={CampaignsPage} />
      </Router>
    </LocationProvider>
  );
}

render(<Board />, document.getElementById('app') ?? document.body);
