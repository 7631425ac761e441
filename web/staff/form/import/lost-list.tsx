// What a file holds beside its text: pictures and the like, each with the words beside it.
import { t } from './words.ts';

export function LostList(props: { name: string; lost: readonly string[] }) {
  const { name, lost } = props;
  if (lost.length === 0) return null;
  return (
    <section class="stack tight unplaced">
      <h2>▲ {t('lost', { name, n: lost.length })}</h2>
      <p class="note">{t('lostHint')}</p>
      <ul class="bare">
        {lost.map((what, index) => (
          <li key={`${index} ${what}`}>{what}</li>
        ))}
      </ul>
    </section>
  );
}
