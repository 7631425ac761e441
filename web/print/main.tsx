// Entry of the printing pages: /print/posters, /print/slips and /print/picture of a campaign,
// /print/codes of a branch, /print/letters and /print/roll of a roll, /print/papers of an election, /print/owners of a vote of owners,
// /print/evaluation of an evaluation, /print/issued of a card that was signed off.
import './print.css';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { whoAmI } from '../../schema/api/session.ts';
import { Banner } from '../ui/banner.tsx';
import { call } from '../ui/call.ts';
import { useLoad } from '../ui/load.ts';
import { Loading } from '../ui/loading.tsx';
import { part } from '../ui/part.tsx';
import { useLanguage } from '../ui/words/language.ts';
import { readCampaign, readCodes } from './buildings.ts';
import { Frame, type PrintKind } from './frame.tsx';
import { LettersPage, readLetters } from './letters-page.tsx';
import { PapersPage } from './papers/papers-page.tsx';
import { readElection } from './papers/read.ts';
import { PicturePage } from './picture-page.tsx';
import { SheetsPage } from './sheets-page.tsx';
import { t } from './words.ts';

const OwnersPage = part(
  () => import('./owners-page.tsx'),
  (room) => room.OwnersPage,
);

const PostedPage = part(
  () => import('./posted-page.tsx'),
  (room) => room.PostedPage,
);

const EvaluationList = part(
  () => import('./evaluation-page.tsx'),
  (room) => room.EvaluationList,
);
const IssuedNotice = part(
  () => import('./issued-page.tsx'),
  (room) => room.IssuedNotice,
);

const names: readonly PrintKind[] = [
  'posters',
  'slips',
  'picture',
  'codes',
  'letters',
  'papers',
  'owners',
  'roll',
  'evaluation',
  'issued',
];
const kindOf = (path: string): PrintKind => {
  const name = path.split('/')[2];
  return names.find((one) => one === name) ?? 'posters';
};

function Print() {
  // All of the page is drawn in the language of the moment, and not its frame alone.
  useLanguage();
  const kind = kindOf(location.pathname);
  const query = new URLSearchParams(location.search);
  const campaign = query.get('campaign') ?? '';
  const unit = query.get('unit') ?? '';
  const roll = query.get('roll') ?? '';
  const election = query.get('election') ?? '';
  useEffect(() => {
    document.title = t(kind);
  });
  if (kind === 'letters' && roll !== '') return <Letters roll={roll} query={query} />;
  if (kind === 'roll' && roll !== '') return <PostedRoll roll={roll} query={query} />;
  if (kind === 'papers' && election !== '') return <Papers election={election} query={query} />;
  const vote = query.get('vote') ?? '';
  if (kind === 'owners' && vote !== '') return <Owners vote={vote} query={query} />;
  const evaluation = query.get('evaluation') ?? '';
  if (kind === 'evaluation' && evaluation !== '') return <Evaluation evaluation={evaluation} query={query} />;
  const card = query.get('card') ?? '';
  if (kind === 'issued' && card !== '') return <IssuedNotice card={card} query={query} />;
  const whole =
    kind !== 'letters' &&
    kind !== 'papers' &&
    kind !== 'owners' &&
    kind !== 'roll' &&
    kind !== 'evaluation' &&
    kind !== 'issued' &&
    unit !== '' &&
    (kind === 'codes' || campaign !== '');
  return whole ? (
    <Read kind={kind} campaign={campaign} unit={unit} query={query} />
  ) : (
    <Frame kind={kind} query={query} demo={false}>
      <h1 class="away">{t(kind)}</h1>
      <Banner kind="warn">{t('missing')}</Banner>
    </Frame>
  );
}

function Owners({ vote, query }: { vote: string; query: URLSearchParams }) {
  const me = useLoad('me', () => call(whoAmI, {}));
  return (
    <Frame kind="owners" query={query} demo={me.value?.demo ?? false}>
      <Loading from={me}>{() => <OwnersPage vote={vote} query={query} />}</Loading>
    </Frame>
  );
}

function Evaluation({ evaluation, query }: { evaluation: string; query: URLSearchParams }) {
  const me = useLoad('me', () => call(whoAmI, {}));
  return (
    <Frame kind="evaluation" query={query} demo={me.value?.demo ?? false}>
      <Loading from={me}>{({ demo }) => <EvaluationList evaluation={evaluation} demo={demo} />}</Loading>
    </Frame>
  );
}

function Letters(props: { roll: string; query: URLSearchParams }) {
  const { roll, query } = props;
  const entry = query.get('entry') ?? '';
  const evaluation = query.get('evaluation') ?? '';
  const from = useLoad(`letters ${roll} ${entry}`, () => readLetters(roll, entry, evaluation));
  return (
    <Frame kind="letters" query={query} demo={from.value?.demo ?? false}>
      <Loading from={from}>
        {(value) => <LettersPage from={value} entry={entry} onPrinted={from.again} />}
      </Loading>
    </Frame>
  );
}

function PostedRoll(props: { roll: string; query: URLSearchParams }) {
  const { roll, query } = props;
  const from = useLoad(`roll ${roll}`, () => readLetters(roll, ''));
  return (
    <Frame kind="roll" query={query} demo={from.value?.demo ?? false}>
      <Loading from={from}>{(value) => <PostedPage from={value} />}</Loading>
    </Frame>
  );
}

function Papers(props: { election: string; query: URLSearchParams }) {
  const { election, query } = props;
  const from = useLoad(`papers ${election}`, () => readElection(election));
  return (
    <Frame kind="papers" query={query} demo={from.value?.demo ?? false}>
      <Loading from={from}>
        {(value) => (
          <PapersPage from={value} contest={query.get('contest') ?? ''} paper={query.get('paper') ?? ''} />
        )}
      </Loading>
    </Frame>
  );
}

function Read(props: {
  kind: Exclude<PrintKind, 'letters' | 'papers' | 'owners' | 'roll' | 'evaluation' | 'issued'>;
  campaign: string;
  unit: string;
  query: URLSearchParams;
}) {
  const { kind, campaign, unit } = props;
  const from = useLoad(`${kind} ${campaign} ${unit}`, () =>
    kind === 'codes' ? readCodes(unit) : readCampaign(campaign, unit),
  );
  return (
    <Frame kind={kind} query={props.query} demo={from.value?.demo ?? false}>
      <Loading from={from} what={t('reading')}>
        {(value) =>
          kind === 'picture' && value.facts ? (
            <PicturePage from={value} facts={value.facts} />
          ) : (
            <SheetsPage kind={kind === 'picture' ? 'posters' : kind} from={value} />
          )
        }
      </Loading>
    </Frame>
  );
}

render(<Print />, document.getElementById('app') ?? document.body);
