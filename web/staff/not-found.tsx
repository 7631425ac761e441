// An address that leads nowhere.
import { LinkButton } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { t } from '../ui/words/ui.ts';

export function NotFound() {
  return (
    <Empty
      action={
        <LinkButton kind="primary" href="/staff/">
          {t('home')}
        </LinkButton>
      }
    >
      {t('notFound')}
    </Empty>
  );
}
