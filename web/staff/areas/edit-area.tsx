// Name, households and the building leader of an area.
import { useState } from 'preact/hooks';
import { type Unit, updateUnit } from '../../../schema/api/units.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { wholeNumber } from './whole-number.ts';
import { t } from './words.ts';

export function EditArea(props: { unit: Unit; onDone: () => void }) {
  const { unit } = props;
  const [name, setName] = useState(unit.name);
  const [households, setHouseholds] = useState(String(unit.households));
  const [leader, setLeader] = useState(unit.contact?.name ?? '');
  const [phone, setPhone] = useState(unit.contact?.phone ?? '');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const number = wholeNumber(households);
  const send = () =>
    act(async () => {
      setTried(true);
      if (!name.trim() || number === undefined) return;
      const contact = leader.trim() || phone.trim() ? { name: leader.trim(), phone: phone.trim() } : null;
      await call(updateUnit, {
        params: { unit: unit.id },
        body: { rev: unit.rev, name: name.trim(), households: number, contact },
      });
      toast(t('saved'));
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
      <div>
        <Button type="submit" kind="primary" busy={busy}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
