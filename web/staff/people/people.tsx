// The accounts of a branch: who may do what where.

import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import { type Account, listStaff } from '../../../schema/api/staff.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Empty } from '../../ui/empty.tsx';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { roleWord } from '../../ui/words/kinds.ts';
import { Page } from '../page.tsx';
import { adminBranches, type Branch, useSession } from '../session.ts';
import { AccountActs } from './account-acts.tsx';
import { AddPerson } from './add-person.tsx';
import { t } from './words.ts';

export function People() {
  const { me } = useSession();
  const { params } = useRoute();
  const { route } = useLocation();
  const branches = adminBranches(me);
  const branch = branches.find((one) => one.id === params.unit) ?? branches[0];
  const [adding, setAdding] = useState(false);
  if (!branch)
    return (
      <Page title={t('title')}>
        <Banner>{t('only')}</Banner>
      </Page>
    );
  return (
    <Page
      title={t('title')}
      facts={branch.name}
      action={
        <>
          {!adding && (
            <Button kind="primary" onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
          )}
          <LinkButton kind="outlined" href={`/staff/people/${branch.id}/import`}>
            {t('import')}
          </LinkButton>
        </>
      }
    >
      {branches.length > 1 && (
        <Select
          label={t('branch')}
          value={branch.id}
          options={branches.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(id) => route(`/staff/people/${id}`)}
        />
      )}
      <List key={branch.id} branch={branch} adding={adding} onAdded={() => setAdding(false)} />
    </Page>
  );
}

export const accessWords = (account: Pick<Account, 'grants'>) =>
  account.grants
    .map((grant) => t('accessWords', { unit: grant.unit.name, role: roleWord(grant.role) }))
    .join(' · ');
const stateWords = (account: Account) => {
  if (account.disabled) return t('disabled');
  return t(account.active ? 'active' : 'invited');
};

function List(props: { branch: Branch; adding: boolean; onAdded: () => void }) {
  const { branch } = props;
  const [words, setWords] = useState('');
  const search = words.trim();
  const params = { unit: branch.id };
  const loaded = useLoad(`staff ${branch.id} ${search}`, () =>
    call(listStaff, { params, query: search ? { search } : {} }),
  );
  const { busy, problem, act } = useAct();
  return (
    <>
      {props.adding && (
        <AddPerson
          branch={branch}
          onClose={() => {
            props.onAdded();
            loaded.again();
          }}
        />
      )}
      <div class="sheet">
        <TextField type="search" label={t('search')} value={words} onInput={setWords} />
      </div>
      <Loading from={loaded}>
        {({ accounts, next }) => (
          <div class="stack">
            {accounts.length === 0 ? (
              <Empty>{t('none')}</Empty>
            ) : (
              <Table
                caption={t('title')}
                hideCaption
                rows={accounts}
                rowKey={(account) => account.id}
                columns={[
                  { key: 'name', title: t('name'), head: true, cell: (account) => account.name },
                  { key: 'login', title: t('login'), cell: (account) => account.login },
                  { key: 'access', title: t('access'), cell: accessWords },
                  { key: 'state', title: t('state'), cell: stateWords },
                  {
                    key: 'acts',
                    title: t('acts'),
                    cell: (account) => <AccountActs account={account} onChanged={loaded.again} />,
                  },
                ]}
              />
            )}
            {problem && <p class="field-error">{problem}</p>}
            {next !== null && (
              <div>
                <Button
                  kind="outlined"
                  busy={busy}
                  onClick={() =>
                    act(async () => {
                      const query = search ? { search, after: next } : { after: next };
                      const page = await call(listStaff, { params, query });
                      loaded.put({ accounts: [...accounts, ...page.accounts], next: page.next });
                    })
                  }
                >
                  {t('more')}
                </Button>
              </div>
            )}
          </div>
        )}
      </Loading>
    </>
  );
}
