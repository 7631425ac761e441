// What stands around every page of the board: where one is in the house, the language, and that demo data is made up.
import type { ComponentChildren } from 'preact';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Toasts } from '../ui/toast.tsx';
import { language, speak, useLanguage } from '../ui/words/language.ts';
import { t } from './words.ts';

export function Frame(props: {
  demo: boolean;
  shared?: boolean;
  /** of what was shared, where it is no board */
  name?: string;
  children: ComponentChildren;
}) {
  useLanguage();
  return (
    <>
      {/* What stands after # in the address of a link is its secret, and little stands before its text. */}
      {!props.shared && (
        <a class="skip no-print" href="#main">
          {t('skip')}
        </a>
      )}
      <header>
        <div class="board-top no-print">
          <div class="line apart">
            <span class="line">
              <b>{t('brand')}</b>
              {props.shared ? (props.name ?? t('board')) : <a href="/board/">{t('board')}</a>}
            </span>
            <span class="line">
              {!props.shared && (
                <>
                  <a href="/board/mine">{t('mine')}</a>
                  <a href="/board/cards">{t('cards')}</a>
                  <a href="/staff">{t('backToStaff')}</a>
                </>
              )}
              <Button small onClick={() => speak(language() === 'zh' ? 'en' : 'zh')}>
                <span lang={language() === 'zh' ? 'en' : 'zh-CN'}>{t('language')}</span>
              </Button>
            </span>
          </div>
        </div>
        {props.demo && <Banner strip>{t('demo')}</Banner>}
      </header>
      {/* Drawn anew with what it is about, and not moved down by the line above it. */}
      <main key={String(props.demo)} class="board-page" id="main" tabIndex={-1}>
        {props.children}
      </main>
      <Toasts />
    </>
  );
}
