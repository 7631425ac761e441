// The rules as they are being written: criteria, who rates for how much, what is taken off or put on, what is awarded. Trims,
// preconditions and ties stay folded, and one sentence says what was chosen.
import { bandKinds, groupKinds, mostIndicators, type Rules } from '../../../schema/evaluations/scheme.ts';
import { setShare, shareOut } from '../../../schema/evaluations/shares.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { Advanced } from './advanced.tsx';
import { NumberField } from './number-field.tsx';
import { rulesSay } from './says.ts';
import { t } from './words.ts';

export interface RulesProps {
  rules: Rules;
  set: (change: Partial<Rules>) => void;
}

/** An id that nothing in the list has. */
export function freeId(list: readonly { id: string }[], start: string): string {
  for (let n = list.length + 1; ; n++)
    if (!list.some(({ id }) => id === `${start}${n}`)) return `${start}${n}`;
}

const without = <T,>(list: readonly T[], place: number): T[] => list.filter((_, at) => at !== place);
const changed = <T,>(list: readonly T[], place: number, change: Partial<T>): T[] =>
  list.map((one, at) => (at === place ? { ...one, ...change } : one));

export function RulesEditor({ rules, set }: RulesProps) {
  return (
    <section class="stack" aria-labelledby="rules">
      <h2 id="rules">{t('rules')}</h2>
      <p class="banner" role="status">
        <b>{t('says')}</b> {rulesSay(rules)}
      </p>
      <Shares rules={rules} set={set} />
      <Indicators rules={rules} set={set} />
      <Items rules={rules} set={set} what="deductions" />
      <Items rules={rules} set={set} what="bonuses" />
      <Vetoes rules={rules} set={set} />
      <BandsAndAwards rules={rules} set={set} />
      <details>
        <summary>{t('advanced')}</summary>
        <Advanced rules={rules} set={set} />
      </details>
    </section>
  );
}

function Shares({ rules, set }: RulesProps) {
  const counting = rules.groups.filter(({ id }) => id !== 'self');
  const weights = counting.map(({ weight }) => weight);
  const others = groupKinds.filter((kind) => !rules.groups.some(({ id }) => id === kind));
  const share = (place: number, value: number) => {
    const next = setShare(weights, place, value);
    const byId = new Map(counting.map(({ id }, at) => [id, next[at] ?? 0]));
    set({ groups: rules.groups.map((group) => ({ ...group, weight: byId.get(group.id) ?? 0 })) });
  };
  const drop = (id: string) => {
    const left = rules.groups.filter((group) => group.id !== id);
    const kept = left.filter((group) => group.id !== 'self');
    const parts = shareOut(
      kept.map(({ weight }) => weight),
      100,
    );
    const byId = new Map(kept.map((group, at) => [group.id, parts[at] ?? 0]));
    set({ groups: left.map((group) => ({ ...group, weight: byId.get(group.id) ?? 0 })) });
  };
  return (
    <div class="card stack tight">
      <h3>{t('groups')}</h3>
      <p class="note">{t('groupsNote')}</p>
      {rules.groups.map(({ id, weight }) => {
        const place = counting.findIndex((group) => group.id === id);
        const group = t(`group-${id}`);
        return (
          <div class="evaluation-share" key={id}>
            <label for={`share-${id}`}>{group}</label>
            {place < 0 ? (
              <span class="note">{t('beside')}</span>
            ) : (
              <input
                id={`share-${id}`}
                type="range"
                min={0}
                max={100}
                step={1}
                value={weight}
                disabled={counting.length < 2}
                aria-valuetext={t('percent', { n: weight })}
                onInput={(event) => share(place, Number(event.currentTarget.value))}
              />
            )}
            <output class="figures" for={`share-${id}`}>
              {place < 0 ? '' : t('percent', { n: weight })}
            </output>
            <Button
              small
              disabled={place >= 0 && counting.length < 2}
              label={`${t('drop')} ${group}`}
              onClick={() => {
                drop(id);
                toast(t('dropped', { title: group }), () => set({ groups: rules.groups }));
              }}
            >
              {t('drop')}
            </Button>
          </div>
        );
      })}
      {others.length > 0 && (
        <Select
          label={t('addGroup')}
          value=""
          options={[
            { value: '', label: t('chooseGroup') },
            ...others.map((kind) => ({ value: kind, label: t(`group-${kind}`) })),
          ]}
          onChange={(value) => {
            const id = groupKinds.find((kind) => kind === value);
            if (!id) return;
            const minimum = id === 'residents' ? 5 : 1;
            set({ groups: [...rules.groups, { id, weight: 0, minimum, middle: { rule: 'mean' } }] });
          }}
        />
      )}
    </div>
  );
}

