// What is voted on, as it was posted: each matter with what it needs and the articles that say so.
import type { OwnerVote } from '../../../schema/api/owner-votes.ts';
import { matterOf } from '../../../schema/elections/owner-vote.ts';
import { language } from '../../ui/words/language.ts';
import { withoutStop } from '../../ui/words/without-stop.ts';
import { t } from './words.ts';

export function MatterList({ vote }: { vote: OwnerVote }) {
  const spoken = language();
  return (
    <section class="stack" aria-labelledby="matters">
      <h2 id="matters">{t('matters')}</h2>
      <p class="note">{t('quorumNeed')}</p>
      <ol class="stack owner-matters">
        {vote.matters.map(({ id, title, text, item }) => {
          const lawful = matterOf(item);
          return (
            <li key={id}>
              <b>{title}</b>
              {text && <p class="owner-lines">{text}</p>}
              <p class="note">
                {t('itemOption', { n: item, text: lawful.text[spoken] })} {t(`need-${lawful.kind}`)}
              </p>
            </li>
          );
        })}
      </ol>
      {vote.words && <p class="owner-lines">{vote.words}</p>}
      {vote.silence && (
        <p>
          {t('silenceIs', {
            article: withoutStop(vote.silence.article),
            warning: withoutStop(vote.silence.warning),
            abstentions: t(`abstentions-${vote.silence.abstentions}`),
          })}
        </p>
      )}
      {vote.named && (
        <p>
          {t('named')}：{vote.named}
        </p>
      )}
    </section>
  );
}
