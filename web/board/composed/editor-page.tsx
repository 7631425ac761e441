// /board/compose/:unit — 自己排: measures in their order with sources, targets and weights, and the card as it comes out.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import {
  createScorecard,
  type KeptScorecard,
  listMeasurable,
  listScorecards,
  previewComposed,
  updateScorecard,
} from '../../../schema/api/composed.ts';
import { whoAmI } from '../../../schema/api/session.ts';
import { type Body, formOf, type Measure, measuresMost } from '../../../schema/scorecards/body.ts';
import { type PeriodKind, periodKinds, periodOf } from '../../../schema/scorecards/period.ts';
import { Banner } from '../../ui/banner.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Choice } from '../../ui/choice.tsx';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { Frame } from '../frame.tsx';
import { cardAddress } from './addresses.ts';
import { ComposedView } from './card-view.tsx';
import { t } from './compose-words.ts';
import { MeasureEditor } from './measure-editor.tsx';
import { periodWords } from './said.ts';
import { type Forms, sourceOf } from './source-fields.tsx';
import { t as composed } from './words.ts';

export function EditorPage() {
  const { params, query } = useRoute();
  const unit = params.unit ?? '';
  const scorecard = query.scorecard ?? '';
  const read = useLoad(`compose ${unit} ${scorecard}`, () =>
    Promise.all([
      call(whoAmI, {}),
      call(listMeasurable, { params: { unit } }),
      call(listScorecards, {}).then(({ scorecards }) => scorecards.find(({ id }) => id === scorecard)),
    ]),
  );
  useEffect(() => {
    document.title = t('editing');
  });
  return (
    <Frame demo={read.value?.[0].demo ?? false}>
      <Loading from={read}>
        {([, { forms }, kept]) => <Editor key={scorecard} unit={unit} forms={forms} kept={kept} />}
      </Loading>
    </Frame>
  );
}

const empty: Body = { period: 'month', measures: [], picks: [] };

