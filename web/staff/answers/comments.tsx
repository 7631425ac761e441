// What residents wrote, question by question, building by building.

import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { getCampaign } from '../../../schema/api/campaigns.ts';
import { listComments, listResponses } from '../../../schema/api/responses.ts';
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Question } from '../../../schema/form/definition.ts';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Empty } from '../../ui/empty.tsx';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { momentWords } from '../../ui/time.ts';
import { Page } from '../page.tsx';
import { t as staff } from '../words.ts';
import { t } from './words.ts';

/** Questions answered in words: nothing to count in them but how many there are. */
const inWords = (question: Question) => fieldOf(question).free === true;

export function Comments() {
  const { params } = useRoute();
  const campaign = params.campaign ?? '';
  const unit = params.unit ?? '';
  const loaded = useLoad(`texts ${campaign}`, async () => {
    const run = await call(getCampaign, { params: { campaign } });
    // The form may belong to a branch above, whose forms are not the reader's to open; its answers are.
    const { definition } = await call(listResponses, { params: { campaign, unit }, query: { most: 1 } });
    return { run, questions: definition.questions.filter(inWords) };
  });
  const [asked, setAsked] = useState('');
  return (
    <Loading from={loaded}>
      {({ run, questions }) => {
        const question = questions.find((one) => one.id === asked) ?? questions[0];
        return (
          <Page
            title={t('comments')}
            steps={[
              { title: staff('home'), href: '/staff/' },
              { title: run.title, href: `/staff/campaigns/${campaign}` },
              { title: t('comments') },
            ]}
          >
            {!question ? (
              <Empty>{t('noTexts')}</Empty>
            ) : (
              <>
                <div class="sheet">
                  <Select
                    label={t('question')}
                    value={question.id}
                    options={questions.map((one) => ({ value: one.id, label: one.title }))}
                    onChange={setAsked}
                  />
                </div>
                <CommentList key={question.id} campaign={campaign} unit={unit} question={question.id} />
              </>
            )}
          </Page>
        );
      }}
    </Loading>
  );
}

function CommentList(props: { campaign: string; unit: string; question: string }) {
  const { campaign, unit, question } = props;
  const params = { campaign, unit };
  const loaded = useLoad(`comments ${unit} ${question}`, () =>
    call(listComments, { params, query: { question } }),
  );
  const { busy, problem, act } = useAct();
  return (
    <Loading from={loaded}>
      {({ comments, next }) => (
        <div class="stack">
          {comments.length === 0 && next === null && <Empty>{t('noComments')}</Empty>}
          <ul class="bare comments">
            {comments.map((comment) => (
              <li key={comment.response} class="card">
                <p class="comment-text">{comment.text}</p>
                <p class="note">
                  {comment.unit.name} · {momentWords(comment.at)} ·{' '}
                  <a href={`/staff/campaigns/${campaign}/answers/${unit}/${comment.response}`}>{t('open')}</a>
                </p>
              </li>
            ))}
          </ul>
          {problem && <p class="field-error">{problem}</p>}
          {next !== null && (
            <div>
              <Button
                kind="outlined"
                busy={busy}
                onClick={() =>
                  act(async () => {
                    const page = await call(listComments, { params, query: { question, after: next } });
                    loaded.put({ comments: [...comments, ...page.comments], next: page.next });
                  })
                }
              >
                {t('more')}
              </Button>
            </div>
          )}
        </div>
      )}
    </Loading>
  );
}
