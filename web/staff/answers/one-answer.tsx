// One answer, read like the form that it was given on; the one before and the one after are a press away.

import { useRoute } from 'preact-iso/router';
import { getResponse, listResponses, type ResponseRow } from '../../../schema/api/responses.ts';
import { listAudit } from '../../../schema/api/settings.ts';
import { listStaff } from '../../../schema/api/staff.ts';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { momentWords } from '../../ui/time.ts';
import { channelWord } from '../../ui/words/kinds.ts';
import { Page } from '../page.tsx';
import { adminBranches, type Branch, useSession } from '../session.ts';
import { Sheet } from './sheet.tsx';
import { before, cameBy } from './trail.ts';
import { Voiding } from './voiding.tsx';
import { t } from './words.ts';

export function OneAnswer() {
  const { params } = useRoute();
  const campaign = params.campaign ?? '';
  const unit = params.unit ?? '';
  const response = params.response ?? '';
  const loaded = useLoad(`answer ${response}`, () => call(getResponse, { params: { campaign, response } }));
  return (
    <Loading from={loaded}>
      {({ response: row, definition }) => (
        <Page
          key={row.id}
          title={t('oneTitle', { n: row.seq })}
          steps={[
            { title: t('home'), href: '/staff/' },
            { title: t('allAnswers'), href: `/staff/campaigns/${campaign}/answers/${unit}` },
            { title: t('oneTitle', { n: row.seq }) },
          ]}
          facts={[
            row.unit.name,
            momentWords(row.at),
            channelWord(row.channel),
            t('version', { n: row.version }),
            ...(row.changedAt === null || row.state !== 'accepted'
              ? []
              : [t('changedOn', { day: momentWords(row.changedAt) })]),
          ].join(' · ')}
          action={<Neighbours campaign={campaign} unit={unit} row={row} />}
        >
          {row.state !== 'accepted' && <TakenOut campaign={campaign} row={row} />}
          {row.erased && <Banner>{t('erased')}</Banner>}
          <Sheet campaign={campaign} row={row} definition={definition} />
          {row.state === 'accepted' && !row.erased && (
            <div class="line">
              <LinkButton kind="outlined" href={`/correct/${campaign}/${row.id}`}>
                {t('correct')}
              </LinkButton>
              <Voiding campaign={campaign} row={row} onDone={loaded.again} />
            </div>
          )}
        </Page>
      )}
    </Loading>
  );
}

/** Why, by whom and when, for those who may read the history; for others at least that it is out, and when. */
function TakenOut(props: { campaign: string; row: ResponseRow }) {
  const { campaign, row } = props;
  const { me } = useSession();
  const found = useLoad(`void ${row.id} ${row.state}`, () =>
    row.state === 'void' && adminBranches(me).length > 0
      ? voidedBy(campaign, row, adminBranches(me))
      : Promise.resolve(undefined),
  );
  const when = row.changedAt === null ? '' : momentWords(row.changedAt);
  const { by, reason } = found.value ?? {};
  return (
    <Banner kind="warn">
      {[t(row.state), by, when, reason && t('because', { reason })].filter(Boolean).join(' · ')}
    </Banner>
  );
}

async function voidedBy(campaign: string, row: ResponseRow, own: readonly Branch[]) {
  const { entries } = await call(listAudit, { params: { unit: row.unit.id } });
  const entry = entries.find((one) => one.act === 'response.void' && one.target === `${campaign}/${row.id}`);
  if (!entry) return undefined;
  const query = { search: entry.actor };
  const pages = await Promise.all(own.map(({ id }) => call(listStaff, { params: { unit: id }, query })));
  const accounts = pages.flatMap((page) => page.accounts);
  const by = accounts.find((one) => one.login === entry.actor)?.name ?? entry.actor;
  return { by, reason: typeof entry.detail.reason === 'string' ? entry.detail.reason : undefined };
}

/** The next is one keyset page away; the contract has no page backwards, so the way back is the way that was come. */
function Neighbours(props: { campaign: string; unit: string; row: ResponseRow }) {
  const { campaign, unit, row } = props;
  const next = useLoad(`after ${unit} ${row.seq}`, async () => {
    const page = await call(listResponses, { params: { campaign, unit }, query: { after: row.seq } });
    const id = page.responses[0]?.id ?? '';
    if (id) cameBy([row.id, id]);
    return id;
  });
  const address = (id: string) => `/staff/campaigns/${campaign}/answers/${unit}/${id}`;
  const previous = before(row.id);
  return (
    <>
      {previous && (
        <LinkButton small kind="outlined" href={address(previous)}>
          ‹ {t('previous')}
        </LinkButton>
      )}
      {next.value && (
        <LinkButton small kind="outlined" href={address(next.value)}>
          {t('next')} ›
        </LinkButton>
      )}
    </>
  );
}