function Editor(props: { unit: string; forms: Forms; kept: KeptScorecard | undefined }) {
  const { unit, forms, kept } = props;
  const { route } = useLocation();
  const [title, setTitle] = useState(kept?.title ?? composed('cards'));
  const [template, setTemplate] = useState(kept?.template ?? false);
  const [body, setBody] = useState<Body>(kept?.body ?? empty);
  const { busy, problem, act } = useAct();
  const list = useRef<HTMLOListElement>(null);
  const { measures } = body;
  const put = (next: readonly Measure[]) => setBody({ ...body, measures: [...next] });
  const move = (at: number, by: -1 | 1) => {
    const to = at + by;
    const [moved, other] = [measures[at], measures[to]];
    if (!moved || !other) return;
    const next = [...measures];
    next[at] = other;
    next[to] = moved;
    put(next);
    const within = list.current?.contains(document.activeElement) ? document.activeElement : null;
    // The row goes on under the hands that move it.
    requestAnimationFrame(() => within instanceof HTMLElement && within.focus());
  };
  const add = () => {
    const source = sourceOf('question', forms) ?? sourceOf('election', forms);
    if (!source) return;
    const taken = new Set(measures.map(({ id }) => id));
    let n = measures.length + 1;
    while (taken.has(`m${n}`)) n += 1;
    const line = source.kind === 'question' ? forms[0]?.lines[0]?.title : undefined;
    const measure: Measure = {
      id: `m${n}`,
      title: (line ?? t(`source-${source.kind}`)).slice(0, 40),
      source,
      weight: 0,
      better: 'higher',
      target: null,
      fair: null,
    };
    put([...measures, measure]);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-measure="${measure.id}"] input`)?.focus(),
    );
  };
  const remove = (at: number) => {
    const before = body;
    put(measures.filter((_, index) => index !== at));
    toast(t('removed', { title: measures[at]?.title ?? '' }), () => setBody(before));
  };
  const save = () =>
    act(async () => {
      const stored = kept
        ? await call(updateScorecard, {
            params: { scorecard: kept.id },
            body: { rev: kept.rev, title, body, template },
          })
        : await call(createScorecard, { params: { unit }, body: { title, body, template } });
      route(cardAddress(stored.id, unit));
      toast(t('saved'));
    });
  const takeAway = () =>
    act(async () => {
      if (!kept) return;
      const gone = await call(updateScorecard, {
        params: { scorecard: kept.id },
        body: { rev: kept.rev, removed: true },
      });
      route('/board/cards');
      toast(t('takenAway', { title }), () =>
        call(updateScorecard, {
          params: { scorecard: gone.id },
          body: { rev: gone.rev, removed: false },
        }).then(() => route(cardAddress(gone.id, unit))),
      );
    });
  return (
    <div class="stack wide">
      <header class="stack tight">
        <Breadcrumb steps={[{ title: composed('cards'), href: '/board/cards' }, { title: t('editing') }]} />
        <h1>{t('editing')}</h1>
        <p class="note">{t('editorNote')}</p>
      </header>
      <div class="composed-editor">
        <div class="stack">
          <div class="composed-fields">
            <TextField label={t('cardTitle')} value={title} onInput={setTitle} maxLength={60} />
            <Select
              label={t('rhythm')}
              value={body.period}
              options={periodKinds.map((kind) => ({ value: kind, label: kindWord(kind) }))}
              onChange={(period) => setBody({ ...body, period, picks: [] })}
            />
          </div>
          <ol class="bare stack tight" ref={list}>
            {measures.map((measure, at) => (
              <MeasureEditor
                key={measure.id}
                measure={measure}
                forms={forms}
                first={at === 0}
                last={at === measures.length - 1}
                onChange={(next) => put(measures.map((one) => (one.id === measure.id ? next : one)))}
                onMove={(by) => move(at, by)}
                onRemove={() => remove(at)}
              />
            ))}
          </ol>
          <div class="line">
            <Button kind="outlined" disabled={measures.length >= measuresMost} onClick={add}>
              {t('add')}
            </Button>
          </div>
          <Picks body={body} forms={forms} onChange={setBody} />
          <Choice kind="box" checked={template} onChange={setTemplate} label={t('asTemplate')} />
          {problem && <Banner kind="warn">{problem}</Banner>}
          <div class="line">
            <Button kind="primary" busy={busy} onClick={save}>
              {t('save')}
            </Button>
            {kept && <Button onClick={takeAway}>{t('takeAway')}</Button>}
          </div>
        </div>
        <Preview unit={unit} title={title} body={body} />
      </div>
    </div>
  );
}

const kindWord = (kind: PeriodKind) => t(kind === 'month' ? 'byMonth' : 'byQuarter');

/** Where the rule would take another run than is meant, in the period of today. */
function Picks(props: { body: Body; forms: Forms; onChange: (body: Body) => void }) {
  const { body, forms, onChange } = props;
  const period = periodOf(body.period, Date.now());
  const used = [...new Set(body.measures.flatMap(({ source }) => formOf(source) || []))];
  return (
    <>
      {used.map((form) => {
        const known = forms.find(({ id }) => id === form);
        const picked = body.picks.find((one) => one.form === form && one.period === period.key)?.run ?? '';
        const others = body.picks.filter((one) => one.form !== form || one.period !== period.key);
        return (
          known &&
          known.runs.length > 1 && (
            <Select
              key={form}
              label={t('pick', { form: known.title, period: periodWords(period) })}
              value={picked}
              options={[
                { value: '', label: t('pickAuto') },
                ...known.runs.map(({ id, title }) => ({ value: id, label: title })),
              ]}
              onChange={(run) =>
                onChange({
                  ...body,
                  picks: run === '' ? others : [...others, { form, period: period.key, run }],
                })
              }
            />
          )
        );
      })}
    </>
  );
}

/** Typing goes on while it is read; the last answer stands. */
const pause = 300;

function Preview({ unit, title, body }: { unit: string; title: string; body: Body }) {
  const [settled, setSettled] = useState(body);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(body), pause);
    return () => clearTimeout(timer);
  }, [body]);
  const whole = { ...settled, measures: settled.measures.filter((one) => one.title.trim() !== '') };
  const shown = useLoad(`preview ${unit} ${JSON.stringify(whole)}`, () =>
    call(previewComposed, { params: { unit }, body: { title: title.trim(), body: whole, period: null } }),
  );
  const last = useRef(shown.value);
  if (shown.value) last.current = shown.value;
  const card = shown.value ?? last.current;
  return (
    <section class="stack tight composed-preview" aria-labelledby="preview">
      <h2 id="preview">{t('preview')}</h2>
      {shown.state === 'failed' && <Banner kind="warn">{shown.sentence}</Banner>}
      {whole.measures.length === 0 ? (
        <p class="note">{t('previewEmpty')}</p>
      ) : (
        card && <ComposedView card={card} />
      )}
    </section>
  );
}
