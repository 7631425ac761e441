// Where the day starts: what is running, then the forms, and one primary button.
import { LinkButton } from '../../ui/button.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import { Page } from '../page.tsx';
import { editorBranches, useSession } from '../session.ts';
import { t as staff } from '../words.ts';
import { ElectionCards, useElections } from './elections.tsx';
import { FormList } from './form-list.tsx';
import { Running, useRuns } from './running.tsx';
import { t } from './words.ts';

export function Home() {
  const { me } = useSession();
  const mayEdit = editorBranches(me).length > 0;
  const runs = useRuns();
  const elections = useElections();
  const there = [runs, elections].every(({ value, state }) => value !== undefined || state === 'failed');
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
      <Running runs={runs} />
      {/* Below what is of unknown height: not before it is there. */}
      {there && (
        <>
          <ElectionCards elections={elections} />
          <FormList mayEdit={mayEdit} />
        </>
      )}
    </Page>
  );
}
