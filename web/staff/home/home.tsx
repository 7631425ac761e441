// Where the day starts: what is running, then the forms, and one primary button.
import { LinkButton } from '../../ui/button.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import { Page } from '../page.tsx';
import { editorBranches, useSession } from '../session.ts';
import { t as staff } from '../words.ts';
import { FormList } from './form-list.tsx';
import { Running, useRunning } from './running.tsx';
import { t } from './words.ts';

export function Home() {
  const { me } = useSession();
  const mayEdit = editorBranches(me).length > 0;
  const running = useRunning();
  return (
    <Page
      title={staff('home')}
      facts={me.grants.map((grant) => grant.unit.name).join(ui('listed'))}
      action={
        mayEdit && (
          <LinkButton kind="primary" href="/staff/new">
            {t('new')}
          </LinkButton>
        )
      }
    >
      <Running from={running} />
      {/* Below what is of unknown height: not before it is there. */}
      {(running.value !== undefined || running.state === 'failed') && <FormList mayEdit={mayEdit} />}
    </Page>
  );
}
