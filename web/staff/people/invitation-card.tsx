// An invitation to set a password, shown once: as a code to scan and as an address to send.
import { Button } from '../../ui/button.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { momentWords } from '../../ui/time.ts';
import { CopyText } from '../copy-text.tsx';
import { t } from './words.ts';

export function InvitationCard(props: {
  name: string;
  invitation: { link: string; expiresAt: number };
  onClose: () => void;
}) {
  const { name, invitation } = props;
  return (
    <section class="sheet card" role="status">
      <p>{t('invitation', { name, day: momentWords(invitation.expiresAt) })}</p>
      <QrCode text={invitation.link} of={t('invitationLink')} />
      <CopyText text={invitation.link} label={t('invitationLink')} />
      <div>
        <Button kind="outlined" onClick={props.onClose}>
          {t('done')}
        </Button>
      </div>
    </section>
  );
}
