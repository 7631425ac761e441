// Around every printing page: what can be printed here, the language, and that demo data is made up. Not on paper.
import type { ComponentChildren } from 'preact';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { language, speak } from '../ui/words/language.ts';
import { t } from './words.ts';

export type PrintKind =
  | 'posters'
  | 'slips'
  | 'picture'
  | 'codes'
  | 'letters'
  | 'papers'
  | 'owners'
  | 'roll'
  | 'evaluation'
  | 'issued';
const kinds: readonly PrintKind[] = ['posters', 'slips', 'picture', 'codes'];

export function Frame(props: {
  kind: PrintKind;
  query: URLSearchParams;
  demo: boolean;
  children: ComponentChildren;
}) {
  const { kind, query } = props;
  // What is printed of rolls, elections and votes of owners belongs to no campaign; from there only it can be printed.
  const run = query.get('campaign');
  const alone = kinds.includes(kind) ? 'codes' : kind;
  const offered: readonly PrintKind[] = run ? kinds : [alone];
  return (
    <>
      <header class="no-print">
        <div class="print-top line apart">
          <nav aria-label={t('kinds')} class="line">
            {offered.map((one) => (
              <a key={one} href={`/print/${one}?${query}`} aria-current={one === kind ? 'page' : undefined}>
                {t(one)}
              </a>
            ))}
          </nav>
          <span class="line">
            {run && <a href={`/staff/campaigns/${run}`}>{t('backToRun')}</a>}
            <a href="/staff">{t('backToStaff')}</a>
            <Button small onClick={() => speak(language() === 'zh' ? 'en' : 'zh')}>
              <span lang={language() === 'zh' ? 'en' : 'zh-CN'}>{t('language')}</span>
            </Button>
          </span>
        </div>
      </header>
      {/* Known with what is printed: above it, and below what stands there from the start, which is not moved. */}
      {props.demo && (
        <aside class="no-print">
          <Banner strip>{t('demo')}</Banner>
        </aside>
      )}
      <main key={String(props.demo)} class="print-page">
        {props.children}
      </main>
    </>
  );
}
