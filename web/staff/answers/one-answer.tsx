// One answer, read like the form that it was given on; the one before and the one after are a press away.

import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { getResponse, listResponses, type ResponseRow } from '../../../schema/api/responses.ts';
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { momentWords } from '../../ui/time.ts';
import { channelWord } from '../../ui/words/kinds.ts';
import { Page } from '../page.tsx';
import { Correction } from './correction.tsx';
import { before, cameBy } from './trail.ts';
import { Voiding } from './voiding.tsx';
import { t } from './words.ts';

export function OneAnswer() {
  const { params } = useRoute();
  const campaign = params.campaign ?? '';
  const unit = params.unit ?? '';
  const response = params.response ?? '';
  const loaded = useLoad(`answer ${response}`, () => call(getResponse, { params: { campaign, response } }));
  const [correcting, setCorrecting] = useState(false);
  return (
    <Loading from={loaded}>
      {({ response: row, definition }) => (
        <Page
          key={row.id}
          title={t('oneTitle', { n: row.seq })}
          steps={[
            { title: t('home'), href: '/staff/' },
            { title: t('allAnswers'), href: `/staff/campaigns/${campaign}/answers/${unit}` },
            { title: t('oneTitle', { n: row.seq }) },
          ]}
          facts={[
            row.unit.name,
            momentWords(row.at),
            channelWord(row.channel),
            t('version', { n: row.version }),
            ...(row.changedAt === null ? [] : [t('changedOn', { day: momentWords(row.changedAt) })]),
          ].join(' · ')}
          action={<Neighbours campaign={campaign} unit={unit} row={row} />}
        >
          {row.state !== 'accepted' && <Banner kind="warn">{t(row.state)}</Banner>}
          {row.erased && <Banner>{t('erased')}</Banner>}
          {correcting ? (
            <Correction
              campaign={campaign}
              row={row}
              definition={definition}
              onDone={() => {
                setCorrecting(false);
                loaded.again();
              }}
              onCancel={() => setCorrecting(false)}
            />
          ) : (
            <>
              <Sheet row={row} definition={definition} />
              {row.state === 'accepted' && !row.erased && (
                <div class="line">
                  <Button kind="outlined" onClick={() => setCorrecting(true)}>
                    {t('correct')}
                  </Button>
                  <Voiding campaign={campaign} row={row} onDone={loaded.again} />
                </div>
              )}
            </>
          )}
        </Page>
      )}
    </Loading>
  );
}

function Sheet(props: { row: ResponseRow; definition: Definition }) {
  const { answers } = props.row;
  const asked = props.definition.questions.filter((question) => fieldOf(question).asks);
  return (
    <dl class="answer-sheet">
      {asked.map((question, index) => (
        <div key={question.id}>
          <dt>
            {index + 1}. {question.title}
          </dt>
          <dd class={Object.hasOwn(answers, question.id) ? undefined : 'dim'}>
            {Object.hasOwn(answers, question.id)
              ? fieldOf(question).words(answers[question.id], question)
              : t('unanswered')}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The next is one keyset page away; the contract has no page backwards, so the way back is the way that was come. */
function Neighbours(props: { campaign: string; unit: string; row: ResponseRow }) {
  const { campaign, unit, row } = props;
  const next = useLoad(`after ${unit} ${row.seq}`, async () => {
    const page = await call(listResponses, { params: { campaign, unit }, query: { after: row.seq } });
    const id = page.responses[0]?.id ?? '';
    if (id) cameBy([row.id, id]);
    return id;
  });
  const address = (id: string) => `/staff/campaigns/${campaign}/answers/${unit}/${id}`;
  const previous = before(row.id);
  return (
    <>
      {previous && (
        <LinkButton small kind="outlined" href={address(previous)}>
          ‹ {t('previous')}
        </LinkButton>
      )}
      {next.value && (
        <LinkButton small kind="outlined" href={address(next.value)}>
          {t('next')} ›
        </LinkButton>
      )}
    </>
  );
}
