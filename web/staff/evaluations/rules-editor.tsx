// The rules as they are being written: criteria, who rates for how much, what is taken off or put on, what is awarded. Trims,
// preconditions and ties stay folded, and one sentence says what was chosen.
import { bandKinds, mostIndicators, type Rules } from '../../../schema/evaluations/scheme.ts';
import { Button } from '../../ui/button.tsx';
import { rulesSay } from '../../ui/evaluation-says.ts';
import { TextField } from '../../ui/text-field.tsx';
import { Advanced } from './advanced.tsx';
import { NumberField } from './number-field.tsx';
import { changed, Drop, freeId, type RulesProps, without } from './rule-list.tsx';
import { Shares } from './shares.tsx';
import { t } from './words.ts';

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
