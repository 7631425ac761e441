// An invitation: the secret stands behind the # of the address, so it reaches no log; a password makes the account live.
import { useEffect, useState } from 'preact/hooks';
import { acceptInvitation } from '../../../schema/api/session.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { isProblem } from '../../ui/problem.ts';
import { LanguageSwitch } from '../frame.tsx';
import { t } from '../words.ts';
import { fits, NewPasswordFields, nothingTyped } from './new-password.tsx';

export function Invitation() {
  const [token] = useState(() => location.hash.slice(1));
  const [typed, setTyped] = useState(nothingTyped);
  const [over, setOver] = useState('');
  const { busy, problem, act } = useAct();
  useEffect(() => {
    document.title = `${t('inviteTitle')} · ${t('product')}`;
  });
  const send = () =>
    act(async () => {
      setTyped({ ...typed, tried: true });
      if (!fits(typed)) return;
      try {
        await call(acceptInvitation, { body: { token, password: typed.next } });
      } catch (thrown) {
        if (!isProblem(thrown, 'invitation-over')) throw thrown;
        setOver(thrown.message);
        return;
      }
      location.replace('/staff/');
    });
  return (
    <main class="door">
      <div class="line apart">
        <h1>{t('inviteTitle')}</h1>
        <LanguageSwitch />
      </div>
      {!token ? (
        <Banner kind="warn">{t('inviteMissing')}</Banner>
      ) : over ? (
        <>
          <Banner kind="warn">{over}</Banner>
          <p>{t('inviteUsed')}</p>
          <LinkButton kind="primary" href="/staff/sign-in">
            {t('toSignIn')}
          </LinkButton>
        </>
      ) : (
        <>
          <p>{t('inviteIntro')}</p>
          {problem && <Banner kind="warn">{problem}</Banner>}
          <form
            onSubmit={(event) => {
              event.preventDefault();
              send();
            }}
          >
            <NewPasswordFields value={typed} onChange={setTyped} />
            <Button kind="primary" type="submit" busy={busy}>
              {t('setPassword')}
            </Button>
          </form>
        </>
      )}
    </main>
  );
}
