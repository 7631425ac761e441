// What staff did in a branch, newest first.
import { useLocation, useRoute } from 'preact-iso/router';
import { listCampaigns } from '../../../schema/api/campaigns.ts';
import { listAudit } from '../../../schema/api/settings.ts';
import { listStaff } from '../../../schema/api/staff.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Empty } from '../../ui/empty.tsx';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { Table } from '../../ui/table.tsx';
import { momentWords } from '../../ui/time.ts';
import { WaitingLine } from '../../ui/waiting-line.tsx';
import { Page } from '../page.tsx';
import { adminBranches, useSession } from '../session.ts';
import { About, didWords, type Names } from './entry.tsx';
import { askedOf, type Filter, filterOf, queryOf } from './filter.ts';
import { Filters } from './filters.tsx';
import { t } from './words.ts';

export function History() {
  const { me } = useSession();
  const { params } = useRoute();
  const { route, path, query } = useLocation();
  const branches = adminBranches(me);
  const filter = filterOf(query);
  const branch = branches.find((one) => one.id === params.unit) ?? branches[0];
  if (!branch)
    return (
      <Page title={t('title')}>
        <Banner>{t('only')}</Banner>
      </Page>
    );
  return (
    <Page title={t('title')} facts={branch.name}>
      {branches.length > 1 && (
        <Select
          label={t('branch')}
          value={branch.id}
          options={branches.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(id) => route(`/staff/history/${id}`)}
        />
      )}
      <Filters filter={filter} onChoose={(next) => route(`${path}${queryOf(next)}`)} />
      <Entries unit={filter.area || branch.id} names={branch.id} filter={filter} />
    </Page>
  );
}

const noNames: Names = { staff: new Map(), campaigns: new Map() };

async function readNames(unit: string): Promise<Names> {
  const [people, runs] = await Promise.all([call(listStaff, { params: { unit } }), call(listCampaigns, {})]);
  return {
    staff: new Map(people.accounts.map((one) => [one.login, one.name])),
    campaigns: new Map(runs.campaigns.map((run) => [run.id, run.title])),
  };
}

function Entries(props: { unit: string; names: string; filter: Filter }) {
  const params = { unit: props.unit };
  const query = askedOf(props.filter);
  // The entries hold logins and ids. Names come with them, so that no row grows under the reader; without them it goes too.
  const names = useLoad(`names ${props.names}`, () => readNames(props.names));
  const loaded = useLoad(`audit ${props.unit} ${JSON.stringify(query)}`, () =>
    call(listAudit, { params, query }),
  );
  const named = names.value ?? (names.state === 'failed' ? noNames : undefined);
  const { busy, problem, act } = useAct();
  if (!named) return <WaitingLine />;
  return (
    <Loading from={loaded}>
      {({ entries, next }) => (
        <div class="stack">
          {entries.length === 0 ? (
            <Empty>{t(next === null ? 'none' : 'noneYet')}</Empty>
          ) : (
            <Table
              caption={t('title')}
              hideCaption
              rows={entries}
              rowKey={(entry) => `${entry.seq}`}
              columns={[
                { key: 'what', title: t('what'), head: true, cell: didWords },
                {
                  key: 'about',
                  title: t('about'),
                  cell: (entry) => <About entry={entry} names={named} />,
                },
                {
                  key: 'who',
                  title: t('who'),
                  whole: true,
                  cell: (entry) =>
                    entry.actor === 'system' ? t('system') : (named.staff.get(entry.actor) ?? entry.actor),
                },
                { key: 'at', title: t('when'), whole: true, cell: (entry) => momentWords(entry.at) },
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
                    const page = await call(listAudit, { params, query: { ...query, before: next } });
                    loaded.put({ entries: [...entries, ...page.entries], next: page.next });
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
  );
}
