// What stands around every page of an election: where the reader is, large type, the language, who to ask.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { language } from '../ui/words/language.ts';
import { isLarge, readInOther, readLarge } from './reader.ts';
import { t } from './words.ts';

export const Phone = ({ phone }: { phone: string }) => (
  <a class="standing" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
    {phone}
  </a>
);

export function Frame(props: {
  /** in the head of the page and in its title */
  where?: string | undefined;
  title?: string | undefined;
  demo?: boolean | undefined;
  /** who holds the election, at the foot */
  asks?: { organiser: string; phone: string } | undefined;
  /** what it says is being read: nothing is drawn yet that would move */
  waiting?: boolean;
  children: ComponentChildren;
}) {
  const [large, setLarge] = useState(isLarge());
  const title = props.title ?? t('room');
  useEffect(() => {
    document.title = title;
  }, [title]);
  // A `main` of its own: the one that follows is not seen to move.
  if (props.waiting)
    return (
      <main key="waiting" id="main">
        {props.children}
      </main>
    );
  const other = language() === 'zh' ? 'en' : 'zh-CN';
  return (
    <>
      <a class="skip" href="#main">
        {t('skip')}
      </a>
      <header>
        {props.demo && <p class="banner">{t('demo')}</p>}
        <p class="where">{props.where ?? t('brand')}</p>
        <span />
        <button
          type="button"
          class="switch"
          onClick={() => {
            readLarge(!large);
            setLarge(!large);
          }}
        >
          {t(large ? 'normalSize' : 'large')}
        </button>
      </header>
      <main id="main">{props.children}</main>
      <footer>
        {props.asks && (
          <>
            <p>{t('organiser', { name: props.asks.organiser })}</p>
            <p class="trust">
              {t('trust')}{' '}
              {props.asks.phone !== '' && (
                <>
                  {t('askPhone')} <Phone phone={props.asks.phone} />
                </>
              )}
            </p>
          </>
        )}
        <button type="button" class="plain clear" lang={other} onClick={readInOther}>
          {t('otherLanguage')}
        </button>
      </footer>
    </>
  );
}
