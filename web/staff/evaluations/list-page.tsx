// Evaluations of the own branches, and those in which somebody of them is rated.
import { listEvaluations } from '../../../schema/api/evaluations.ts';
import { evaluationName } from '../../../schema/evaluations/names.ts';
import { LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Empty } from '../../ui/empty.tsx';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Table } from '../../ui/table.tsx';
import { momentWords } from '../../ui/time.ts';
import { Page } from '../page.tsx';
import { editorBranches, useSession } from '../session.ts';
import { t as brief } from './brief-words.ts';
import { t } from './words.ts';

export function Evaluations() {
  const { me } = useSession();
  const mayMake = editorBranches(me).length > 0;
  const loaded = useLoad('evaluations', async () => (await call(listEvaluations, {})).evaluations);
  const start = mayMake && (
    <LinkButton kind="primary" href="/staff/new/evaluation">
      {t('newTitle')}
    </LinkButton>
  );
  return (
    <Page title={brief('title')} action={start}>
      <p>{brief('intro')}</p>
      <Loading from={loaded}>
        {(all) =>
          all.length === 0 ? (
            <Empty>{t(mayMake ? 'none' : 'noneHere')}</Empty>
          ) : (
            <Table
              caption={brief('title')}
              hideCaption
              rows={all}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'title',
                  title: t('name'),
                  head: true,
                  cell: (one) => <a href={`/staff/evaluations/${one.id}`}>{evaluationName(one)}</a>,
                },
                { key: 'area', title: t('area'), cell: ({ unit }) => unit.name },
                { key: 'subjects', title: t('subjects'), number: true, cell: ({ subjects }) => subjects },
                {
                  key: 'state',
                  title: t('state'),
                  cell: (one) => (
                    <>
                      {brief(`state-${one.state}`)}
                      {one.state === 'rating' && ` · ${brief('until', { day: momentWords(one.closesAt) })}`}
                      {one.state === 'provisional' &&
                        one.appealsUntil !== null &&
                        ` · ${brief('until', { day: momentWords(one.appealsUntil) })}`}
                      {one.appeals > 0 && (
                        <>
                          <br />▲ {brief('appealsN', { n: one.appeals })}
                        </>
                      )}
                    </>
                  ),
                },
              ]}
            />
          )
        }
      </Loading>
    </Page>
  );
}
