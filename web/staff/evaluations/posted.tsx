// A final result for everybody: opened by an act, its address to send on, closed again by another.

import type { Evaluation } from '../../../schema/api/evaluation-shapes.ts';
import { postEvaluation } from '../../../schema/api/evaluations.ts';
import { AskButton } from '../../ui/ask-button.tsx';
import { call } from '../../ui/call.ts';
import { toast } from '../../ui/toast.tsx';
import { CopyText } from '../copy-text.tsx';
import { t } from './words.ts';

export function PostedPart({ evaluation, onChanged }: { evaluation: Evaluation; onChanged: () => void }) {
  const { id, rev, posted, keeps, post } = evaluation;
  const address = `/i/e/${id}`;
  const turn = async (open: boolean) => {
    await call(postEvaluation, { params: { evaluation: id }, body: { rev, open } });
    toast(t(open ? 'postedDone' : 'unposted'));
    onChanged();
  };
  if (!posted && !keeps) return null;
  return (
    <section class="card stack tight" aria-labelledby="posted">
      <h2 id="posted">{t('posted')}</h2>
      {posted ? (
        <>
          <p>
            <a href={address}>{t('seePosted')}</a>
          </p>
          <CopyText label={t('postedAddress')} text={`${location.origin}${address}`} />
        </>
      ) : (
        <p class="note">{t('postNote')}</p>
      )}
      {keeps && (
        <div>
          {posted ? (
            <AskButton
              kind="outlined"
              word={t('closeResult')}
              title={t('unpostTitle')}
              verb={t('closeResult')}
              onAct={() => turn(false)}
            >
              <p>{t('unpostWords')}</p>
            </AskButton>
          ) : (
            <AskButton
              word={t('openResult')}
              kind="outlined"
              title={t('postTitle')}
              verb={t('openResult')}
              onAct={() => turn(true)}
            >
              <p>{t('postWords')}</p>
              {post !== '' && <p>{t('postPeople')}</p>}
            </AskButton>
          )}
        </div>
      )}
    </section>
  );
}
