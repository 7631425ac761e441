// One run: its facts, how residents get to it, what has come in, and the acts that steer it.
import { useRoute } from 'preact-iso/router';
import { type Campaign, getCampaign } from '../../../schema/api/campaigns.ts';
import { LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { count, perHundred } from '../../ui/figures.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { momentWords } from '../../ui/time.ts';
import { accessWord, campaignKindWord, opinionWord, phaseMark, phaseWord } from '../../ui/words/kinds.ts';
import { CopyText } from '../copy-text.tsx';
import { Page } from '../page.tsx';
import { boardBranches, editorBranches, useSession } from '../session.ts';
import { t as staff } from '../words.ts';
import { ExportLinks } from './export-links.tsx';
import { Outcome } from './outcome.tsx';
import { useOwnFigures } from './own-figures.ts';
import { ProgressTable, useProgress } from './progress-table.tsx';
import { boardAddress, pictureAddress, postersAddress, slipsAddress } from './run-addresses.ts';
import { Steering } from './steering.tsx';
import { t } from './words.ts';

export function CampaignPage() {
  const { params } = useRoute();
  const campaign = params.campaign ?? '';
  const loaded = useLoad(`campaign ${campaign}`, () => call(getCampaign, { params: { campaign } }));
  return <Loading from={loaded}>{(run) => <Run key={run.id} run={run} put={loaded.put} />}</Loading>;
}

function Run(props: { run: Campaign; put: (run: Campaign) => void }) {
  const { run } = props;
  const { me } = useSession();
  const posters = postersFirst(run);
  const progress = useProgress(run.id, run.board.id);
  return (
    <Page
      title={run.title}
      steps={[{ title: staff('home'), href: '/staff/' }, { title: campaignKindWord(run.kind) }]}
      facts={`${phaseMark[run.phase]} ${phaseWord(run.phase)} · ${run.unit.name}`}
      action={
        <>
          {posters && (
            <LinkButton kind="primary" href={postersAddress(run)}>
              {t('posters')}
            </LinkButton>
          )}
          {boardBranches(me).length > 0 && (
            <LinkButton kind={posters ? 'outlined' : 'primary'} href={boardAddress(run)}>
              {t('board')}
            </LinkButton>
          )}
        </>
      }
    >
      {run.mayEdit && <Steering run={run} put={props.put} />}
      <div class="run-page">
        <Facts run={run} />
        <Ways run={run} />
        <div class="stack wide">
          <section class="stack">
            <h2>{t('progress')}</h2>
            {boardBranches(me).length > 0 && (
              <p>
                <a href={`/staff/campaigns/${run.id}/figures/${run.board.id}`}>{t('figures')}</a>
              </p>
            )}
            <ProgressTable run={run} progress={progress} />
          </section>
          {/* Below what is of unknown height: not before it is there. */}
          {run.mayEdit && (progress.value !== undefined || progress.state === 'failed') && (
            <Outcome run={run} put={props.put} />
          )}
        </div>
        {editorBranches(me).length > 0 && <Answers run={run} />}
      </div>
    </Page>
  );
}

/** Until somebody has answered there is nothing to see on a board: what is wanted is the poster. */
const postersFirst = (run: Campaign) => run.listed && run.accepted === 0 && run.phase !== 'closed';

function Facts(props: { run: Campaign }) {
  const { run } = props;
  const own = useOwnFigures(run);
  const rate = own && perHundred(own.n, own.households);
  return (
    <section class="stack tight">
      <h2>{t('facts')}</h2>
      <dl class="facts">
        <dt>{t('counts')}</dt>
        <dd class="figures">
          {own && (
            <>
              <b>{t('countsWords', { n: count(own.n), households: count(own.households) })}</b>
              {rate !== undefined && ` · ${t('per')} ${rate}`} · {t('placesWords', { n: count(own.places) })}
              {own.of !== undefined && ` · ${t('ofBranch', { name: own.of })}`}
            </>
          )}
        </dd>
        <dt>{t('window')}</dt>
        <dd>{t('windowWords', { from: momentWords(run.opensAt), to: momentWords(run.closesAt) })}</dd>
        <dt>{t('access')}</dt>
        <dd>
          {run.access === 'anyone' && run.perDevice ? t('anyone') : accessWord(run.access)}
          {run.roll && (
            <>
              {' '}
              · <a href={`/staff/rolls/${run.roll.id}`}>{run.roll.title}</a>
            </>
          )}{' '}
          · {t(run.named ? 'named' : 'unnamed')}
          {opinionWord(run) && <span class="note"> {opinionWord(run)}</span>}
        </dd>
        <dt>{t('organiser')}</dt>
        <dd>
          {run.organiser} · {run.phone}
        </dd>
        <dt>{t('form')}</dt>
        <dd>
          {run.mayEdit ? (
            <a href={`/staff/forms/${run.form}`}>{t('version', { n: run.version })}</a>
          ) : (
            t('version', { n: run.version })
          )}
        </dd>
        {run.cap !== null && (
          <>
            <dt>{t('capLine')}</dt>
            <dd>{t('capWords', { n: count(run.cap) })}</dd>
          </>
        )}
        <dt>{t('result')}</dt>
        <dd>{t(run.liveResult ? 'resultLive' : 'resultLater')}</dd>
        {run.thanks && (
          <>
            <dt>{t('thanks')}</dt>
            <dd class="lines">{run.thanks}</dd>
          </>
        )}
        {run.previous && (
          <>
            <dt>{t('previous')}</dt>
            <dd>
              <a href={`/staff/campaigns/${run.previous.id}`}>{run.previous.title}</a>
            </dd>
          </>
        )}
        <dt>{t('keep')}</dt>
        <dd>
          {run.erasedAt === null
            ? t('keepDays', { n: run.keepDays })
            : t('erased', { day: momentWords(run.erasedAt) })}
        </dd>
      </dl>
    </section>
  );
}

function Ways(props: { run: Campaign }) {
  const { run } = props;
  return (
    <section class="card stack tight">
      <h2>{t('link')}</h2>
      <QrCode text={run.link} of={run.title} />
      <CopyText text={run.link} />
      <p class="note">{t(run.listed ? 'linkNote' : 'unlisted')}</p>
      {/* They carry the codes of buildings, whose pages don't lead here. */}
      {run.listed && (
        <div class="line">
          {!postersFirst(run) && (
            <LinkButton small kind="outlined" href={postersAddress(run)}>
              {t('posters')}
            </LinkButton>
          )}
          <LinkButton small href={slipsAddress(run)}>
            {t('slips')}
          </LinkButton>
          <LinkButton small href={pictureAddress(run)}>
            {t('picture')}
          </LinkButton>
        </div>
      )}
    </section>
  );
}

function Answers(props: { run: Campaign }) {
  const { run } = props;
  return (
    <section class="card stack tight">
      <h2>{t('answers')}</h2>
      <div class="line">
        <LinkButton small kind="outlined" href={`/staff/campaigns/${run.id}/answers/${run.board.id}`}>
          {t('answers')}
        </LinkButton>
        <LinkButton small kind="outlined" href={`/staff/campaigns/${run.id}/comments/${run.board.id}`}>
          {t('comments')}
        </LinkButton>
      </div>
      <ExportLinks run={run} unit={run.board.id} />
    </section>
  );
}
