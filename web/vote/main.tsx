// Entry of the pages of elections for residents and for those who watch over a box: /e of an election and its contests,
// /o of an owner's letter, /m of who rates in an evaluation.
// What an address needs beyond the frame is loaded with it.
import '../fill/old-browsers.ts';
import './vote.css';
import { render } from 'preact';
import { part } from '../ui/part.tsx';
import { useLanguage } from '../ui/words/language.ts';
import { Frame } from './frame.tsx';
import { readerBegins } from './reader.ts';
import { t } from './words.ts';

const Contest = part(
  () => import('./contest/contest-page.tsx'),
  (room) => room.ContestPage,
);
const Election = part(
  () => import('./election/election-page.tsx'),
  (room) => room.ElectionPage,
);

const Vote = part(
  () => import('./ballot/vote-page.tsx'),
  (room) => room.VotePage,
);

const Teller = part(
  () => import('./teller/teller-page.tsx'),
  (room) => room.TellerPage,
);

const OwnersLetter = part(
  () => import('./owners/letter-page.tsx'),
  (room) => room.LetterPage,
);

const RatersPage = part(
  () => import('./rating/rating-page.tsx'),
  (room) => room.RatingPage,
);

/** `/e/<slug>/<contest>`; the parts are checked by the Worker. */
function Page() {
  // All of a page is drawn in the language of the moment, and not its frame alone.
  useLanguage();
  const [room, slug, contest] = location.pathname.split('/').filter(Boolean);
  if (room === 'e' && slug)
    return contest ? <Contest slug={slug} contest={contest} /> : <Election slug={slug} />;
  if (room === 'v') return <Vote />;
  if (room === 't') return <Teller />;
  if (room === 'o') return <OwnersLetter />;
  if (room === 'm') return <RatersPage />;
  return (
    <Frame>
      <h1>{t('notFound')}</h1>
      <p>{t('notFoundHelp')}</p>
    </Frame>
  );
}

readerBegins();
render(<Page />, document.getElementById('app') ?? document.body);