function Indicators({ rules, set }: RulesProps) {
  const { indicators } = rules;
  const put = (place: number, change: Partial<Rules['indicators'][number]>) =>
    set({ indicators: changed(indicators, place, change) });
  return (
    <div class="card stack tight">
      <h3>{t('indicators')}</h3>
      <p class="note">{t('indicatorsNote', { n: indicators.reduce((sum, { most }) => sum + most, 0) })}</p>
      <ol class="bare stack tight">
        {indicators.map(({ id, title, criteria, most }, place) => (
          <li key={id} class="evaluation-item">
            <TextField
              label={t('indicator')}
              maxLength={30}
              value={title}
              onInput={(to) => put(place, { title: to })}
            />
            <TextField
              label={t('criteria')}
              optional
              lines={2}
              maxLength={200}
              value={criteria}
              onInput={(to) => put(place, { criteria: to })}
            />
            <NumberField
              label={t('most')}
              least={5}
              most={100}
              value={most}
              onChange={(to) => put(place, { most: to, weight: to })}
            />
            <Drop
              title={title}
              disabled={indicators.length < 2}
              onDrop={() => set({ indicators: without(indicators, place) })}
              onUndo={() => set({ indicators })}
            />
          </li>
        ))}
      </ol>
      {indicators.length < mostIndicators && (
        <div>
          <Button
            kind="outlined"
            onClick={() =>
              set({
                indicators: [
                  ...indicators,
                  { id: freeId(indicators, 'i'), title: t('indicator'), criteria: '', weight: 10, most: 10 },
                ],
              })
            }
          >
            {t('addIndicator')}
          </Button>
        </div>
      )}
    </div>
  );
}

export function Drop(props: { title: string; disabled?: boolean; onDrop: () => void; onUndo: () => void }) {
  return (
    <Button
      small
      disabled={props.disabled ?? false}
      label={`${t('drop')} ${props.title}`}
      onClick={() => {
        props.onDrop();
        toast(t('dropped', { title: props.title }), props.onUndo);
      }}
    >
      {t('drop')}
    </Button>
  );
}

