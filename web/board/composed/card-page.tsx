// /board/cards/:scorecard/:unit — a composed scorecard at a unit, with its period in ?period=.
import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { type ComposedCard, type KeptScorecard, readComposed } from '../../../schema/api/composed.ts';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { usePrintHead, usePrintUnfolded } from '../../ui/print.ts';
import { Select } from '../../ui/select.tsx';
import { momentWords } from '../../ui/time.ts';
import { TakeAlong } from '../charts/take-along.tsx';
import { Frame } from '../frame.tsx';
import { NoteForm } from '../notes/note-form.tsx';
import { forOut } from '../read-card.ts';
import { t as board } from '../words.ts';
import { cardAddress, composeAddress, signAddress } from './addresses.ts';
import { ComposedView } from './card-view.tsx';
import { ReportForm } from './report-form.tsx';
import { countedOf, periodWords } from './said.ts';
import { TrendTable } from './trend.tsx';
import { t } from './words.ts';

export function ComposedPage() {
  const { params, query } = useRoute();
  const scorecard = params.scorecard ?? '';
  const unit = params.unit ?? '';
  const period = query.period ?? '';
  const read = useLoad(`${scorecard} ${unit} ${period}`, () =>
    call(readComposed, { params: { scorecard, unit }, query: period ? { period } : {} }),
  );
  const card = read.value?.card;
  useEffect(() => {
    if (card) document.title = `${card.unit.name} · ${card.title} · ${board('board')}`;
  }, [card]);
  return (
    <Frame demo={card?.demo ?? false}>
      <Loading from={read} what={board('reading', { what: t('cards') })}>
        {(value) => <Read value={value} onChange={read.again} />}
      </Loading>
    </Frame>
  );
}

type Value = {
  scorecard: KeptScorecard;
  card: ComposedCard;
  periods: { kind: 'month' | 'quarter'; key: string }[];
};

function Read({ value, onChange }: { value: Value; onChange: () => void }) {
  const { scorecard, card, periods } = value;
  const { route } = useLocation();
  const period = card.period?.key ?? '';
  const offered =
    periods.some(({ key }) => key === period) || !card.period ? periods : [card.period, ...periods];
  const about = { card: scorecard.id, period, unit: card.unit.id };
  usePrintUnfolded();
  usePrintHead(`${card.unit.name} · ${card.title} · ${momentWords(card.asOf)}`);
  return (
    <div class="stack wide board-card">
      <header class="stack tight">
        <Breadcrumb
          steps={[
            ...card.above.map((one) => ({
              title: one.name,
              href: cardAddress(scorecard.id, one.id, period),
            })),
            { title: card.unit.name },
          ]}
        />
        <h1>
          <span class="away">{card.unit.name} </span>
          {card.title}
        </h1>
        <p class="note">
          {card.period && periodWords(card.period)} · {board('asOf', { at: momentWords(card.asOf) })}
        </p>
        <p class="print-only print-unit">{card.unit.name}</p>
      </header>
      <div class="line board-actions no-print">
        <Select
          label={t('period')}
          value={period}
          options={offered.map((one) => ({ value: one.key, label: periodWords(one) }))}
          onChange={(key) => route(cardAddress(scorecard.id, card.unit.id, key), true)}
        />
        <Button kind="outlined" onClick={() => print()}>
          {t('print')}
        </Button>
        <LinkButton kind="outlined" href={signAddress(card.unit.id, { scorecard: scorecard.id, period })}>
          {t('sign')}
        </LinkButton>
        {scorecard.mayEdit && (
          <LinkButton kind="outlined" href={composeAddress(scorecard.unit.id, scorecard.id)}>
            {t('change')}
          </LinkButton>
        )}
      </div>
      <ComposedView
        card={card}
        href={(id) => cardAddress(scorecard.id, id, period)}
        along={
          <TakeAlong
            of={t('below')}
            taken={async () => {
              const [{ rowsFigure }, outward] = await Promise.all([
                import('../charts/composed.ts'),
                call(readComposed, {
                  params: { scorecard: scorecard.id, unit: card.unit.id },
                  query: { ...(period && { period }), ...forOut },
                }),
              ]);
              return { figure: rowsFigure(outward.card), of: countedOf(outward.card) };
            }}
          />
        }
        more={(line) => (
          <>
            {line.kind === 'reported' && scorecard.mayEdit && (
              <ReportForm
                key={`${card.unit.id} ${period}`}
                scorecard={scorecard.id}
                card={card}
                line={line}
                onChange={onChange}
              />
            )}
            <NoteForm
              about={about}
              measure={line.id}
              notes={card.notes.filter(({ measure }) => measure === line.id)}
              onChange={onChange}
            />
          </>
        )}
      />
      <Trend scorecard={scorecard.id} card={card} />
      <p class="note print-only">
        {board('printedAt', { at: momentWords(card.asOf), origin: location.host })}
      </p>
    </div>
  );
}

function Trend({ scorecard, card }: { scorecard: string; card: ComposedCard }) {
  const [opened, setOpened] = useState(false);
  return (
    // What nobody opened is not read, and nothing of it is on paper.
    <details
      class={`fold composed-trend${opened ? '' : ' no-print'}`}
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
    >
      <summary>
        <h2>{t('trend')}</h2>
      </summary>
      {opened && <TrendTable scorecard={scorecard} card={card} />}
    </details>
  );
}
