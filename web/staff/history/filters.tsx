// Narrowing the history: who, about what, where, from one day to another.
import { useState } from 'preact/hooks';
import { getUnit } from '../../../schema/api/units.ts';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { type Filter, noFilter, queryOf, rooms } from './filter.ts';
import { t } from './words.ts';

interface Props {
  filter: Filter;
  onChoose: (filter: Filter) => void;
}

export function Filters(props: Props) {
  const { filter } = props;
  const query = queryOf(filter);
  const area = useAreaName(filter.area);
  const what = [filter.who, filter.about && t(`room-${filter.about}`), area, days(filter)].filter(Boolean);
  return (
    // Folded and filled in anew whenever the address says something else.
    <details key={query}>
      <summary>{query === '' ? t('filter') : t('filtered', { what: what.join(' · ') })}</summary>
      <Fields set={query !== ''} area={area} {...props} />
    </details>
  );
}

const days = ({ from, to }: Filter) => {
  if (from === '' && to === '') return '';
  if (from === '') return t('untilDay', { day: to });
  return to === '' ? t('sinceDay', { day: from }) : `${from} – ${to}`;
};

/** `area`: the name of the one in the filter. */
function Fields(props: Props & { set: boolean; area: string }) {
  const [filter, setFilter] = useState(props.filter);
  const [picking, setPicking] = useState(false);
  const [picked, setPicked] = useState<string>();
  return (
    <form
      class="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        props.onChoose(filter);
      }}
    >
      <TextField
        label={t('who')}
        hint={t('whoHint')}
        optional
        maxLength={64}
        value={filter.who}
        onInput={(who) => setFilter({ ...filter, who })}
      />
      <Select
        label={t('whatAbout')}
        value={filter.about}
        options={(['', ...rooms] as const).map((room) => ({
          value: room,
          label: room === '' ? t('room-all') : t(`room-${room}`),
        }))}
        onChange={(about) => setFilter({ ...filter, about })}
      />
      <div class="stack tight">
        <div class="line">
          <span>{t('where', { name: filter.area === '' ? t('everywhere') : (picked ?? props.area) })}</span>
          <Button small kind="outlined" expanded={picking} onClick={() => setPicking(!picking)}>
            {t('whereOther')}
          </Button>
          {filter.area !== '' && (
            <Button small onClick={() => setFilter({ ...filter, area: '' })}>
              {t('everywhere')}
            </Button>
          )}
        </div>
        {picking && (
          <UnitPicker
            label={t('whereOther')}
            chosen={filter.area}
            onChoose={({ id, name }) => {
              setFilter({ ...filter, area: id });
              setPicked(name);
              setPicking(false);
            }}
          />
        )}
      </div>
      <div class="two-fields">
        <TextField
          type="date"
          label={t('fromDay')}
          value={filter.from}
          onInput={(from) => setFilter({ ...filter, from })}
        />
        <TextField
          type="date"
          label={t('toDay')}
          value={filter.to}
          onInput={(to) => setFilter({ ...filter, to })}
        />
      </div>
      <div class="line">
        <Button type="submit" kind="primary">
          {t('find')}
        </Button>
        {props.set && <Button onClick={() => props.onChoose(noFilter)}>{t('findAll')}</Button>}
      </div>
    </form>
  );
}

function useAreaName(area: string): string {
  const loaded = useLoad(`area name ${area}`, async () =>
    area === '' ? '' : (await call(getUnit, { params: { unit: area } })).unit.name,
  );
  return loaded.value ?? '…';
}
