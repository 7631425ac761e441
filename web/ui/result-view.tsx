// A result on a screen: what came of it first, then the figures, each person, and the rules.
import type { Result } from '../../schema/elections/box.ts';
import type { Pack } from '../../schema/elections/pack.ts';
import { showCheck, type Took } from '../../schema/elections/result.ts';
import { count } from './figures.ts';
import { assistedWords, figuresOf, isEach, outcomeWords, personLines, ruleLines } from './result-words.ts';
import { t } from './words/results.ts';

export function ResultView(props: {
  result: Result;
  took: Took | null;
  /** what is elected */
  office: string;
  /** of whom the line is a share; not said without it */
  need?: Pack['rounds']['first']['need'] | undefined;
  sha256?: string | null;
}) {
  const { result, took, office, need, sha256 } = props;
  const each = isEach(result);
  const assisted = assistedWords(took);
  return (
    <div class="result stack">
      <p class="result-outcome">{outcomeWords(result, office).join('')}</p>
      <dl class="result-figures">
        {figuresOf(result, need?.of).map(({ key, label, value, note }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              <b>{value}</b> {note && <span class="note">{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {assisted && <p class="note">{assisted}</p>}
      <ol class="result-people">
        {personLines(result).map((one) => (
          <li key={one.person} class={one.isElected ? 'elected' : undefined}>
            <b>{one.name}</b>
            <span>
              {t(each ? 'for' : 'votes')} {count(one.votes)}
              {each && ` · ${t('against')} ${count(one.against)} · ${t('abstain')} ${count(one.abstain)}`}
            </span>
            <span>{one.isElected ? `● ${one.became}` : one.became}</span>
          </li>
        ))}
      </ol>
      <details>
        <summary>{t('rules')}</summary>
        <ul>
          {ruleLines(result).map(({ about, source }) => (
            <li key={`${about} ${source}`}>
              {about}
              {t('colon')}
              {source}
            </li>
          ))}
        </ul>
      </details>
      {sha256 && (
        <p class="note">
          {t('checkCode')} <span class="result-code">{showCheck(sha256)}</span>
        </p>
      )}
    </div>
  );
}
