// What stands around every page: name, main menu, account, language, and the banners that hold for all pages.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { signOut } from '../../schema/api/session.ts';
import { Banner } from '../ui/banner.tsx';
import { call } from '../ui/call.ts';
import { Menu } from '../ui/menu.tsx';
import { sentenceOf } from '../ui/problem.ts';
import { Toasts, toast } from '../ui/toast.tsx';
import { useBusy } from '../ui/waiting.ts';
import { language, speak } from '../ui/words/language.ts';
import { t as ui } from '../ui/words/ui.ts';
import { Command } from './command/command.tsx';
import { adminBranches, boardBranches, reads, useSession } from './session.ts';
import { t } from './words.ts';

export function Frame(props: { children: ComponentChildren }) {
  const { me } = useSession();
  const offline = useOffline();
  const busy = useBusy(1000);
  return (
    <>
      <a class="skip" href="#main">
        {t('skip')}
      </a>
      <header class="no-print">
        {me.demo && <Banner strip>{t('demo')}</Banner>}
        {offline && (
          <Banner strip kind="warn">
            {t('offline')}
          </Banner>
        )}
        <div class="frame-head">
          <a class="frame-name" href="/staff/">
            {t('product')}
          </a>
          {!me.mustChange && <MainMenu />}
          <Account />
        </div>
      </header>
      {busy && (
        <p class="frame-busy no-print" role="status">
          {ui('waiting')}
        </p>
      )}
      <main id="main" class="frame-main" tabIndex={-1}>
        {props.children}
      </main>
      <Toasts />
    </>
  );
}

function MainMenu() {
  const { me } = useSession();
  const { path } = useLocation();
  const admin = adminBranches(me).length > 0;
  const rooms = [
    ...(reads(me) ? [{ href: '/board/mine', title: t('mine'), here: false }] : []),
    { href: '/staff/', title: t('home'), here: path === '/staff' },
    { href: '/staff/areas', title: t('areas'), here: path.startsWith('/staff/areas') },
    ...(boardBranches(me).length > 0
      ? [
          { href: '/staff/rolls', title: t('rolls'), here: path.startsWith('/staff/rolls') },
          { href: '/board/cards', title: t('scorecards'), here: false },
        ]
      : []),
    { href: '/staff/evaluations', title: t('evaluations'), here: path.startsWith('/staff/evaluations') },
    { href: '/staff/owner-votes', title: t('ownerVotes'), here: path.startsWith('/staff/owner-votes') },
    ...(admin
      ? [
          { href: '/staff/people', title: t('menuPeople'), here: path.startsWith('/staff/people') },
          { href: '/staff/history', title: t('menuHistory'), here: path.startsWith('/staff/history') },
          { href: '/staff/settings', title: t('settings'), here: path.startsWith('/staff/settings') },
        ]
      : []),
  ];
  // Where the line is longer than the window, the room that one is in stands in sight.
  const menu = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const here = menu.current?.querySelector<HTMLElement>('[aria-current]');
    if (menu.current && here) menu.current.scrollLeft = here.offsetLeft - menu.current.clientWidth / 2;
  }, [path]);
  return (
    <nav class="frame-menu" aria-label={t('mainMenu')} ref={menu}>
      {rooms.map((room) => (
        <a key={room.href} href={room.href} aria-current={room.here ? 'page' : undefined}>
          {room.title}
        </a>
      ))}
    </nav>
  );
}

export function LanguageSwitch() {
  const other = language() === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" class="button" lang={other} onClick={() => speak(other)}>
      {t('switchLanguage')}
    </button>
  );
}

function Account() {
  const { me } = useSession();
  const leave = (everywhere: boolean) => {
    call(signOut, everywhere ? { query: { everywhere: '1' } } : {})
      .then(() => location.assign('/staff/sign-in'))
      .catch((thrown: unknown) => toast(sentenceOf(thrown)));
  };
  return (
    <div class="frame-account">
      {!me.mustChange && <Command />}
      <LanguageSwitch />
      <span data-no-act>
        <Menu
          title={me.name}
          items={[
            { title: t('changePassword'), href: '/staff/password' },
            { title: t('signOut'), onChoose: () => leave(false) },
            { title: t('signOutAll'), onChoose: () => leave(true) },
          ]}
        />
      </span>
    </div>
  );
}

function useOffline(): boolean {
  const [offline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return offline;
}
