// Before a board goes on a screen: what it shows is for staff, and a screen in a hall has the wall of a link.
import { boardThreshold, publicThreshold } from '../../../schema/measures/suppression.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { t as board } from '../words.ts';
import { t } from './words.ts';

export function WallPanel(props: {
  /** the wall of this board */
  address: string;
  /** opens what makes a link; absent where nothing of the unit leaves the house */
  onShare?: (() => void) | undefined;
  onClose: () => void;
}) {
  const { address, onShare, onClose } = props;
  return (
    <section class="card stack no-print" aria-labelledby="on-wall">
      <h2 id="on-wall">{board('wall')}</h2>
      <p>{t('forStaff', { k: boardThreshold })}</p>
      <p>{onShare ? t('forHall', { k: publicThreshold }) : t('noHall')}</p>
      <div class="line">
        {onShare && (
          <Button kind="primary" onClick={onShare}>
            {t('toShare')}
          </Button>
        )}
        <LinkButton kind="outlined" href={address}>
          {t('inside')}
        </LinkButton>
        <Button onClick={onClose}>{board('shareClose')}</Button>
      </div>
    </section>
  );
}
