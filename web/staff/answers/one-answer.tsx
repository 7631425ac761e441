// One answer, read like the form that it was given on; the one before and the one after are a press away.
import { useRef } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import { getCampaign } from '../../../schema/api/campaigns.ts';
import { getResponse, type ResponseRow } from '../../../schema/api/responses.ts';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { momentWords } from '../../ui/time.ts';
import { channelWord } from '../../ui/words/kinds.ts';
import { Page } from '../page.tsx';
import { t as staff } from '../words.ts';
import { type Act, Acts } from './acts.tsx';
import { filterOf, isFiltered, orderIn, placeOf, searchOf } from './filter.ts';
import { Neighbours } from './neighbours.tsx';
import { Sheet } from './sheet.tsx';
import { Voiding } from './voiding.tsx';
import { t } from './words.ts';

export function OneAnswer() {
  const { params } = useRoute();
  const { url } = useLocation();
  const campaign = params.campaign ?? '';
  const unit = params.unit ?? '';
  const response = params.response ?? '';
  const { search: said } = new URL(url, location.origin);
  const filter = filterOf(said);
  // As the list says it, so that the way back leads to the page that the reader came from.
  const search = searchOf(filter, placeOf(said));
  const list = `/staff/campaigns/${campaign}/answers/${unit}`;
  const loaded = useLoad(`answer ${response}`, () => call(getResponse, { params: { campaign, response } }));
  const ofRun = useLoad(`campaign ${campaign}`, () => call(getCampaign, { params: { campaign } }));
  // Whoever turns to the next one looks at this one until it is there.
  const last = useRef(loaded.value);
  if (loaded.value) last.current = loaded.value;
  const shown = loaded.state === 'waiting' && last.current ? { ...loaded, value: last.current } : loaded;
  return (
    <Loading from={ofRun}>
      {(run) => (
        <Loading from={shown}>
          {({ response: row, acts, definition }) => (
            <Page
              key={row.id}
              title={t('oneTitle', { n: row.seq })}
              steps={[
                { title: staff('home'), href: '/staff/' },
                { title: run.title, href: `/staff/campaigns/${campaign}` },
                { title: t(isFiltered(filter) ? 'theList' : 'allAnswers'), href: list + search },
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
              action={
                <Neighbours
                  at={{ campaign, unit }}
                  filter={filter}
                  order={orderIn(placeOf(said))}
                  row={row}
                  address={(id) => `${list}/${id}${search}`}
                />
              }
            >
              {row.state !== 'accepted' && <TakenOut row={row} acts={acts} />}
              {row.erased && <Banner>{t('erased')}</Banner>}
              <Sheet campaign={campaign} row={row} definition={definition} />
              {row.state === 'accepted' && !row.erased && (
                <div class="line">
                  <LinkButton
                    kind="outlined"
                    href={`/correct/${campaign}/${row.id}?${new URLSearchParams([...new URLSearchParams(search), ['unit', unit]])}`}
                  >
                    {t('correct')}
                  </LinkButton>
                  <Voiding campaign={campaign} row={row} onDone={loaded.again} />
                </div>
              )}
              {acts.length > 0 && <Acts acts={acts} definition={definition} />}
            </Page>
          )}
        </Loading>
      )}
    </Loading>
  );
}

/** That it is out, and when; where staff took it out, by whom and why. */
function TakenOut({ row, acts }: { row: ResponseRow; acts: readonly Act[] }) {
  const { by, reason } = acts.find(({ act }) => row.state === 'void' && act === 'response.void') ?? {};
  const when = row.changedAt === null ? '' : momentWords(row.changedAt);
  return (
    <Banner kind="warn">
      {[t(row.state), by, when, reason && t('because', { reason })].filter(Boolean).join(' · ')}
    </Banner>
  );
}
