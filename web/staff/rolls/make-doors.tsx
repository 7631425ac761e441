// A roll without a sheet: so many stairwells, floors and doors, for one building or many alike.
import { useMemo, useState } from 'preact/hooks';
import { importEntries, type Roll } from '../../../schema/api/rolls.ts';
import { listSubtree, type Unit } from '../../../schema/api/units.ts';
import { doorsOf, type Plan, planMost } from '../../../schema/rolls/doors.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { meant, treeOf } from '../../ui/tree.ts';
import { TreePicker } from '../../ui/tree-picker.tsx';
import { wholeNumber } from '../areas/whole-number.ts';
import { sendRows } from './send-rows.ts';
import { t } from './words.ts';

export function MakeDoors(props: { roll: Roll; onDone: () => void }) {
  const unit = props.roll.unit.id;
  const loaded = useLoad(`doors ${unit}`, async () =>
    (await call(listSubtree, { params: { unit } })).units.filter(({ kind }) => kind !== 'stairwell'),
  );
  return <Loading from={loaded}>{(units) => <Fields {...props} units={units} />}</Loading>;
}

const names = ['stairwells', 'floors', 'perFloor'] as const;

function Fields(props: { roll: Roll; units: readonly Unit[]; onDone: () => void }) {
  const { roll, units } = props;
  const [typed, setTyped] = useState({ stairwells: '3', floors: '6', perFloor: '2' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const tree = useMemo(() => treeOf(units), [units]);
  const buildings = meant(tree, chosen).filter(({ kind }) => kind === 'building');
  const plan = planOf(typed);
  const doors = plan ? doorsOf(plan) : [];
  const rows = doors.length * buildings.length;
  const wrong = !plan ? t('doorsNumbers', { ...planMost }) : buildings.length === 0 ? t('doorsNone') : '';
  const send = () =>
    act(async () => {
      setTried(true);
      if (wrong) return;
      const made = buildings.flatMap(({ id }, at) =>
        doors.map((door, index) => ({ ...door, row: at * doors.length + index + 1, unit: id, name: '' })),
      );
      const done = await sendRows(made, (part) =>
        call(importEntries, { params: { roll: roll.id }, body: { rows: part, dryRun: false } }),
      );
      toast(t('doorsDone', { added: done.added, same: done.same + done.changed }));
      props.onDone();
    });
  return (
    <form
      class="sheet card"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{t('doorsTitle')}</h2>
      <p class="note">{t('doorsNote')}</p>
      <div class="roll-plan">
        {names.map((name) => (
          <TextField
            key={name}
            label={t(name)}
            short
            value={typed[name]}
            onInput={(value) => setTyped({ ...typed, [name]: value })}
          />
        ))}
      </div>
      <TreePicker label={t('doorsWhich')} units={units} chosen={chosen} onChoose={setChosen} />
      {tried && wrong && <Banner kind="warn">{wrong}</Banner>}
      {problem && <Banner kind="warn">{problem}</Banner>}
      <div>
        <Button type="submit" kind="outlined" busy={busy}>
          {rows === 0 ? t('makeDoors') : t('doorsAct', { n: rows.toLocaleString('en-US') })}
        </Button>
      </div>
    </form>
  );
}

function planOf(typed: Readonly<Record<keyof Plan, string>>): Plan | undefined {
  const [stairwells = 0, floors = 0, perFloor = 0] = names.map((name) => {
    const n = wholeNumber(typed[name]) ?? 0;
    return n <= planMost[name] ? n : 0;
  });
  return stairwells * floors * perFloor > 0 ? { stairwells, floors, perFloor } : undefined;
}
