// The counting desk of a contest, made for a phone in the courtyard: end voting, enter what was read out, settle where two
// people differ, decide names, count.
import { useLocation, useRoute } from 'preact-iso/router';
import { type CountDesk, countContest, endVoting, getCount } from '../../../../schema/api/counts.ts';
import { AskButton } from '../../../ui/ask-button.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { call } from '../../../ui/call.ts';
import { count } from '../../../ui/figures.ts';
import { useLoad } from '../../../ui/load.ts';
import { Loading } from '../../../ui/loading.tsx';
import { toast } from '../../../ui/toast.tsx';
import { language } from '../../../ui/words/language.ts';
import { Page } from '../../page.tsx';
import { contestAddress } from '../contest-table.tsx';
import { Batches } from './batches.tsx';
import { Names } from './names.tsx';
import { t } from './words.ts';

export function CountPage() {
  const { params } = useRoute();
  const contest = params.contest ?? '';
  const loaded = useLoad(`count ${contest}`, () => call(getCount, { params: { contest } }));
  return <Loading from={loaded}>{(desk) => <Desk key={contest} desk={desk} onDesk={loaded.put} />}</Loading>;
}

/** Nobody reads ballots out of a secret vote while others are still being cast. */
const isOpen = ({ state, preset }: CountDesk) =>
  ['closed', 'opened'].includes(state) || (state === 'open' && preset === 'spot');
const isCounted = ({ state }: CountDesk) => state === 'counted' || state === 'announced';

function Desk({ desk, onDesk }: { desk: CountDesk; onDesk: (desk: CountDesk) => void }) {
  const { title, name, above, post, seats, registered, checkedIn, quorum } = desk;
  const open = isOpen(desk);
  const all = checkedIn.token + checkedIn.paper;
  return (
    <Page
      title={`${t('title')} · ${name}`}
      steps={[
        { title, href: `/staff/elections/${desk.election}` },
        { title: `${above} ${name}`.trim(), href: contestAddress(desk.election, desk.contest) },
        { title: t('title') },
      ]}
      facts={t('facts', { post, seats, registered: registered === null ? '—' : count(registered) })}
    >
      <Standing desk={desk} onDesk={onDesk} />
      {all > 0 && <p class="note">{t('checkedIn', { all, ...checkedIn })}</p>}
      {quorum && !isCounted(desk) && <p class="note">{t('quorum', { need: quorum.need })}</p>}
      {(open || desk.batches.length > 0) && <Batches desk={desk} open={open} onDesk={onDesk} />}
      {(open || desk.names.length > 0) && <Names desk={desk} open={open} onDesk={onDesk} />}
      {open && <Count desk={desk} onDesk={onDesk} />}
      <p>
        <a href={`/print/papers?election=${desk.election}&contest=${desk.contest}&paper=tally`}>
          {t('papers')}
        </a>
      </p>
    </Page>
  );
}

function Standing({ desk, onDesk }: { desk: CountDesk; onDesk: (desk: CountDesk) => void }) {
  const end = async () => {
    onDesk(await call(endVoting, { params: { contest: desk.contest }, body: {} }));
    toast(t('ended'));
  };
  if (isCounted(desk))
    return (
      <div class="stack tight">
        <Banner>{t('isCounted')}</Banner>
        <div>
          <LinkButton kind="primary" href={`${contestAddress(desk.election, desk.contest)}/result`}>
            {t('toResult')}
          </LinkButton>
        </div>
      </div>
    );
  if (!isOpen(desk)) return <Banner>{t(desk.state === 'open' ? 'boxOpen' : 'notYet')}</Banner>;
  if (desk.preset === 'sealed') return desk.state === 'opened' ? null : <Banner>{t('waitingBox')}</Banner>;
  if (desk.state !== 'open') return null;
  return (
    <div class="stack tight">
      <Banner>{t('voting')}</Banner>
      {desk.mayEdit && (
        <div>
          <AskButton kind="outlined" word={t('end')} title={t('endTitle')} verb={t('endAct')} onAct={end}>
            <p>{t('endWords')}</p>
          </AskButton>
        </div>
      )}
    </div>
  );
}

function Count({ desk, onDesk }: { desk: CountDesk; onDesk: (desk: CountDesk) => void }) {
  const { route } = useLocation();
  const now = async () => {
    onDesk(await call(countContest, { params: { contest: desk.contest }, body: {} }));
    toast(t('counted'));
    route(`${contestAddress(desk.election, desk.contest)}/result`);
  };
  if (!desk.mayEdit) return <p class="note">{t('onlyEditors')}</p>;
  if (desk.waits) {
    const sheets = desk.batches.filter(({ removed }) => !removed);
    const issued = sheets.reduce((sum, { agreed }) => sum + (agreed?.issued ?? 0), 0);
    const figures = { issued, paper: desk.checkedIn.paper };
    return desk.state === 'open' ? null : <p role="status">{t(`waits-${desk.waits}`, figures)}</p>;
  }
  return (
    <div>
      <AskButton kind="primary" word={t('count')} title={t('countTitle')} verb={t('countAct')} onAct={now}>
        <p>{t('countWords', { rule: desk.rule[language()] })}</p>
      </AskButton>
    </div>
  );
}
