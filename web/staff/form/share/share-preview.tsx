// Links that show the draft to people without an account: made, copied, taken back.
import { useState } from 'preact/hooks';
import { createPreview, listPreviews, revokePreview } from '../../../../schema/api/templates.ts';
import { Button } from '../../../ui/button.tsx';
import { call } from '../../../ui/call.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useAct, useLoad } from '../../../ui/load.ts';
import { Loading } from '../../../ui/loading.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import { momentWords } from '../../../ui/time.ts';
import { toast } from '../../../ui/toast.tsx';
import { CopyText } from '../../copy-text.tsx';
import type { ShareProps } from './share-menu.tsx';
import { t } from './words.ts';

export function SharePreview({ form, onClose }: ShareProps) {
  const params = { form: form.id };
  const given = useLoad(`previews ${form.id}`, () => call(listPreviews, { params }));
  const [link, setLink] = useState('');
  const { busy, problem, act } = useAct();
  const make = () =>
    act(async () => {
      setLink((await call(createPreview, { params, body: {} })).link);
      given.again();
    });
  const revoke = (preview: string) =>
    act(async () => {
      await call(revokePreview, { params: { ...params, preview } });
      given.again();
      toast(t('revoked'));
    });
  return (
    <Dialog
      title={t('preview')}
      verb={t('previewMake')}
      done
      busy={busy}
      problem={problem}
      onAct={make}
      onClose={onClose}
    >
      <p>{t('previewNote')}</p>
      {link !== '' && (
        <div class="stack tight" role="status">
          <p>{t('previewReady')}</p>
          <CopyText text={link} label={t('previewLink')} />
          <div class="share-code">
            <QrCode text={link} of={t('previewLink')} />
          </div>
        </div>
      )}
      <Loading from={given}>
        {({ previews, more }) =>
          previews.length > 0 && (
            <section class="stack tight">
              <h3>{t('previewList')}</h3>
              <ul class="bare">
                {previews.map((one) => (
                  <li key={one.id} class="line apart">
                    <span class="note">
                      {t('previewLine', { from: momentWords(one.createdAt), to: momentWords(one.expiresAt) })}
                    </span>
                    {one.revoked || one.expiresAt <= Date.now() ? (
                      <span class="note dim">{t('previewOver')}</span>
                    ) : (
                      <Button small busy={busy} onClick={() => revoke(one.id)}>
                        {t('revoke')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
              {more && <p class="note">{t('previewCut')}</p>}
            </section>
          )
        }
      </Loading>
    </Dialog>
  );
}
