// 高级: how marks of a group become one figure and how many it takes, what happens without a group, preconditions, ties.
import { leastMarks, type Rules } from '../../../schema/evaluations/scheme.ts';
import { Button } from '../../ui/button.tsx';
import { groupWord, tieWord } from '../../ui/evaluation-says.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { t as say } from '../../ui/words/evaluations.ts';
import { NumberField } from './number-field.tsx';
import { changed, Drop, freeId, type RulesProps, without } from './rule-list.tsx';
import { t } from './words.ts';

type Group = Rules['groups'][number];

const middles = {
  mean: { rule: 'mean' },
  trimmed: { rule: 'trimmed', percent: 10, from: 10 },
  median: { rule: 'median', from: 3 },
} as const;

export function Advanced({ rules, set }: RulesProps) {
  const put = (id: Group['id'], change: Partial<Group>) =>
    set({ groups: rules.groups.map((group) => (group.id === id ? { ...group, ...change } : group)) });
  const counting = rules.groups.filter(({ weight }) => weight > 0).map(({ id }) => id);
  const ties = [...counting, 'deductions' as const];
  return (
    <div class="stack">
      {rules.groups.map((group) => (
        <OneGroup key={group.id} group={group} rules={rules} put={(change) => put(group.id, change)} />
      ))}
      <Select
        label={t('missing')}
        value={rules.missing}
        onChange={(missing) => set({ missing })}
        options={(['incomplete', 'reweight'] as const).map((value) => ({
          value,
          label: t(`missing-${value}`),
        }))}
      />
      <Gates rules={rules} set={set} />
      <Select
        label={t('tieBy')}
        value={rules.tie.by[0] ?? ''}
        onChange={(first) =>
          set({
            tie: {
              ...rules.tie,
              by: first === '' ? [] : [first, ...rules.tie.by.filter((one) => one !== first).slice(0, 1)],
            },
          })
        }
        options={[
          ...ties.map((value) => ({ value, label: tieWord(value) })),
          { value: '' as const, label: t('tieNone') },
        ]}
      />
      <Select
        label={t('tieRest')}
        value={rules.tie.rest}
        onChange={(rest) => set({ tie: { ...rules.tie, rest } })}
        options={(['decide', 'all', 'none'] as const).map((value) => ({
          value,
          label: say(`rest-${value}`),
        }))}
      />
    </div>
  );
}

function OneGroup(props: { group: Group; rules: Rules; put: (change: Partial<Group>) => void }) {
  const { group, rules, put } = props;
  const { middle } = group;
  const name = groupWord(group.id);
  const all = rules.indicators.map(({ id }) => id);
  const marked = group.marks ?? all;
  return (
    <div class="evaluation-row">
      <NumberField
        label={t('minimum', { group: name })}
        least={leastMarks(group.id)}
        most={500}
        value={group.minimum}
        onChange={(minimum) => put({ minimum })}
      />
      <Select
        label={t('middle', { group: name })}
        value={middle.rule}
        onChange={(rule) => put({ middle: { ...middles[rule] } })}
        options={(['mean', 'trimmed', 'median'] as const).map((value) => ({
          value,
          label: t(`middle-${value}`),
        }))}
      />
      {middle.rule === 'trimmed' && (
        <NumberField
          label={t('trimPercent')}
          least={1}
          most={49}
          value={middle.percent}
          onChange={(percent) => put({ middle: { ...middle, percent } })}
        />
      )}
      {middle.rule !== 'mean' && (
        <NumberField
          label={t('trimFrom')}
          least={3}
          most={500}
          value={middle.from}
          onChange={(from) => put({ middle: { ...middle, from } })}
        />
      )}
      <fieldset class="evaluation-marks">
        <legend class="field-label">{t('marks', { group: name })}</legend>
        {rules.indicators.map(({ id, title }) => (
          <label key={id} class="evaluation-tick">
            <input
              type="checkbox"
              checked={marked.includes(id)}
              onChange={(event) => {
                const next = all.filter((one) =>
                  one === id ? event.currentTarget.checked : marked.includes(one),
                );
                put({ marks: next.length === all.length ? undefined : next });
              }}
            />
            {title}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

function Gates({ rules, set }: RulesProps) {
  const { gates } = rules;
  const put = (place: number, change: Partial<Rules['gates'][number]>) =>
    set({ gates: changed(gates, place, change) });
  return (
    <div class="stack tight">
      <h3>{t('gates')}</h3>
      {gates.map(({ id, title, atLeast, from }, place) => (
        <div key={id} class="evaluation-item">
          <TextField
            label={t('gate')}
            maxLength={60}
            value={title}
            onInput={(to) => put(place, { title: to })}
          />
          <Select
            label={t('gateFrom')}
            value={from}
            onChange={(to) => put(place, { from: to })}
            options={(['residents', 'reported'] as const).map((value) => ({
              value,
              label: t(`from-${value}`),
            }))}
          />
          <NumberField
            label={t('atLeast')}
            least={0}
            most={100}
            value={atLeast}
            onChange={(to) => put(place, { atLeast: to })}
          />
          <Drop
            title={title}
            onDrop={() => set({ gates: without(gates, place) })}
            onUndo={() => set({ gates })}
          />
        </div>
      ))}
      {gates.length < 5 && (
        <div>
          <Button
            kind="outlined"
            onClick={() =>
              set({
                gates: [
                  ...gates,
                  { id: freeId(gates, 'g'), title: t('from-residents'), atLeast: 80, from: 'residents' },
                ],
              })
            }
          >
            {t('addGate')}
          </Button>
        </div>
      )}
    </div>
  );
}
