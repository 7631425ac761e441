// Two versions of one draft: what differs, in words, and the choice. Nothing is overwritten until it is made.
import type { Definition } from '../../../schema/form/definition.ts';
import { Button } from '../../ui/button.tsx';
import { writable } from './blanks.ts';
import type { Keeper } from './keeper.ts';
import { titleOf } from './numbering.ts';
import { t } from './words.ts';

/** What is told of the form as a whole, beside its head and its questions. */
const settingsOf = ({ layout, endings, shuffle, quotas, language, translations }: Definition) => ({
  layout,
  endings,
  shuffle,
  quotas,
  language,
  translations,
});

export function differences(mine: Definition, theirs: Definition): string[] {
  const lines: string[] = [];
  if (mine.title !== theirs.title || mine.intro !== theirs.intro || mine.thanks !== theirs.thanks)
    lines.push(t('headDiffers'));
  if (JSON.stringify(settingsOf(mine)) !== JSON.stringify(settingsOf(theirs)))
    lines.push(t('settingsDiffer'));
  const other = new Map(theirs.questions.map((question) => [question.id, question]));
  for (const question of mine.questions) {
    const twin = other.get(question.id);
    if (!twin) lines.push(t('onlyMine', { title: titleOf(question) }));
    else if (JSON.stringify(twin) !== JSON.stringify(question))
      lines.push(t('bothDiffer', { title: titleOf(question) }));
  }
  const own = new Set(mine.questions.map((question) => question.id));
  for (const question of theirs.questions)
    if (!own.has(question.id)) lines.push(t('onlyTheirs', { title: titleOf(question) }));
  if (lines.length === 0) lines.push(t('orderDiffers'));
  return lines;
}

export function Conflict(props: { keeper: Keeper }) {
  const { keeper } = props;
  if (!keeper.theirs) return null;
  const theirs = writable(keeper.theirs.draft);
  return (
    <section class="error-summary stack" aria-label={t('twoTitle')}>
      <h2>▲ {t('twoTitle')}</h2>
      <p>{t('twoIntro')}</p>
      <ul>
        {differences(keeper.definition, theirs).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div class="two-versions">
        <Version title={t('mine')} definition={keeper.definition} />
        <Version title={t('theirs')} definition={theirs} />
      </div>
      <div class="line">
        <Button kind="outlined" onClick={() => keeper.choose('mine')}>
          {t('keepMine')}
        </Button>
        <Button kind="outlined" onClick={() => keeper.choose('theirs')}>
          {t('keepTheirs')}
        </Button>
      </div>
    </section>
  );
}

const Version = (props: { title: string; definition: Definition }) => (
  <details class="card">
    <summary>{props.title}</summary>
    <p class="question-title">{props.definition.title}</p>
    <ol>
      {props.definition.questions.map((question) => (
        <li key={question.id}>{titleOf(question)}</li>
      ))}
    </ol>
  </details>
);
