// The public record on the page of a contest: how many took part, each act with its check code, the check words of the box,
// and both files to verify it with.
import { useEffect, useState } from 'preact/hooks';
import type { ContestRecord, getRecord } from '../../../schema/api/ballots.ts';
import { type Act, hashText, readAct } from '../../../schema/elections/ledger.ts';
import { paperIn, publishedFrom, togetherOnly } from '../../../schema/elections/publication.ts';
import { showLedger } from '../../../schema/elections/result.ts';
import { useLoad } from '../../ui/load.ts';
import { momentWords } from '../../ui/time.ts';
import { ask } from '../ask.ts';
import { Remains } from '../ballot/remains.tsx';
import { Reading } from '../reading.tsx';
import { phrasesIn } from './lookup.ts';
import { t } from './words.ts';

export function RecordPart({ contest }: { contest: string }) {
  const read = useLoad(contest, () => ask<typeof getRecord>(`/api/contests/${contest}/record`));
  return <Reading from={read}>{(record) => <Shown record={record} />}</Reading>;
}

interface Line {
  act: Act;
  code: string;
  signed: number;
}

function Shown({ record }: { record: ContestRecord }) {
  const [lines, setLines] = useState<Line[]>([]);
  const [phrases, setPhrases] = useState<string[]>();
  useEffect(() => {
    const compute = async () => {
      const known = await Promise.all(
        record.entries.map(async ({ text, signatures }) => {
          const act = readAct(text);
          return act ? [{ act, code: showLedger(await hashText(text)), signed: signatures.length }] : [];
        }),
      );
      setLines(known.flat());
      if (record.ballots) setPhrases(await phrasesIn(record));
    };
    compute().catch(() => setPhrases([]));
  }, [record]);
  const [freeze] = lines.map(({ act }) => act);
  const { ballots, superseded } = record;
  if (record.entries.length === 0) return null;
  const { token, paper } = record.checkedIn;
  const entries = freeze?.act === 'freeze' ? freeze.roll.entries : 0;
  return (
    <>
      <p>{t('about')}</p>
      <p>{t('checkedIn', { token, paper, entries })}</p>
      {freeze?.act === 'freeze' && (
        <p>{t('hours', { from: momentWords(freeze.voting.from), to: momentWords(freeze.voting.to) })}</p>
      )}
      {ballots && superseded && (
        <p>{t('cast', { n: ballots.length, uncast: token - ballots.length, replaced: superseded.length })}</p>
      )}
      <ol class="acts">
        {lines.map(({ act, code, signed }) => (
          <li key={act.number}>
            {t(`act-${act.act}`)}
            <small>
              {momentWords(act.at)}
              {signed > 0 && ` · ${t('signed', { n: signed })}`}
            </small>
            <small>
              {t('code')} <span class="check-code">{code}</span>
            </small>
          </li>
        ))}
      </ol>
      <p class="hint">{t('codeHelp')}</p>
      {ballots && phrases?.length === 0 && ballots.length > 0 && <p class="notice late">{t('otherRoot')}</p>}
      {phrases && phrases.length > 0 && (
        <details class="remains">
          <summary>{t('phrases')}</summary>
          <ul class="phrases">
            {phrases.map((phrase) => (
              <li key={phrase}>{phrase}</li>
            ))}
          </ul>
        </details>
      )}
      {ballots && ballots.length < publishedFrom && <p class="hint">{t('few', { n: publishedFrom })}</p>}
      {ballots && togetherOnly(ballots.length, paperIn(record.result, ballots.length, paper) ?? paper) && (
        <p class="hint">{t('together', { n: publishedFrom })}</p>
      )}
      <p>{t('verifyHelp')}</p>
      <div class="tools">
        <a class="row" href={`/api/contests/${record.contest}/record`} download={`${record.contest}.json`}>
          {t('download')}
        </a>
        <a class="row" href="/verify.html" download="verify.html">
          {t('verify')}
        </a>
      </div>
      <Remains phases={record.phases} />
    </>
  );
}
