// /i/e/:evaluation — a final evaluation for everybody: who was given what and by which rules, as the posted list has it, and
// whether the check code fits. Drawn from the very text that the code is of.
import { useEffect } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { getPostedEvaluation } from '../../../schema/api/evaluations.ts';
import { toHex } from '../../../schema/elections/bytes.ts';
import { sha256, utf8 } from '../../../schema/elections/crypto.ts';
import { showCheck } from '../../../schema/elections/result.ts';
import { evaluationName } from '../../../schema/evaluations/names.ts';
import type { Posted } from '../../../schema/evaluations/posted.ts';
import { Banner } from '../../ui/banner.tsx';
import { call } from '../../ui/call.ts';
import { conditionsSay, rulesSay } from '../../ui/evaluation-says.ts';
import { count } from '../../ui/figures.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { isProblem } from '../../ui/problem.ts';
import { dayWords } from '../../ui/time.ts';
import { withoutStop } from '../../ui/words/without-stop.ts';
import { Frame } from '../frame.tsx';
import { bandsSay, countsSay } from './said.ts';
import { t } from './words.ts';

interface Read {
  posted: Posted;
  /** the code that was kept, and whether this text has it */
  sha256: string;
  fits: boolean;
}

export function PostedEvaluation() {
  const { params } = useRoute();
  const evaluation = params.evaluation ?? '';
  const read = useLoad(`posted ${evaluation}`, async () => {
    const told = await call(getPostedEvaluation, { params: { evaluation } }).catch((thrown: unknown) => {
      if (isProblem(thrown, 'not-found')) return undefined;
      throw thrown;
    });
    if (!told) return undefined;
    const posted: Posted = JSON.parse(told.text);
    return { ...told, posted, fits: toHex(await sha256(utf8(told.text))) === told.sha256 };
  });
  const posted = read.value?.posted;
  useEffect(() => {
    if (posted) document.title = `${posted.unit} · ${evaluationName(posted)}`;
  }, [posted]);
  return (
    <Frame demo={read.value?.demo ?? false} shared name={t('name')}>
      {read.state === 'ready' && !read.value ? (
        <>
          <h1 class="away">{t('name')}</h1>
          <Banner>{t('closed')}</Banner>
        </>
      ) : (
        <Loading from={read}>{(value) => value && <Told {...value} />}</Loading>
      )}
    </Frame>
  );
}

function Told({ posted, sha256: code, fits }: Read) {
  const { rules, awards, appeals, decidedWords, phone } = posted;
  return (
    <div class="stack wide board-card">
      <header class="stack tight">
        <h1>{evaluationName(posted)}</h1>
        <p class="note">
          {t('by', { organiser: posted.organiser, day: dayWords(posted.at, 0) })}
          {phone !== '' && (
            <>
              {' · '}
              <a href={`tel:${phone}`}>{t('asks', { phone })}</a>
            </>
          )}
        </p>
      </header>
      {!fits && <Banner kind="warn">{t('wrong')}</Banner>}
      {awards.map(({ id, winners }) => {
        const award = rules.awards.find((one) => one.id === id);
        const title = award?.title ?? id;
        return (
          <section key={id} class="stack tight" aria-labelledby={`award-${id}`}>
            <h2 id={`award-${id}`}>
              {winners.length > 0 ? t('award', { award: title, n: count(winners.length) }) : title}
            </h2>
            {winners.length > 0 ? (
              <ul class="bare posted-names">
                {winners.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            ) : (
              <p>{t('nobody', { conditions: conditionsSay(rules, award?.from) })}</p>
            )}
          </section>
        );
      })}
      <section class="stack tight" aria-labelledby="how">
        <h2 id="how">{t('how')}</h2>
        <p>
          {t('rated', { n: posted.rated })}
          {countsSay(posted)}
        </p>
        <p>{bandsSay(rules)}</p>
        <p>{t('rules', { rules: rulesSay(rules) })}</p>
        {decidedWords !== '' && <p>{t('tied', { words: withoutStop(decidedWords) })}</p>}
        {appeals.n > 0 && (
          <p>
            {t('appeals', { n: appeals.n, upheld: appeals.upheld })}
            {appeals.corrected > 0 && t('corrected', { n: appeals.corrected })}
          </p>
        )}
        <p class="note">{t('noScores')}</p>
      </section>
      <section class="card stack tight" aria-labelledby="check">
        <h2 id="check">{t('check')}</h2>
        <p>
          {showCheck(code)} <span class={fits ? '' : 'mark-warn'}>{t(fits ? 'right' : 'wrong')}</span>
        </p>
        <p class="note composed-code">{code}</p>
        <p class="note">{t('checkNote')}</p>
        <p class="note">
          {t('codes', {
            n: posted.version,
            rules: showCheck(posted.rulesSha256),
            result: showCheck(posted.resultSha256),
          })}
        </p>
      </section>
    </div>
  );
}
