// Name, households, building leader and place among its siblings of an area.
import { useState } from 'preact/hooks';
import type { Body } from '../../../schema/api/endpoint.ts';
import { getUnit, type Unit, updateUnit } from '../../../schema/api/units.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { wholeNumber } from './whole-number.ts';
import { t } from './words.ts';

interface Props {
  unit: Unit;
  onDone: () => void;
}

export function EditArea(props: Props) {
  const { parent, id } = props.unit;
  const loaded = useLoad(`siblings ${parent}`, async () =>
    parent === null ? [] : (await call(getUnit, { params: { unit: parent } })).children,
  );
  return (
    <Loading from={loaded}>
      {(siblings) => (
        <Fields
          {...props}
          others={siblings.filter((one) => one.id !== id)}
          at={Math.max(
            0,
            siblings.findIndex((one) => one.id === id),
          )}
        />
      )}
    </Loading>
  );
}

/** `others`: its siblings in their order; `at`: how many of them stand before it. */
function Fields(props: Props & { others: readonly Unit[]; at: number }) {
  const { unit, others, at } = props;
  const [place, setPlace] = useState(at);
  const [name, setName] = useState(unit.name);
  const [households, setHouseholds] = useState(String(unit.households));
  const [leader, setLeader] = useState(unit.contact?.name ?? '');
  const [phone, setPhone] = useState(unit.contact?.phone ?? '');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const number = wholeNumber(households);
  const save = (body: Body<typeof updateUnit>) => call(updateUnit, { params: { unit: unit.id }, body });
  const send = () =>
    act(async () => {
      setTried(true);
      if (!name.trim() || number === undefined) return;
      const contact = leader.trim() || phone.trim() ? { name: leader.trim(), phone: phone.trim() } : null;
      const now = { name: name.trim(), households: number, contact };
      const moved = place === at ? {} : { position: place };
      const { rev } = await save({ rev: unit.rev, ...now, ...moved });
      const before = { name: unit.name, households: unit.households, contact: unit.contact };
      const back = { rev, ...before, ...(place === at ? {} : { position: at }) };
      toast(t('saved'), () => save(back).then(props.onDone));
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
      {problem && <Banner kind="warn">{problem}</Banner>}
      <TextField
        label={t('name')}
        maxLength={60}
        value={name}
        onInput={setName}
        error={tried && !name.trim() ? t('needName') : undefined}
      />
      <TextField
        label={t('households')}
        short
        value={households}
        onInput={setHouseholds}
        error={tried && number === undefined ? t('needHouseholds') : undefined}
      />
      <TextField
        label={t('leader')}
        hint={t('contactNote')}
        optional
        maxLength={30}
        value={leader}
        onInput={setLeader}
      />
      <TextField
        type="tel"
        label={t('leaderPhone')}
        optional
        maxLength={30}
        value={phone}
        onInput={setPhone}
      />
      {others.length > 0 && (
        <Select
          label={t('place')}
          value={String(place)}
          options={['', ...others.map(({ name: other }) => other)].map((other, index) => ({
            value: String(index),
            label: index === 0 ? t('placeFirst') : t('placeAfter', { name: other }),
          }))}
          onChange={(value) => setPlace(Number(value))}
        />
      )}
      <div>
        <Button type="submit" kind="primary" busy={busy}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
