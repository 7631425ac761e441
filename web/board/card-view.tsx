// A card as leaders read it: one sentence, at most four tiles, at most three things to watch, the units below, every
// question, and how it was all computed. The same for a shared link, which brings less.
import type { ComponentChildren } from 'preact';
import { Banner } from '../ui/banner.tsx';
import { Breadcrumb } from '../ui/breadcrumb.tsx';
import { part } from '../ui/part.tsx';
import { usePrintHead, usePrintUnfolded } from '../ui/print.ts';
import { dayWords, momentWords } from '../ui/time.ts';
import { opinionWord, phaseMark, phaseWord } from '../ui/words/kinds.ts';
import type { Noting, Scorecard } from './card-types.ts';
import { ChildrenTable } from './children-table.tsx';
import { points } from './figures.ts';
import { LazyFold } from './folds/fold.tsx';
import { headlineWords, scoreName } from './headline.tsx';
import { HowComputed } from './how-computed.tsx';
import { Questions } from './questions.tsx';
import { Tile } from './tile.tsx';
import { Watch } from './watch.tsx';
import { t } from './words.ts';

const Comments = part(
  () => import('./comments.tsx'),
  (room) => room.Comments,
);

export function CardView(props: {
  card: Scorecard;
  /** address of a unit's own card; absent on a shared card, where nothing leads further */
  href?: ((unit: string) => string) | undefined;
  actions?: ComponentChildren;
  /** what unfolds between the questions and what residents wrote */
  folds?: ComponentChildren;
  /** what staff noted; absent where the card is shown to others */
  noting?: Noting | undefined;
}) {
  const { card, href } = props;
  const opinion = opinionWord(card.campaign);
  usePrintUnfolded();
  usePrintHead(`${card.unit.name} · ${card.campaign.title} · ${momentWords(card.asOf)}`);
  return (
    <div class="stack wide board-card">
      <header class="stack tight">
        <Breadcrumb
          steps={[
            ...card.above.map((unit) => ({ title: unit.name, href: href?.(unit.id) })),
            { title: card.unit.name },
          ]}
        />
        <h1>
          <span class="away">{card.unit.name} </span>
          {card.campaign.title}
        </h1>
        <p class="note">
          <span class={card.campaign.phase === 'open' ? '' : 'dim'}>
            {phaseMark[card.campaign.phase]} {phaseWord(card.campaign.phase)}
          </span>{' '}
          ·{' '}
          {t('phaseLine', {
            from: dayWords(card.campaign.opensAt),
            to: dayWords(card.campaign.closesAt),
            organiser: card.campaign.organiser,
          })}{' '}
          · {t('asOf', { at: momentWords(card.asOf) })}
        </p>
        {opinion && <p>▲ {opinion}</p>}
        <p class="print-only print-unit">{card.unit.name}</p>
      </header>
      {props.actions}
      {card.hidden ? (
        <Veiled card={card} href={href} />
      ) : (
        <Shown card={card} href={href} folds={props.folds} noting={props.noting} />
      )}
      <p class="note print-only">{t('printedAt', { at: momentWords(card.asOf), origin: location.host })}</p>
    </div>
  );
}

function Shown(props: {
  card: Scorecard;
  href: ((unit: string) => string) | undefined;
  folds: ComponentChildren;
  noting: Noting | undefined;
}) {
  const { card, href, noting } = props;
  return (
    <>
      <p class="headline">{headlineWords(card)}</p>
      {card.compared && card.headline.change && (
        <p class="note">
          {t('keyNow')} · {t('keyBefore', { title: card.compared.title })}
        </p>
      )}
      {card.n !== 0 && noting?.on('overall', 'rate')}
      {card.tiles.length > 0 && (
        <section class="stack tight" aria-label={t('tiles')}>
          <ul class="bare tiles">
            {card.tiles.map((tile) => (
              <Tile key={`${tile.question}:${tile.row}`} tile={tile} rate={card.rate} />
            ))}
          </ul>
          <ScoredToo card={card} />
        </section>
      )}
      {card.n !== 0 && <Watch card={card} />}
      {card.children.length > 0 && href && (
        <ChildrenTable card={card} href={(child) => href(child.unit.id)} />
      )}
      {noting?.below}
      {card.n !== 0 && card.items.length > 0 && <Questions card={card} noting={noting} />}
      {card.n !== 0 && props.folds}
      {card.texts.length > 0 && (
        <LazyFold key={`words ${card.campaign.id} ${card.unit.id}`} title={t('words')}>
          {() => <Comments card={card} />}
        </LazyFold>
      )}
      <HowComputed card={card} />
    </>
  );
}

/** Named beside the tiles; more of them are counted. */
const othersNamed = 6;

/** What the score is the mean of, beside the tiles. */
function ScoredToo({ card }: { card: Scorecard }) {
  const { items, tiles } = card;
  const others = items.flatMap(({ question, row, short, score }) =>
    score && !tiles.some((tile) => tile.question === question && tile.row === row)
      ? [t('scoredOne', { title: short, value: points(score.value) })]
      : [],
  );
  if (others.length === 0) return null;
  const list = others.slice(0, othersNamed).join(t('comma'));
  return (
    <p class="note">
      {t(others.length > othersNamed ? 'scoredMany' : 'scoredToo', {
        name: scoreName(card),
        list,
        n: others.length,
      })}
    </p>
  );
}

function Veiled(props: { card: Scorecard; href: ((unit: string) => string) | undefined }) {
  const { card, href } = props;
  const above = card.above.at(-1);
  return (
    <Banner>
      {headlineWords(card)}
      {above && href && (
        <>
          {' '}
          {t('seeAbove')}
          <a href={href(above.id)}>{above.name}</a>
        </>
      )}
    </Banner>
  );
}
