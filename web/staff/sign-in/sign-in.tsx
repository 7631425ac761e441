// Signing in. Nothing typed is lost when it fails; afterwards the reader is where they wanted to be.

import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { type Me, signIn } from '../../../schema/api/session.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { LanguageSwitch } from '../frame.tsx';
import { reads } from '../session.ts';
import { t } from '../words.ts';

/** Only addresses of this site: `//other.example` and `/\other` would leave it. */
export const backTo = (asked: string | undefined, home = '/staff/'): string =>
  asked && /^\/[a-z]/i.test(asked) ? asked : home;

/** Where somebody goes on: leaders come to read, so what changed in their branch takes the place of the organisers' home. */
export const onwards = (asked: string | undefined, me: Me): string => {
  const home = reads(me) ? '/board/mine' : '/staff/';
  return /^\/staff\/?$/.test(asked ?? '') ? home : backTo(asked, home);
};

export function SignIn() {
  const { query } = useLocation();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, problem, act } = useAct();
  useEffect(() => {
    document.title = `${t('signInTitle')} · ${t('product')}`;
  });
  const send = () =>
    act(async () => {
      setMissing(true);
      if (!login.trim() || !password) return;
      const me = await call(signIn, { body: { login, password } });
      // A whole load: the pages start with the new session and nothing of an older one.
      location.assign(onwards(query.back, me));
    });
  return (
    <main class="door">
      <div class="line apart">
        <h1>{t('signInTitle')}</h1>
        <LanguageSwitch />
      </div>
      {problem && <Banner kind="warn">{problem}</Banner>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextField
          label={t('login')}
          value={login}
          onInput={setLogin}
          autocomplete="username"
          error={missing && !login.trim() ? t('needLogin') : undefined}
        />
        <TextField
          label={t('password')}
          type="password"
          value={password}
          onInput={setPassword}
          autocomplete="current-password"
          error={missing && !password ? t('needPassword') : undefined}
        />
        <Button kind="primary" type="submit" busy={busy}>
          {t('signIn')}
        </Button>
      </form>
      <p class="note">{t('resident')}</p>
    </main>
  );
}
