// Cancelling cannot be undone, so it is asked, and its reason is published.
import { useState } from 'preact/hooks';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { t } from './words.ts';

export function CancelDialog(props: {
  busy: boolean;
  problem: string;
  onCancel: (reason: string) => void;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  return (
    <Dialog
      title={t('cancelTitle')}
      verb={t('cancelAct')}
      leave={t('cancelNot')}
      danger
      busy={props.busy}
      problem={props.problem}
      onAct={() => {
        setTried(true);
        if (!missing) props.onCancel(reason.trim());
      }}
      onClose={props.onClose}
    >
      <p>{t('cancelWords')}</p>
      <TextField
        label={t('cancelReason')}
        maxLength={200}
        value={reason}
        onInput={setReason}
        error={tried && missing ? t('needReason') : undefined}
      />
    </Dialog>
  );
}
