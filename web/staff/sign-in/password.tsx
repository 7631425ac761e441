// Changing the own password; forced once when an account still has its first one.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { changePassword } from '../../../schema/api/session.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { Page } from '../page.tsx';
import { useSession } from '../session.ts';
import { t } from '../words.ts';
import { fits, NewPasswordFields, nothingTyped } from './new-password.tsx';
import { backTo } from './sign-in.tsx';

export function Password() {
  const { me, put } = useSession();
  const { query, route } = useLocation();
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState(nothingTyped);
  const { busy, problem, act } = useAct();
  const send = () =>
    act(async () => {
      setTyped({ ...typed, tried: true });
      if (!current || !fits(typed)) return;
      await call(changePassword, { body: { current, next: typed.next } });
      put({ ...me, mustChange: false });
      toast(t('passwordChanged'));
      route(backTo(query.back));
    });
  return (
    <Page title={t('changePassword')}>
      <form
        class="sheet"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {me.mustChange && <Banner>{t('mustChange')}</Banner>}
        {problem && <Banner kind="warn">{problem}</Banner>}
        <TextField
          label={t('current')}
          type="password"
          value={current}
          onInput={setCurrent}
          autocomplete="current-password"
          error={typed.tried && !current ? t('needPassword') : undefined}
        />
        <NewPasswordFields value={typed} onChange={setTyped} />
        <Button kind="primary" type="submit" busy={busy}>
          {t('savePassword')}
        </Button>
      </form>
    </Page>
  );
}
