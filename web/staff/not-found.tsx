// An address that leads nowhere.
import { LinkButton } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { t as ui } from '../ui/words/ui.ts';
import { Page } from './page.tsx';
import { t } from './words.ts';

export function NotFound() {
  return (
    <Page title={t('notFoundTitle')}>
      <Empty
        action={
          <LinkButton kind="primary" href="/staff/">
            {ui('home')}
          </LinkButton>
        }
      >
        {ui('notFound')}
      </Empty>
    </Page>
  );
}
