// A roll building by building: how many stand on it, how many letters are out.
import { useState } from 'preact/hooks';
import type { RollUnit } from '../../../schema/api/rolls.ts';
import { showArea } from '../../../schema/rolls/area.ts';
import { Button } from '../../ui/button.tsx';
import { count } from '../../ui/figures.ts';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { RollView } from './roll-page.tsx';
import { rollAddress } from './rolls.tsx';
import { countWord, t } from './words.ts';

/** A city has 1,269 of them: a page of the list at a time. */
const shownFirst = 60;

export function RollBuildings({ view }: { view: RollView }) {
  const { roll, units, keeps } = view;
  const [words, setWords] = useState('');
  const [shown, setShown] = useState(shownFirst);
  if (units.length === 0) return null;
  const wanted = words.trim();
  const found = units.filter(({ unit, above }) => `${above}${unit.name}`.includes(wanted));
  const nameOf = ({ unit, above }: RollUnit) => (
    <>
      {keeps ? <a href={`${rollAddress(roll.id)}/entries?unit=${unit.id}`}>{unit.name}</a> : unit.name}{' '}
      <span class="note dim">{above}</span>
    </>
  );
  return (
    <section class="stack">
      <h2>{t('buildings')}</h2>
      {units.length > 20 && (
        <div class="sheet">
          <TextField type="search" label={t('findBuilding')} value={words} onInput={setWords} />
        </div>
      )}
      <Table
        caption={t('buildings')}
        hideCaption
        rows={found.slice(0, shown)}
        rowKey={({ unit }) => unit.id}
        columns={[
          { key: 'name', title: t('building'), head: true, cell: nameOf },
          {
            key: 'n',
            title: t('standing'),
            number: true,
            cell: ({ entries }) => countWord(roll.kind, entries),
          },
          ...(units.some(({ struck }) => struck > 0)
            ? [
                {
                  key: 'struck',
                  title: t('struck'),
                  number: true,
                  cell: ({ struck }: RollUnit) => (struck > 0 ? count(struck) : ''),
                },
              ]
            : []),
          ...(roll.kind === 'owner'
            ? [
                {
                  key: 'area',
                  title: t('totalArea'),
                  number: true,
                  cell: ({ area }: RollUnit) => t('squareMetres', { area: showArea(area) }),
                },
              ]
            : []),
          ...(roll.state === 'frozen'
            ? [
                {
                  key: 'letters',
                  title: t('letters'),
                  number: true,
                  cell: ({ letters, due }: RollUnit) =>
                    t('lettersOf', { n: count(letters), all: count(due) }),
                },
              ]
            : []),
        ]}
      />
      {found.length > shown && (
        <div>
          <Button kind="outlined" onClick={() => setShown(shown + 200)}>
            {t('moreBuildings')}
          </Button>
        </div>
      )}
    </section>
  );
}
