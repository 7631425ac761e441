// One area: search first, then step down from the top of the own branch; the last choice is offered again. Of a run, those
// that it reached, from the top down.
import { useState } from 'preact/hooks';
import { getUnit, searchUnits, type Unit } from '../../schema/api/units.ts';
import { Button } from './button.tsx';
import { call } from './call.ts';
import { useLoad } from './load.ts';
import { Loading } from './loading.tsx';
import { TextField } from './text-field.tsx';
import { unitKindWord } from './words/kinds.ts';
import { t } from './words/ui.ts';

/** `chosen` is the id; `onChoose` gets the whole unit. `not` cannot be chosen (a unit cannot move under itself). */
export function UnitPicker(props: {
  label: string;
  chosen: string;
  onChoose: (unit: Unit) => void;
  not?: string;
  campaign?: string;
}) {
  const { campaign } = props;
  const [words, setWords] = useState('');
  const [at, setAt] = useState<Unit>();
  const wanted = words.trim();
  const found = useLoad(
    `${campaign} ${wanted === '' ? `at ${at?.id ?? ''}` : `find ${wanted}`}`,
    async () => {
      if (wanted !== '') return call(searchUnits, { query: { search: wanted, campaign } });
      if (!at) return call(searchUnits, { query: { campaign } });
      return { units: (await call(getUnit, { params: { unit: at.id } })).children, above: {} };
    },
  );
  return (
    <fieldset class="stack tight">
      <legend class="field-label">{props.label}</legend>
      <TextField
        type="search"
        label={t('searchUnits')}
        hideLabel
        placeholder={t('searchUnits')}
        value={words}
        onInput={setWords}
      />
      {at && wanted === '' && (
        <div class="line">
          <Button small onClick={() => setAt(undefined)}>
            ‹ {t('up')}
          </Button>
          <span>{at.name}</span>
          <Button small kind="outlined" onClick={() => props.onChoose(at)}>
            {t('choose')}
          </Button>
        </div>
      )}
      <Loading from={found}>
        {({ units, above }) =>
          units.length === 0 ? (
            <p class="note">{t('nothingFound', { words: wanted })}</p>
          ) : (
            <ul class="unit-list">
              {units
                .filter((unit) => unit.id !== props.not && unit.retiredAt === null)
                .map((unit) => (
                  <li key={unit.id}>
                    <button
                      type="button"
                      aria-pressed={unit.id === props.chosen}
                      onClick={() => {
                        props.onChoose(unit);
                        if (unit.children > 0 && wanted === '' && !campaign) setAt(unit);
                      }}
                    >
                      {unit.name}{' '}
                      <span class="note dim">
                        {[unitKindWord(unit.kind), (above[unit.id] ?? []).join(' › ')]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </button>
                  </li>
                ))}
            </ul>
          )
        }
      </Loading>
    </fieldset>
  );
}
