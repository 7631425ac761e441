// /print/roll?roll=…: a roll as it is posted. A notice in front, set as official papers are, then the doors of each building.
import { useState } from 'preact/hooks';
import type { Entry } from '../../schema/api/rolls.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { count } from '../ui/figures.ts';
import { useLoad } from '../ui/load.ts';
import { Loading } from '../ui/loading.tsx';
import { Select } from '../ui/select.tsx';
import { WaitingLine } from '../ui/waiting-line.tsx';
import { language } from '../ui/words/language.ts';
import { useChunks } from './chunks.ts';
import { type LettersFrom, placesOf } from './letters-page.tsx';
import { entriesOf } from './papers/read.ts';
import { PostedDoors, PostedNotice, sheetsOfDoors } from './posted-sheets.tsx';
import { t } from './posted-words.ts';

/** Doors in one print job: browsers and office printers choke on a thousand sheets. */
const mostAtOnce = 3000;

export function PostedPage({ from }: { from: LettersFrom }) {
  const { roll, units } = from.view;
  const whole = roll.entries <= mostAtOnce;
  const [chosen, setChosen] = useState(whole ? '' : (units[0]?.unit.id ?? ''));
  const loaded = useLoad(`posted ${roll.id} ${chosen}`, async () => {
    const doors = new Map<string, Entry[]>();
    for (const { unit } of units)
      if (chosen === '' || chosen === unit.id) doors.set(unit.id, await entriesOf(roll.id, unit.id));
    return doors;
  });
  if (roll.entries === 0) return <Empty>{t('nobody')}</Empty>;
  return (
    <div class="print-columns">
      <div class="stack no-print">
        <h1>{t('title')}</h1>
        <p>{roll.title}</p>
        <Select
          label={t('which')}
          value={chosen}
          options={[
            ...(whole ? [{ value: '', label: t('allBuildings') }] : []),
            ...units.map(({ unit }) => ({ value: unit.id, label: unit.name })),
          ]}
          onChange={setChosen}
        />
        <Loading from={loaded} what={t('reading')}>
          {(doors) => {
            const n = 1 + [...doors.values()].flatMap((list) => sheetsOfDoors(roll.kind, list)).length;
            return (
              <div>
                <Button kind="primary" onClick={() => print()}>
                  {t('print', { n: count(n) })}
                </Button>
              </div>
            );
          }}
        </Loading>
        <p class="note">{t(roll.kind === 'person' ? 'whole' : 'masked')}</p>
        <p class="note">{t('paper')}</p>
        <a href={`/staff/rolls/${roll.id}`}>{t('toRoll')}</a>
      </div>
      {loaded.value && <Sheets from={from} doors={loaded.value} />}
    </div>
  );
}

function Sheets({ from, doors }: { from: LettersFrom; doors: ReadonlyMap<string, Entry[]> }) {
  const { roll } = from.view;
  const places = placesOf(from.view);
  const lists = [...doors].flatMap(([unit, entries]) =>
    sheetsOfDoors(roll.kind, entries).map((list, at) => ({ name: places.get(unit) ?? '', list, at })),
  );
  const drawn = useChunks(`${language()} ${[...doors.keys()].join()}`, lists.length, 8);
  return (
    <section class="sheets" aria-label={t('preview')}>
      {drawn < lists.length && <WaitingLine what={t('reading')} done={drawn} total={lists.length} />}
      <PostedNotice from={from} />
      {lists.slice(0, drawn).map(({ name, list, at }, index) => (
        <PostedDoors
          key={list[0]?.id}
          kind={roll.kind}
          name={name}
          list={list}
          again={at > 0}
          page={index + 2}
        />
      ))}
    </section>
  );
}
