// /p — a form as residents will see it, before it is published. The secret stands after # in the address; it is sent in
// the body of the post that fills the frame, and nowhere else. Nothing can be sent from here.
import { useEffect, useRef } from 'preact/hooks';
import { Banner } from '../ui/banner.tsx';
import { Frame } from './frame.tsx';
import { t } from './words.ts';

const frameName = 'preview';

export function PreviewPage() {
  const token = location.hash.slice(1);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    document.title = t('previewTitle');
    form.current?.submit();
    // A second link opened in the same tab changes only what stands after #.
    const reload = () => location.reload();
    addEventListener('hashchange', reload);
    return () => removeEventListener('hashchange', reload);
  }, []);
  return (
    <Frame demo={false} shared name={t('previewTitle')}>
      <h1 class="away">{t('previewTitle')}</h1>
      {token === '' ? (
        <Banner kind="warn">{t('tokenMissing')}</Banner>
      ) : (
        <>
          <Banner>{t('previewMark')}</Banner>
          <form ref={form} method="post" action="/p" target={frameName}>
            <input type="hidden" name="token" value={token} />
          </form>
          <iframe class="preview-frame" name={frameName} title={t('previewTitle')} />
        </>
      )}
    </Frame>
  );
}
