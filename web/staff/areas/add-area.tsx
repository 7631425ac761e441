// A new area under this one.
import { useState } from 'preact/hooks';
import { createUnit, type Unit } from '../../../schema/api/units.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { kindRank, type UnitKind, unitKinds, unitKindWord } from '../../ui/words/kinds.ts';
import { wholeNumber } from './whole-number.ts';
import { t } from './words.ts';

export function AddArea(props: { parent: Unit; onDone: () => void }) {
  const { parent } = props;
  const [kind, setKind] = useState<UnitKind>(
    unitKinds[Math.min(kindRank(parent.kind) + 1, unitKinds.length - 1)] ?? 'building',
  );
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [households, setHouseholds] = useState('0');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const number = wholeNumber(households);
  const codeFits = /^[A-Za-z0-9._-]{1,40}$/.test(code.trim());
  const send = () =>
    act(async () => {
      setTried(true);
      if (!name.trim() || !codeFits || number === undefined) return;
      await call(createUnit, {
        params: { unit: parent.id },
        body: { kind, name: name.trim(), code: code.trim(), households: number },
      });
      toast(t('added', { name: name.trim() }));
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
      <Select
        label={t('kind')}
        value={kind}
        onChange={setKind}
        options={unitKinds.map((one) => ({ value: one, label: unitKindWord(one) }))}
      />
      <TextField
        label={t('name')}
        maxLength={60}
        value={name}
        onInput={setName}
        error={tried && !name.trim() ? t('needName') : undefined}
      />
      <TextField
        label={t('code')}
        hint={t('codeHint')}
        maxLength={40}
        value={code}
        onInput={setCode}
        error={tried && !codeFits ? t('needCode') : undefined}
      />
      <TextField
        label={t('households')}
        short
        value={households}
        onInput={setHouseholds}
        error={tried && number === undefined ? t('needHouseholds') : undefined}
      />
      <div>
        <Button type="submit" kind="primary" busy={busy}>
          {t('addAct')}
        </Button>
      </div>
    </form>
  );
}
