// The verify page: one file that opens from a disk without a network, takes the public record of a contest and names what is
// wrong with it. Its policy forbids it every connection.
import '../fill/old-browsers.ts';
import './verify.css';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { publishedFrom } from '../../schema/elections/publication.ts';
import { momentWords } from '../ui/time.ts';
import { language, speak, useLanguage } from '../ui/words/language.ts';
import { type Report, verifyRecord } from './check.ts';
import type { Fault } from './fault.ts';
import type { Published } from './published.ts';
import { t } from './words.ts';

const code = (hash: string) => (hash.match(/.{4}/g) ?? []).join(' ');

function sentenceOf(fault: Fault): string {
  // Entries are numbered from 1 for people.
  if (fault.code === 'chain') return t(`fault-chain-${fault.fault}`, { at: fault.at + 1 });
  const { code: name, ...args } = fault;
  return t(`fault-${name}`, args);
}

function Page() {
  useLanguage();
  const [report, setReport] = useState<Report>();
  const [done, setDone] = useState<{ n: number; total: number }>();
  const read = async (file: File) => {
    setReport(undefined);
    setDone({ n: 0, total: 1 });
    const given: unknown = await file
      .text()
      .then((text): unknown => JSON.parse(text))
      .catch(() => undefined);
    setReport(await verifyRecord(given, (n, total) => n % 20 === 0 && setDone({ n, total })));
    setDone(undefined);
  };
  return (
    <main>
      <button type="button" class="plain" onClick={() => speak(language() === 'zh' ? 'en' : 'zh')}>
        {t('otherLanguage')}
      </button>
      <h1>{t('title')}</h1>
      <p>{t('about')}</p>
      {'subtle' in crypto ? (
        <p>
          <label for="file">{t('choose')}</label>
          <input
            id="file"
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) read(file);
            }}
          />
        </p>
      ) : (
        <p class="bad">{t('noCrypto')}</p>
      )}
      {done && <p role="status">{t('working', done)}</p>}
      {report && <Shown report={report} />}
    </main>
  );
}

function Shown({ report }: { report: Report }) {
  const { faults, freeze, hashes } = report;
  return (
    <>
      {freeze && <h2>{t('whose', { election: freeze.election, title: freeze.title })}</h2>}
      {freeze?.rehearsal && <p class="bad">{t('rehearsal')}</p>}
      <p class={faults.length === 0 ? 'good' : 'bad'} role="status">
        {faults.length === 0 ? t('good') : t('bad', { n: faults.length })}
      </p>
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={JSON.stringify(fault)}>{sentenceOf(fault)}</li>
          ))}
        </ul>
      )}
      {hashes.length > 0 && (
        <>
          <p>{t('compare')}</p>
          <dl>
            <dt>{t('first')}</dt>
            <dd>{code(hashes[0] ?? '')}</dd>
            <dt>{t('last')}</dt>
            <dd>{code(hashes.at(-1) ?? '')}</dd>
          </dl>
        </>
      )}
      {faults.length === 0 && <Checked report={report} />}
    </>
  );
}

/** What was checked, and what was not: nothing is claimed that was not done. */
function Checked({ report }: { report: Report }) {
  const { record, freeze, acts, opened, unopened, counted, together } = report;
  if (!record || !freeze) return null;
  const { from, to } = freeze.voting;
  const lines = [
    t('ok-chain', { n: acts.length, k: freeze.tellers.length }),
    t('hours', { from: momentWords(from), to: momentWords(to) }),
  ];
  // A vote that was prolonged shows in these two lines.
  const close = acts.find(({ act }) => act === 'close');
  if (close) lines.push(t('sealed', { at: momentWords(close.at) }));
  const ballots = record.ballots?.length ?? 0;
  if (record.ballots) {
    lines.push(t('ok-box', { n: ballots }), t('ok-superseded', { n: record.superseded?.length ?? 0 }));
    lines.push(t('not-padding', { n: record.checkedIn.token, uncast: record.checkedIn.token - ballots }));
  } else lines.push(t('not-closed'));
  const isOpen = acts.some(({ act }) => act === 'opening');
  if (record.ballots && !isOpen) lines.push(t('not-open'));
  if (together) lines.push(t('not-together', { ...together, n: publishedFrom }));
  else if (isOpen && ballots < publishedFrom) lines.push(t('not-few', { n: publishedFrom }));
  else if (isOpen && !record.seeds) lines.push(t('not-counted'));
  if (record.seeds) lines.push(t('ok-opening', { n: opened }));
  if (unopened > 0) lines.push(t('not-opened', { n: unopened }));
  if (counted) lines.push(t('ok-count', { elected: electedIn(counted) || t('ok-nobody') }));
  return (
    <>
      <h2>{t('checked')}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

const electedIn = ({ posts }: Published): string =>
  posts
    .flatMap(({ elected, standings }) =>
      elected.map((person) => standings.find((one) => one.person === person)?.name ?? person),
    )
    .join('、');

render(<Page />, document.body);
