// A new account, and the invitation by which its holder sets a password.
import { useState } from 'preact/hooks';
import type { Output } from '../../../schema/api/endpoint.ts';
import { createStaff } from '../../../schema/api/staff.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import type { Branch } from '../session.ts';
import { type GrantDraft, GrantsField, grantsOf, noGrant } from './grants-field.tsx';
import { InvitationCard } from './invitation-card.tsx';
import { t } from './words.ts';

export function AddPerson(props: { branch: Branch; onClose: () => void }) {
  const { branch } = props;
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [drafts, setDrafts] = useState<GrantDraft[]>([
    { ...noGrant, unit: { id: branch.id, name: branch.name } },
  ]);
  const [tried, setTried] = useState(false);
  const [made, setMade] = useState<Output<typeof createStaff>>();
  const { busy, problem, act } = useAct();
  const plain = login.normalize('NFKC').trim().toLowerCase();
  const loginFits = /^[a-z0-9][a-z0-9._@-]{1,63}$/.test(plain);
  const grants = grantsOf(drafts);
  const send = () =>
    act(async () => {
      setTried(true);
      if (!name.trim() || !loginFits || !grants) return;
      setMade(
        await call(createStaff, {
          params: { unit: branch.id },
          body: { login: plain, name: name.trim(), grants },
        }),
      );
    });
  if (made)
    return <InvitationCard name={made.account.name} invitation={made.invitation} onClose={props.onClose} />;
  return (
    <form
      class="sheet card"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{t('add')}</h2>
      {problem && <Banner kind="warn">{problem}</Banner>}
      <TextField
        label={t('name')}
        maxLength={50}
        value={name}
        onInput={setName}
        error={tried && !name.trim() ? t('needName') : undefined}
      />
      <TextField
        label={t('login')}
        hint={t('loginHint')}
        maxLength={64}
        autocomplete="off"
        value={login}
        onInput={setLogin}
        error={tried && !loginFits ? t('needLogin') : undefined}
      />
      <GrantsField
        value={drafts}
        onChange={setDrafts}
        error={tried && !grants ? t('needGrant') : undefined}
      />
      <div class="line">
        <Button type="submit" kind="primary" busy={busy}>
          {t('create')}
        </Button>
        <Button onClick={props.onClose}>{ui('cancel')}</Button>
      </div>
    </form>
  );
}
