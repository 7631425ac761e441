// Correcting one entry. What was there is brought back by 撤销, except a phone, of which nobody knows more than its code.
import { useState } from 'preact/hooks';
import type { Body } from '../../../schema/api/endpoint.ts';
import { changeEntry, type Entry, type Roll } from '../../../schema/api/rolls.ts';
import { readArea, showArea } from '../../../schema/rolls/area.ts';
import { holdings, sameNames } from '../../../schema/rolls/heads.ts';
import { rowLimits } from '../../../schema/rolls/rows.ts';
import { call } from '../../ui/call.ts';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useAct } from '../../ui/load.ts';
import { sentenceOf } from '../../ui/problem.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { doorName } from './door-name.ts';
import { t } from './words.ts';

type Change = Body<typeof changeEntry>;

export function EditEntry(props: { roll: Roll; entry: Entry; onClose: () => void; onChanged: () => void }) {
  const { roll, entry } = props;
  const [typed, setTyped] = useState({
    stairwell: entry.stairwell,
    door: entry.door,
    name: entry.name,
    phone: '',
    floor: entry.floor === null ? '' : String(entry.floor),
    area: entry.area === null ? '' : showArea(entry.area),
    ownerNumber: entry.ownerNumber,
  });
  const [holding, setHolding] = useState(entry.holding);
  const [developer, setDeveloper] = useState(entry.developer);
  const { busy, problem, act } = useAct();
  const [wrong, setWrong] = useState('');
  const owners = roll.kind === 'owner';
  const field = (
    name: keyof typeof typed,
    label: string,
    more: { hint?: string; max?: number; with?: (value: string) => Partial<typeof typed> } = {},
  ) => (
    <TextField
      label={label}
      hint={more.hint}
      maxLength={more.max ?? 20}
      value={typed[name]}
      onInput={(value) => setTyped({ ...typed, [name]: value, ...(more.with?.(value) ?? {}) })}
    />
  );
  const isOther = (name: string) => entry.name !== '' && !sameNames(name, entry.name);
  const send = () =>
    act(async () => {
      const change = changeOf();
      if (typeof change === 'string') return setWrong(change);
      const params = { roll: roll.id, entry: entry.id };
      const after = await call(changeEntry, { params, body: change });
      const back: Change = { rev: after.rev, ...before() };
      const undo = () => {
        call(changeEntry, { params, body: back })
          .then(props.onChanged)
          .catch((thrown: unknown) => toast(sentenceOf(thrown)));
      };
      toast(t('saved'), undo);
      props.onChanged();
    });
  /** Only what was changed, or what is wrong. */
  function changeOf(): Change | string {
    const door = typed.door.trim();
    if (door === '') return t('wrongDoor');
    const floor = typed.floor.trim();
    if (!/^(-?\d{1,3})?$/.test(floor)) return t('wrongFloor');
    const area = typed.area.trim() === '' ? undefined : readArea(typed.area);
    if (typeof area === 'string' || (owners && area === undefined)) return t('wrongArea');
    const phone = typed.phone.trim();
    return {
      rev: entry.rev,
      stairwell: typed.stairwell.trim(),
      door,
      name: typed.name.trim(),
      ...(phone !== '' && { phone }),
      ...(floor !== '' && { floor: Number(floor) }),
      ...(owners && area !== undefined && { area, holding, developer }),
      ...(owners &&
        (isOther(typed.name) || typed.ownerNumber.trim() !== entry.ownerNumber) && {
          ownerNumber: typed.ownerNumber.trim(),
        }),
    };
  }
  const before = () => ({
    stairwell: entry.stairwell,
    door: entry.door,
    name: entry.name,
    ...(entry.floor !== null && { floor: entry.floor }),
    ...(owners &&
      entry.area !== null && {
        area: entry.area,
        holding: entry.holding,
        developer: entry.developer,
        ownerNumber: entry.ownerNumber,
      }),
  });
  return (
    <Dialog
      title={`${entry.unit.name} ${doorName(entry)}`}
      verb={t('saveEntry')}
      busy={busy}
      problem={problem || wrong}
      onAct={send}
      onClose={props.onClose}
    >
      <div class="two-fields">
        {field('stairwell', t('stairwell'), { max: rowLimits.stairwell })}
        {field('door', t('door'), { max: rowLimits.door })}
      </div>
      {field('name', t(`personOf-${roll.kind}`), {
        hint: isOther(typed.name) ? t('otherOwner') : '',
        max: rowLimits.name,
        // A number is its owner's: it goes with the name, and comes back with it.
        with: (name) =>
          isOther(name) === isOther(typed.name)
            ? {}
            : { ownerNumber: isOther(name) ? '' : entry.ownerNumber },
      })}
      {field('phone', t('phone'), { hint: t('phoneHint') })}
      {owners ? (
        <>
          {field('area', t('areaOf'))}
          {field('ownerNumber', t('ownerNumber'), {
            hint: t('ownerNumberHint'),
            max: rowLimits.ownerNumber,
          })}
          <Select
            label={t('holding')}
            value={holding}
            options={holdings.map((one) => ({ value: one, label: t(`holding-${one}`) }))}
            onChange={setHolding}
          />
          <Choice kind="box" checked={developer} onChange={setDeveloper} label={t('developer')} />
        </>
      ) : (
        field('floor', t('floor'))
      )}
    </Dialog>
  );
}
