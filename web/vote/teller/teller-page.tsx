// The tellers' page: the card is made, tried, and then it signs and opens. What the teller has done so far decides what is asked
// next.
import { useEffect, useState } from 'preact/hooks';
import { useLoad } from '../../ui/load.ts';
import { Frame, Phone } from '../frame.tsx';
import { Reading } from '../reading.tsx';
import { actOf, type Home, home, type Unsigned, waitingActs } from './acts.ts';
import { cardIn, type Keys } from './card.ts';
import { MakeCard } from './make-card.tsx';
import { OpenBox } from './open-box.tsx';
import { ProveCard } from './prove-card.tsx';
import { ReadCard } from './read-card.tsx';
import { SignActs } from './sign-acts.tsx';
import { t } from './words.ts';

const remembered = 'linli-teller';

/** The link stays in this tab alone; a card in the address (its QR code was scanned) is read at once. */
function carried(): { link: string; card: string | undefined } {
  const text = decodeURIComponent(location.hash.replace(/^#/, ''));
  const card = cardIn(text);
  if (text !== '') history.replaceState(null, '', location.pathname);
  if (text !== '' && !card) sessionStorage.setItem(remembered, text);
  return { link: sessionStorage.getItem(remembered) ?? '', card };
}

export function TellerPage() {
  const [start, setStart] = useState(carried);
  const [keys, setKeys] = useState<Keys>();
  useEffect(() => {
    const read = () => location.hash.length > 1 && setStart(carried());
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  // The card holds the link too, so that it alone is enough.
  const link = keys?.link ?? start.link;
  if (link === '' || (start.card && !keys))
    return (
      <Frame title={t('title')}>
        {start.card ? (
          <ReadCard card={start.card} read={setKeys} />
        ) : (
          <>
            <h1>{t('title')}</h1>
            <p class="notice">{t('noLink')}</p>
            <ReadCard read={setKeys} />
          </>
        )}
      </Frame>
    );
  return <Known link={link} keys={keys} unlocked={setKeys} />;
}

function Known(props: { link: string; keys: Keys | undefined; unlocked: (keys: Keys) => void }) {
  const { link } = props;
  const [making, setMaking] = useState(false);
  const [box, setBox] = useState<string>();
  const read = useLoad(link, async () => {
    const teller = await home(link);
    const waits = teller.contests.some(({ state, unsigned }) => unsigned > 0 && !isOpening(state));
    const acts = waits ? (await waitingActs(link)).filter((one) => actOf(one)?.act === 'freeze') : [];
    return { teller, acts };
  });
  const value = read.value?.teller;
  const unlocked = (keys: Keys) => props.unlocked({ ...keys, link });
  return (
    <Frame where={value && t('title')} title={value?.title} waiting={!value && read.state === 'waiting'}>
      <Reading from={read}>
        {({ teller, acts }) => {
          const open = teller.contests.find(({ contest }) => contest === box);
          if (open)
            return (
              <OpenBox
                home={teller}
                contest={open}
                link={link}
                keys={props.keys}
                unlocked={unlocked}
                back={() => {
                  setBox(undefined);
                  read.again();
                }}
              />
            );
          return (
            <>
              {teller.rehearsal && <p class="notice late">{t('rehearsal')}</p>}
              <h1>{t('hello', { name: teller.name })}</h1>
              <p class="facts">{t('watches', { place: teller.place, title: teller.title })}</p>
              <Step
                home={teller}
                acts={acts}
                link={link}
                making={making}
                make={() => setMaking(true)}
                made={() => {
                  setMaking(false);
                  read.again();
                }}
                again={read.again}
                unlocked={unlocked}
                keys={props.keys}
                open={setBox}
              />
            </>
          );
        }}
      </Reading>
      {value && (
        <p class="hint">
          {value.organiser} · <Phone phone={value.phone} />
        </p>
      )}
    </Frame>
  );
}

function Step(props: {
  home: Home;
  /** frozen contests that wait for the teller's signature */
  acts: readonly Unsigned[];
  link: string;
  making: boolean;
  make: () => void;
  made: () => void;
  again: () => void;
  keys: Keys | undefined;
  unlocked: (keys: Keys) => void;
  open: (contest: string) => void;
}) {
  const { home: teller, link } = props;
  const fixed = teller.contests.length > 0;
  const lost = !fixed && (
    <button type="button" class="plain clear" onClick={props.make}>
      {t('makeNew')}
    </button>
  );
  if (props.making || teller.signingKey === null)
    return <MakeCard home={teller} link={link} made={props.made} />;
  if (teller.provedAt === null)
    return (
      <>
        <ProveCard home={teller} link={link} proved={props.again} />
        {lost}
      </>
    );
  return (
    <>
      {props.acts.length > 0 ? (
        <SignActs
          home={teller}
          acts={props.acts}
          keys={props.keys}
          unlocked={props.unlocked}
          signed={props.again}
        />
      ) : (
        <Next home={teller} />
      )}
      {fixed && <Boxes home={teller} open={props.open} />}
      {lost}
    </>
  );
}

type Watched = Home['contests'][number];

/** Acts of the opening are signed where it is opened. */
const isOpening = (state: string) => ['closed', 'opened', 'counted', 'announced'].includes(state);

/** Opening and result that wait for the teller's signature. */
const toSign = ({ state, unsigned }: Watched) => (isOpening(state) && state !== 'closed' ? unsigned : 0);

/** What comes next, where nothing that is settled waits for the own signature. */
function Next({ home: { contests } }: { home: Home }) {
  const signs = contests.reduce((sum, one) => sum + toSign(one), 0);
  const others = [...new Set(contests.flatMap(({ missing }) => missing))];
  if (contests.some(({ state }) => state === 'closed')) return <h2>{t('toOpen')}</h2>;
  if (signs > 0)
    return (
      <>
        <h2>{t('toSign', { n: signs })}</h2>
        <p>{t('signResultHelp')}</p>
      </>
    );
  if (others.length > 0)
    return (
      <>
        <h2>{t('waitOthers')}</h2>
        <p>{t('waitOthersHelp', { names: others.join(t('and')) })}</p>
      </>
    );
  return (
    <>
      <h2>{t('waitTitle')}</h2>
      <p>{t('waitHelp')}</p>
    </>
  );
}

const Boxes = (props: { home: Home; open: (contest: string) => void }) => (
  <>
    <h2>{t('boxes')}</h2>
    <ul class="rows">
      {props.home.contests.map((one) => (
        <li key={one.contest}>
          <button
            type="button"
            class="row"
            disabled={!isOpening(one.state)}
            onClick={() => props.open(one.contest)}
          >
            <span>
              {t('boxState', { name: one.name, state: t(`state-${one.state}`) })}
              {toSign(one) > 0 && <b> · {t('toSign', { n: toSign(one) })}</b>}
              <br />
              <small>{one.above}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  </>
);
