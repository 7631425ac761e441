// /board/cards — scorecards of the own branches, and what a new one starts from.
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import {
  createScorecard,
  type KeptScorecard,
  listMeasurable,
  listScorecards,
} from '../../../schema/api/composed.ts';
import { type Me, whoAmI } from '../../../schema/api/session.ts';
import type { Body } from '../../../schema/scorecards/body.ts';
import { bodyFrom, needsForm, shipped } from '../../../schema/scorecards/shipped.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Empty } from '../../ui/empty.tsx';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { language } from '../../ui/words/language.ts';
import { t as ui } from '../../ui/words/ui.ts';
import { Frame } from '../frame.tsx';
import { cardAddress, composeAddress } from './addresses.ts';
import { t } from './compose-words.ts';
import { t as signed } from './signed-words.ts';
import { t as composed } from './words.ts';

type Unit = Me['grants'][number]['unit'];
/** The tops of the reader's branches, with a role of these. */
const branches = (me: Me, roles: readonly string[]): Unit[] => {
  const found = new Map(
    me.grants.filter(({ role }) => roles.includes(role)).map(({ unit }) => [unit.id, unit]),
  );
  return [...found.values()];
};

export function CardsPage() {
  const read = useLoad('cards', () => Promise.all([call(whoAmI, {}), call(listScorecards, {})]));
  useEffect(() => {
    document.title = composed('cards');
  });
  return (
    <Frame demo={read.value?.[0].demo ?? false}>
      <div class="stack wide">
        <header class="stack tight">
          <h1>{composed('cards')}</h1>
          <p class="note">{t('cardsNote')}</p>
        </header>
        <Loading from={read}>{([me, { scorecards }]) => <Cards me={me} scorecards={scorecards} />}</Loading>
      </div>
    </Frame>
  );
}

function Cards({ me, scorecards }: { me: Me; scorecards: readonly KeptScorecard[] }) {
  const editing = branches(me, ['admin', 'editor']);
  const reading = branches(me, ['admin', 'editor', 'leader']);
  const [making, setMaking] = useState(scorecards.length === 0 && editing.length > 0);
  // A card that is kept above the own branch is read at the own one.
  const own = (card: KeptScorecard) =>
    me.grants.some(({ path }) => path.includes(`/${card.unit.id}/`)) &&
    !reading.some(({ id }) => id === card.unit.id)
      ? (reading[0]?.id ?? card.unit.id)
      : card.unit.id;
  return (
    <>
      {scorecards.length === 0 && <Empty>{t(editing.length > 0 ? 'none' : 'noneToRead')}</Empty>}
      {scorecards.length > 0 && (
        <ul class="bare stack tight">
          {scorecards.map((card) => (
            <li key={card.id} class="card stack tight">
              <h2>
                <a href={cardAddress(card.id, own(card))}>{card.title}</a>
              </h2>
              <p class="note">
                {t('keptAt', { unit: card.unit.name, n: card.body.measures.length })} ·{' '}
                {t(card.body.period === 'month' ? 'byMonth' : 'byQuarter')}
                {card.template && ` · ${t('isTemplate')}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {reading.map(({ id, name }) => (
        <p key={id}>
          <a href={`/board/issued/${id}`}>
            {name} · {signed('issued')}
          </a>
        </p>
      ))}
      {editing.length > 0 && !making && (
        <div>
          <Button kind="primary" onClick={() => setMaking(true)}>
            {t('newCard')}
          </Button>
        </div>
      )}
      {making && <NewCard units={editing} templates={scorecards.filter(({ template }) => template)} />}
    </>
  );
}

interface Start {
  key: string;
  title: string;
  says: string;
  body: (form: string) => Body;
  asks: boolean;
}

function NewCard(props: { units: readonly Unit[]; templates: readonly KeptScorecard[] }) {
  const { route } = useLocation();
  const [unit, setUnit] = useState(props.units[0]?.id ?? '');
  const [form, setForm] = useState<string>();
  const forms = useLoad(`measurable ${unit}`, () => call(listMeasurable, { params: { unit } }));
  const { busy, problem, act } = useAct();
  const known = forms.value?.forms ?? [];
  // What was asked last is what is meant, unless something else is chosen.
  const chosen = form ?? known[0]?.id ?? '';
  const starts: Start[] = [
    ...shipped.map((one) => ({
      key: one.id,
      title: one.title[language()],
      says: one.says[language()],
      body: (of: string) => bodyFrom(one, language(), of),
      asks: needsForm(one),
    })),
    ...props.templates.map((one) => ({
      key: one.id,
      title: one.title,
      says: one.unit.name,
      body: () => ({ ...one.body, picks: [] }),
      asks: false,
    })),
  ];
  const start = ({ title, body }: Start) =>
    act(async () => {
      const kept = await call(createScorecard, {
        params: { unit },
        body: { title, body: body(chosen), template: false },
      });
      route(composeAddress(unit, kept.id));
    });
  return (
    <section class="stack" aria-labelledby="new">
      <h2 id="new">{t('newCard')}</h2>
      <div class="composed-fields">
        {props.units.length > 1 && (
          <Select
            label={t('where')}
            value={unit}
            options={props.units.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => {
              setUnit(id);
              setForm(undefined);
            }}
          />
        )}
        <Select
          label={t('whichForm')}
          value={chosen}
          hint={forms.value && known.length === 0 ? t('noForms') : undefined}
          options={[
            ...known.map(({ id, title }) => ({ value: id, label: title })),
            { value: '', label: t('noForm') },
          ]}
          onChange={setForm}
        />
      </div>
      {problem && <Banner kind="warn">{problem}</Banner>}
      <h3>{t('fromTemplate')}</h3>
      <ul class="bare composed-starts">
        {starts.map((one) => (
          <li key={one.key} class="card stack tight">
            <h4>{one.title}</h4>
            <p class="note">{one.says}</p>
            <div>
              <Button
                small
                kind="outlined"
                busy={busy || forms.value === undefined}
                label={ui('about', { what: t('start'), of: one.title })}
                onClick={() => start(one)}
              >
                {t('start')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <div>
        <LinkButton href={composeAddress(unit)}>{t('fromBlank')}</LinkButton>
      </div>
    </section>
  );
}
