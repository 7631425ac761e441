// The answers of a branch in the order of arrival, fifty at a time.
import { useRoute } from 'preact-iso/router';
import { getCampaign } from '../../../schema/api/campaigns.ts';
import { listResponses, type ResponseRow } from '../../../schema/api/responses.ts';
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Empty } from '../../ui/empty.tsx';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Table } from '../../ui/table.tsx';
import { momentWords } from '../../ui/time.ts';
import { channelWord } from '../../ui/words/kinds.ts';
import { ExportLinks } from '../campaign/export-links.tsx';
import { Page } from '../page.tsx';
import { cameBy } from './trail.ts';
import { t } from './words.ts';

/** The first question that is answered with words or a choice: enough to tell two answers apart. */
function firstWords(row: ResponseRow, definition: Definition): string {
  const question = definition.questions.find(
    (one) => fieldOf(one).asks && Object.hasOwn(row.answers, one.id),
  );
  return question ? fieldOf(question).words(row.answers[question.id], question) : '';
}

export function Answers() {
  const { params } = useRoute();
  const campaign = params.campaign ?? '';
  const unit = params.unit ?? '';
  const at = { campaign, unit };
  const loaded = useLoad(`answers ${campaign} ${unit}`, async () => {
    const [run, page] = await Promise.all([
      call(getCampaign, { params: { campaign } }),
      call(listResponses, { params: at }),
    ]);
    cameBy(page.responses.map((row) => row.id));
    return { run, ...page };
  });
  const { busy, problem, act } = useAct();
  return (
    <Loading from={loaded}>
      {(value) => (
        <Page
          title={t('title')}
          steps={[
            { title: t('home'), href: '/staff/' },
            { title: value.run.title, href: `/staff/campaigns/${campaign}` },
            { title: t('title') },
          ]}
          action={
            <LinkButton kind="outlined" href={`/staff/campaigns/${campaign}/comments/${unit}`}>
              {t('comments')}
            </LinkButton>
          }
        >
          {value.responses.length === 0 ? (
            <Empty>{t('none')}</Empty>
          ) : (
            <Table
              caption={t('title')}
              hideCaption
              rows={value.responses}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'seq',
                  title: t('number'),
                  head: true,
                  cell: (row) => (
                    <a href={`/staff/campaigns/${campaign}/answers/${unit}/${row.id}`}>{row.seq}</a>
                  ),
                },
                { key: 'at', title: t('when'), cell: (row) => momentWords(row.at) },
                { key: 'unit', title: t('unit'), cell: (row) => row.unit.name },
                { key: 'channel', title: t('channel'), cell: (row) => channelWord(row.channel) },
                {
                  key: 'state',
                  title: t('state'),
                  cell: (row) => `${row.state === 'accepted' ? '●' : '▲'} ${t(row.state)}`,
                },
                { key: 'first', title: t('first'), cell: (row) => firstWords(row, value.definition) },
              ]}
            />
          )}
          {problem && <p class="field-error">{problem}</p>}
          {value.next !== null && (
            <div>
              <Button
                kind="outlined"
                busy={busy}
                onClick={() =>
                  act(async () => {
                    const page = await call(listResponses, {
                      params: at,
                      query: { after: value.next ?? undefined },
                    });
                    cameBy([...value.responses, ...page.responses].map((row) => row.id));
                    loaded.put({
                      ...value,
                      next: page.next,
                      responses: [...value.responses, ...page.responses],
                    });
                  })
                }
              >
                {t('more')}
              </Button>
            </div>
          )}
          <ExportLinks
            run={value.run}
            unit={unit}
            sensitive={value.definition.questions.some((question) => fieldOf(question).sensitive)}
          />
        </Page>
      )}
    </Loading>
  );
}
