// The result of one contest: what came of it, announcing it, objections to it, and the papers to print.
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { type ContestWhole, getContest } from '../../../../schema/api/elections.ts';
import {
  announceResult,
  getResult,
  type ResultWhole,
  recountContest,
} from '../../../../schema/api/results.ts';
import { placeDay } from '../../../../schema/day.ts';
import { daysBetween } from '../../../../schema/elections/days.ts';
import { roundRule } from '../../../../schema/elections/pack.ts';
import { readResult } from '../../../../schema/elections/result.ts';
import { AskButton } from '../../../ui/ask-button.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { call } from '../../../ui/call.ts';
import { Empty } from '../../../ui/empty.tsx';
import { useAct, useLoad } from '../../../ui/load.ts';
import { Loading } from '../../../ui/loading.tsx';
import { ResultView } from '../../../ui/result-view.tsx';
import { fileName, saveFile } from '../../../ui/save-file.ts';
import { momentWords } from '../../../ui/time.ts';
import { toast } from '../../../ui/toast.tsx';
import { t as ui } from '../../../ui/words/ui.ts';
import { Page } from '../../page.tsx';
import { contestAddress } from '../contest-table.tsx';
import { NextRound } from '../next-round.tsx';
import { Objections } from '../objections.tsx';
import { packOf } from '../plan.ts';
import { dayOf } from '../said.ts';
import { t } from './words.ts';

export function ResultPage() {
  const { params } = useRoute();
  const contest = params.contest ?? '';
  const loaded = useLoad(`result ${contest}`, async () => {
    const [result, whole] = await Promise.all([
      call(getResult, { params: { contest } }),
      call(getContest, { params: { contest } }),
    ]);
    return { result, whole };
  });
  return (
    <Loading from={loaded}>{(value) => <Result key={contest} {...value} again={loaded.again} />}</Loading>
  );
}

interface Props {
  result: ResultWhole;
  whole: ContestWhole;
  again: () => void;
}

function Result({ result, whole, again }: Props) {
  const address = contestAddress(result.election, result.contest);
  const counted = result.result === null ? undefined : readResult(result.result);
  return (
    <Page
      title={`${t('title')} · ${result.name}`}
      steps={[
        { title: result.title, href: `/staff/elections/${result.election}` },
        { title: result.name, href: address },
        { title: t('title') },
      ]}
      facts={[result.above, result.post, announcedWords(result)].filter(Boolean).join(' · ')}
    >
      {!counted ? (
        <Empty
          action={
            <LinkButton kind="primary" href={`${address}/count`}>
              {t('toCount')}
            </LinkButton>
          }
        >
          {t('notCounted')}
        </Empty>
      ) : (
        <>
          <Announcing result={result} again={again} />
          {result.signed && <Signed signed={result.signed} />}
          <section class="card stack">
            <ResultView
              result={counted}
              took={result.took}
              office={result.post}
              need={roundRule(packOf(result), result.kind).need}
              sha256={result.sha256}
            />
          </section>
          <NextRound contest={whole} />
          <Recount result={result} />
          <Papers result={result} address={address} />
          <p class="note">{objectionWords(result.days.result)}</p>
          <Objections contest={whole} again={again} result />
        </>
      )}
    </Page>
  );
}

const announcedWords = ({ announcedAt, announcedBy }: ResultWhole): string =>
  announcedAt === null ? '' : t('announcedBy', { by: announcedBy ?? '', at: momentWords(announcedAt) });

/** The day itself is the last one. */
function objectionWords(last: string): string {
  const left = daysBetween(placeDay(Date.now()), last) + 1;
  return left > 0
    ? t('objectionsUntil', { day: dayOf(last), n: left })
    : t('objectionsOver', { day: dayOf(last) });
}

/** Who of the tellers has signed opening and result, and what is missing where too few have. */
function Signed({ signed }: { signed: NonNullable<ResultWhole['signed']> }) {
  const short = signed.need - signed.tellers.filter((one) => one.signed).length;
  return (
    <div class="stack tight">
      <p>
        {t('signatures')}{' '}
        {signed.tellers
          .map((one) => t(one.signed ? 'hasSigned' : 'notSigned', { name: one.name }))
          .join(ui('listed'))}
      </p>
      {short > 0 && <Banner kind="warn">{t('signedShort', { n: short })}</Banner>}
    </div>
  );
}

function Announcing({ result, again }: { result: ResultWhole; again: () => void }) {
  const announce = async () => {
    await call(announceResult, { params: { contest: result.contest }, body: {} });
    toast(t('announced'));
    again();
  };
  if (result.state !== 'counted') return null;
  return (
    <div class="stack tight">
      <Banner>{t('waits')}</Banner>
      {result.mayEdit && (
        <div>
          <AskButton
            kind="primary"
            word={t('announce')}
            title={t('announceTitle')}
            verb={t('announce')}
            onAct={announce}
          >
            <p>{t('announceWords')}</p>
            {result.signed && <Signed signed={result.signed} />}
          </AskButton>
        </div>
      )}
    </div>
  );
}

function Recount({ result }: { result: ResultWhole }) {
  const [said, setSaid] = useState('');
  const { busy, problem, act } = useAct();
  const recount = () =>
    act(async () => {
      const { same } = await call(recountContest, { params: { contest: result.contest }, body: {} });
      setSaid(t(same ? 'recountSame' : 'recountOther'));
    });
  return (
    <div class="line no-print">
      <Button small kind="outlined" busy={busy} onClick={recount}>
        {t('recount')}
      </Button>
      <span role="status">{said}</span>
      {problem && <span class="field-error">{problem}</span>}
    </div>
  );
}

function Papers({ result, address }: { result: ResultWhole; address: string }) {
  const print = (paper: string) =>
    `/print/papers?election=${result.election}&contest=${result.contest}&paper=${paper}`;
  const download = () => {
    if (result.result === null) return;
    const file = new Blob([result.result], { type: 'application/json' });
    saveFile(file, fileName(`${result.title} ${result.above} ${result.name}`, 'json'));
  };
  return (
    <div class="line no-print">
      <LinkButton small kind="outlined" href={print('result')}>
        {t('notice')}
      </LinkButton>
      <LinkButton small kind="outlined" href={print('minutes')}>
        {t('minutes')}
      </LinkButton>
      <LinkButton small href={`/e/${result.slug}/${result.contest}`}>
        {t('public')}
      </LinkButton>
      <LinkButton small href={`${address}/count`}>
        {t('counting')}
      </LinkButton>
      <Button small onClick={download}>
        {t('download')}
      </Button>
    </div>
  );
}
