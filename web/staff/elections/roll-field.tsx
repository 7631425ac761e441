// Which roll says who may vote: one of the branch, or, where there is none, one made of stairwells, floors and doors.
import { useState } from 'preact/hooks';
import { createRoll, importEntries, listRolls, type Roll } from '../../../schema/api/rolls.ts';
import { doorsOf, planMost } from '../../../schema/rolls/doors.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { count } from '../../ui/figures.ts';
import { useAct } from '../../ui/load.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { wholeNumber } from '../areas/whole-number.ts';
import { sendRows } from '../rolls/send-rows.ts';
import { countWord } from '../rolls/words.ts';
import { t } from './words.ts';

/** Those that an election may be by: of votes of owners there are others. */
export const readRolls = async (): Promise<Roll[]> =>
  (await call(listRolls, {})).rolls.filter(({ kind, removedAt }) => kind !== 'owner' && removedAt === null);

const rollWords = ({ title, kind, entries, state }: Roll) =>
  t('rollIs', {
    title,
    n: countWord(kind, entries),
    state: state === 'frozen' ? t('rollFinal') : '',
  });

export function RollSelect(props: {
  rolls: readonly Roll[];
  roll: string | null;
  onChoose: (roll: string | null) => void;
}) {
  return (
    <Select
      label={t('roll')}
      hint={t('rollHint')}
      value={props.roll ?? ''}
      onChange={(value) => props.onChoose(value === '' ? null : value)}
      options={[
        ...props.rolls.map((one) => ({ value: one.id, label: rollWords(one) })),
        { value: '', label: t('noRoll') },
      ]}
    />
  );
}

export function RollField(props: {
  branch: { id: string; name: string };
  rolls: readonly Roll[];
  roll: string | null;
  /** buildings that are chosen */
  buildings: readonly string[];
  onChoose: (roll: string | null) => void;
  onMade: (roll: Roll) => void;
}) {
  return (
    <div class="stack tight">
      <RollSelect {...props} />
      <details>
        <summary>{t('makeRoll')}</summary>
        <MakeRoll {...props} />
      </details>
    </div>
  );
}

const names = ['stairwells', 'floors', 'perFloor'] as const;

function MakeRoll(props: {
  branch: { id: string; name: string };
  buildings: readonly string[];
  onMade: (roll: Roll) => void;
}) {
  const { branch, buildings } = props;
  const [typed, setTyped] = useState({ stairwells: '3', floors: '6', perFloor: '2' });
  const [wrong, setWrong] = useState('');
  const { busy, problem, act } = useAct();
  const [stairwells = 0, floors = 0, perFloor = 0] = names.map((name) => {
    const n = wholeNumber(typed[name]) ?? 0;
    return n <= planMost[name] ? n : 0;
  });
  const doors = doorsOf({ stairwells, floors, perFloor });
  const make = () =>
    act(async () => {
      setWrong(buildings.length === 0 ? t('needScopeFirst') : doors.length === 0 ? t('needNumbers') : '');
      if (buildings.length === 0 || doors.length === 0) return;
      const title = t('rollTitle', { name: branch.name }).slice(0, 60);
      const roll = await call(createRoll, {
        params: { unit: branch.id },
        body: { kind: 'household', title, note: '' },
      });
      const rows = buildings.flatMap((unit, at) =>
        doors.map((door, index) => ({ ...door, row: at * doors.length + index + 1, unit, name: '' })),
      );
      const { added } = await sendRows(rows, (part) =>
        call(importEntries, { params: { roll: roll.id }, body: { rows: part, dryRun: false } }),
      );
      toast(t('rollMade', { n: count(added) }));
      props.onMade({ ...roll, entries: added });
    });
  return (
    <div class="stack tight">
      <p class="note">{t('makeRollNote')}</p>
      <div class="election-days">
        {names.map((name) => (
          <TextField
            key={name}
            label={t(name)}
            value={typed[name]}
            onInput={(value) => setTyped({ ...typed, [name]: value })}
          />
        ))}
      </div>
      {(wrong || problem) && <Banner kind="warn">{wrong || problem}</Banner>}
      <div>
        <Button small kind="outlined" busy={busy} onClick={make}>
          {t('makeRollAct', { n: count(doors.length * buildings.length) })}
        </Button>
      </div>
    </div>
  );
}
