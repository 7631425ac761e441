// The card for a screen on a wall: large figures, nothing to scroll or to press, read again every minute. Where reading
// fails it goes on showing what it has, and says since when.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { clockWords, dayWords, momentWords } from '../../ui/time.ts';
import type { Scorecard } from '../card-types.ts';
import { aboutWords, changeWords, points } from '../figures.ts';
import { headlineWords } from '../headline.tsx';
import { IntervalBar } from '../interval-bar.tsx';
import { watchLines } from '../watch.tsx';
import { t as board } from '../words.ts';
import type { Again } from './again.ts';
import { t } from './words.ts';

const everyMs = 60_000;
/** Of the usual size. */
const smallest = 0.4;

/** What is shown, and since when nothing newer could be read. */
function useCard(first: Scorecard, again: Again) {
  const [card, setCard] = useState(first);
  const [lost, setLost] = useState(false);
  // The tag of what was read last is held by the reader of the first drawing.
  const read = useRef(again);
  useEffect(() => {
    let wanted = true;
    const look = () =>
      read.current().then(
        (next) => {
          if (!wanted) return;
          if (next) setCard(next);
          setLost(false);
        },
        () => {
          if (wanted) setLost(true);
        },
      );
    const timer = setInterval(look, everyMs);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, []);
  return { card, lost };
}

/** Makes everything smaller until it is within the window. */
function useFit(card: Scorecard) {
  const wall = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = wall.current;
    if (!element) return;
    const fit = () => {
      for (let size = 1; size >= smallest; size -= 0.05) {
        element.style.setProperty('--fit', size.toFixed(2));
        if (element.scrollHeight <= element.clientHeight) return;
      }
    };
    fit();
    addEventListener('resize', fit);
    return () => removeEventListener('resize', fit);
  }, [card]);
  return wall;
}

/** What the figures are of: those of a publication stand still. */
export function footWords({ asOf, published }: Pick<Scorecard, 'asOf' | 'published'>, lost: boolean): string {
  if (lost) return `▲ ${t('lost', { at: momentWords(published?.at ?? asOf) })}`;
  return published
    ? t('version', { number: published.number, at: momentWords(published.at) })
    : t('asOf', { at: clockWords(asOf) });
}

export function Wall(props: { first: Scorecard; again: Again }) {
  const { card, lost } = useCard(props.first, props.again);
  const wall = useFit(card);
  const { unit, campaign, tiles } = card;
  const watched = card.hidden ? [] : watchLines(card);
  useEffect(() => {
    document.title = `${unit.name} · ${campaign.title}`;
  }, [unit.name, campaign.title]);
  return (
    <main class="wall" id="main" ref={wall}>
      <header>
        <h1>
          {unit.name} · {campaign.title}
        </h1>
        <p class="wall-note">
          {board('phaseLine', {
            from: dayWords(campaign.opensAt),
            to: dayWords(campaign.closesAt),
            organiser: campaign.organiser,
          })}
        </p>
      </header>
      <p class="wall-sentence">{headlineWords(card)}</p>
      {!card.hidden && (
        <ul class="bare wall-tiles">
          {tiles.map(({ question, row, title, value, change }) => (
            <li key={`${question}:${row}`}>
              <h2>{title}</h2>
              <p class="wall-figure">{points(value.value)}</p>
              <IntervalBar {...value} before={change ? value.value - change.value : undefined} />
              <p class="wall-note">
                {aboutWords(value)}
                {change && ` · ${changeWords(change)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {watched.length > 0 && (
        <ul class="bare wall-watch">
          {watched.map((line) => (
            <li key={line}>
              <span aria-hidden="true">▲</span> {line}
            </li>
          ))}
        </ul>
      )}
      <footer class="wall-note">
        <span role="status">{footWords(card, lost)}</span>
        {card.demo && <span>{board('demo')}</span>}
        {document.fullscreenEnabled && (
          <Button small onClick={() => document.documentElement.requestFullscreen()}>
            {t('whole')}
          </Button>
        )}
      </footer>
    </main>
  );
}
