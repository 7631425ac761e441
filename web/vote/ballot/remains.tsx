// What this way of voting cannot do, in plain words: it stands where people vote and where the record is.
import { t } from './words.ts';

export function Remains({ phases }: { phases: boolean }) {
  const lines = (['remain1', 'remain2', 'remain3', 'remain4', 'remain5'] as const).map((key) => t(key));
  return (
    <details class="remains">
      <summary>{t('remains')}</summary>
      <ul>
        {[...lines, ...(phases ? [] : [t('remain6')])].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
