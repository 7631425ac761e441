// Taking an answer out of the count: cannot be undone, so it asks, and asks why.
import { useState } from 'preact/hooks';
import { type ResponseRow, voidResponse } from '../../../schema/api/responses.ts';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { t } from './words.ts';

export function Voiding(props: { campaign: string; row: ResponseRow; onDone: () => void }) {
  const { campaign, row } = props;
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const voidIt = () =>
    act(async () => {
      setTried(true);
      if (!reason.trim()) return;
      await call(voidResponse, {
        params: { campaign, response: row.id },
        body: { rev: row.rev, reason: reason.trim() },
      });
      setAsking(false);
      toast(t('voided'));
      props.onDone();
    });
  return (
    <>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {t('voidIt')}
      </Button>
      {asking && (
        <Dialog
          title={t('voidTitle')}
          verb={t('voidAct')}
          danger
          busy={busy}
          problem={problem}
          onAct={voidIt}
          onClose={() => setAsking(false)}
        >
          <p>{t('voidWords')}</p>
          <TextField
            label={t('reason')}
            hint={t('reasonHint')}
            maxLength={200}
            value={reason}
            onInput={setReason}
            error={tried && !reason.trim() ? t('needReason') : undefined}
          />
        </Dialog>
      )}
    </>
  );
}