function Items({ rules, set, what }: RulesProps & { what: 'deductions' | 'bonuses' }) {
  const list = rules[what];
  const put = (place: number, change: Partial<Rules['deductions'][number]>) =>
    set({ [what]: changed(list, place, change) });
  const cap = what === 'deductions' ? 'deductionCap' : 'bonusCap';
  const all = [...rules.deductions, ...rules.bonuses, ...rules.vetoes];
  return (
    <div class="card stack tight">
      <h3>{t(what)}</h3>
      {list.map(({ id, title, tenths, photo }, place) => (
        <div key={id} class="evaluation-item">
          <TextField
            label={t('item')}
            maxLength={60}
            value={title}
            onInput={(to) => put(place, { title: to })}
          />
          <NumberField
            label={t('points')}
            least={0.1}
            most={100}
            step={0.1}
            value={tenths / 10}
            onChange={(to) => put(place, { tenths: Math.round(to * 10) })}
          />
          <label class="evaluation-tick">
            <input
              type="checkbox"
              checked={photo}
              onChange={(event) => put(place, { photo: event.currentTarget.checked })}
            />
            {t('needsPhoto')}
          </label>
          <Drop
            title={title}
            onDrop={() => set({ [what]: without(list, place) })}
            onUndo={() => set({ [what]: list })}
          />
        </div>
      ))}
      {list.length > 0 && (
        <NumberField
          label={t(what === 'deductions' ? 'capDeduct' : 'capAdd')}
          least={0}
          most={100}
          value={rules[cap]}
          onChange={(to) => set({ [cap]: to })}
        />
      )}
      <div>
        <Button
          kind="outlined"
          label={`${t(what)}: ${t('addItem')}`}
          onClick={() =>
            set({
              [what]: [...list, { id: freeId(all, 'x'), title: t('item'), tenths: 10, photo: false }],
              ...(rules[cap] === 0 && { [cap]: 10 }),
            })
          }
        >
          {t('addItem')}
        </Button>
      </div>
    </div>
  );
}

function Vetoes({ rules, set }: RulesProps) {
  const { vetoes } = rules;
  const all = [...rules.deductions, ...rules.bonuses, ...vetoes];
  return (
    <div class="card stack tight">
      <h3>{t('vetoes')}</h3>
      {vetoes.map(({ id, title }, place) => (
        <div key={id} class="evaluation-item">
          <TextField
            label={t('item')}
            maxLength={60}
            value={title}
            onInput={(to) => set({ vetoes: changed(vetoes, place, { title: to }) })}
          />
          <Drop
            title={title}
            onDrop={() => set({ vetoes: without(vetoes, place) })}
            onUndo={() => set({ vetoes })}
          />
        </div>
      ))}
      <div>
        <Button
          kind="outlined"
          label={`${t('vetoes')}: ${t('addItem')}`}
          onClick={() => set({ vetoes: [...vetoes, { id: freeId(all, 'v'), title: t('item') }] })}
        >
          {t('addItem')}
        </Button>
      </div>
    </div>
  );
}

function BandsAndAwards({ rules, set }: RulesProps) {
  const { bands, awards } = rules;
  return (
    <div class="card stack tight">
      <h3>{t('bands')}</h3>
      <div class="evaluation-row">
        {bandKinds.map((id) => {
          const place = bands.findIndex((band) => band.id === id);
          return place < 0 ? null : (
            <NumberField
              key={id}
              label={t('bandFrom', { band: t(`band-${id}`) })}
              least={0}
              most={100}
              value={bands[place]?.from ?? 0}
              onChange={(from) => set({ bands: changed(bands, place, { from }) })}
            />
          );
        })}
      </div>
      <h3>{t('awards')}</h3>
      {awards.map(({ id, title, places, from }, place) => (
        <div key={id} class="evaluation-item">
          <TextField
            label={t('award')}
            maxLength={30}
            value={title}
            onInput={(to) => set({ awards: changed(awards, place, { title: to }) })}
          />
          <NumberField
            label={t('places')}
            least={1}
            most={2000}
            value={places}
            onChange={(to) => set({ awards: changed(awards, place, { places: to }) })}
          />
          <NumberField
            label={t('awardFrom')}
            least={0}
            most={100}
            value={from}
            onChange={(to) => set({ awards: changed(awards, place, { from: to }) })}
            onEmpty={() => set({ awards: changed(awards, place, { from: undefined }) })}
          />
          <Drop
            title={title}
            onDrop={() => set({ awards: without(awards, place) })}
            onUndo={() => set({ awards })}
          />
        </div>
      ))}
      <div>
        <Button
          kind="outlined"
          onClick={() =>
            set({ awards: [...awards, { id: freeId(awards, 'a'), title: t('award'), places: 1 }] })
          }
        >
          {t('addAward')}
        </Button>
      </div>
    </div>
  );
}
