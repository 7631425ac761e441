// The answers of a branch as a table, page by page: narrowed by a filter, with the questions as columns that the reader
// chose. Filter, order and page stand in the address.
import { useEffect, useRef } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import { type Campaign, getCampaign } from '../../../schema/api/campaigns.ts';
import { fieldOf, holdsAnswer } from '../../../schema/fields/registry.ts';
import { plainForm } from '../../../schema/logic/plain.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Empty } from '../../ui/empty.tsx';
import { count } from '../../ui/figures.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { WaitingLine } from '../../ui/waiting-line.tsx';
import { ExportLinks } from '../campaign/export-links.tsx';
import { Page } from '../page.tsx';
import { t as staff } from '../words.ts';
import { AnswerTable } from './answer-table.tsx';
import { ColumnChooser, useColumns } from './columns.tsx';
import { filterOf, isFiltered, orderIn, placeOf, searchOf } from './filter.ts';
import { FilterForm } from './filter-form.tsx';
import { Pages } from './pages.tsx';
import { useAnswers } from './use-answers.ts';
import { t } from './words.ts';

export function Answers() {
  const { params } = useRoute();
  const { url } = useLocation();
  const campaign = params.campaign ?? '';
  const run = useLoad(`campaign ${campaign}`, () => call(getCampaign, { params: { campaign } }));
  const search = new URL(url, location.origin).search;
  return (
    <Loading from={run}>
      {(value) => <AnswerList run={value} unit={params.unit ?? ''} search={search} />}
    </Loading>
  );
}

type Found = NonNullable<ReturnType<typeof useAnswers>['found']>;

function AnswerList({ run, unit, search }: { run: Campaign; unit: string; search: string }) {
  const filter = filterOf(search);
  const place = placeOf(search);
  const list = useAnswers({ campaign: run.id, unit }, filter, place);
  const lists = `/staff/campaigns/${run.id}/answers`;
  const { found } = list;
  return (
    <Page
      title={t('title')}
      steps={[
        { title: staff('home'), href: '/staff/' },
        { title: run.title, href: `/staff/campaigns/${run.id}` },
        { title: t('title') },
      ]}
      facts={found ? t('facts', { unit: found.branch.unit.name, n: count(found.branch.n) }) : '\u00a0'}
      action={
        <LinkButton kind="outlined" href={`/staff/campaigns/${run.id}/comments/${unit}`}>
          {t('comments')}
        </LinkButton>
      }
    >
      {list.problem && (
        <>
          <Banner kind="warn">{list.problem}</Banner>
          <div class="line">
            <Button kind="outlined" onClick={list.goOn}>
              {t('again')}
            </Button>
            <LinkButton href={`${lists}/${run.board.id}`}>{t('all')}</LinkButton>
          </div>
        </>
      )}
      {found && !list.failed ? (
        <Listed {...{ run, lists, search, list, found }} />
      ) : (
        !list.problem && <WaitingLine />
      )}
    </Page>
  );
}

function Listed(props: {
  run: Campaign;
  lists: string;
  search: string;
  list: ReturnType<typeof useAnswers>;
  found: Found;
}) {
  const { run, lists, search, list, found } = props;
  const filter = filterOf(search);
  const place = placeOf(search);
  const { unit } = found.branch;
  const here = `${lists}/${unit.id}`;
  const order = orderIn(place);
  // The newest are looked for among all of the run.
  const total = place.order === 'building' ? found.branch.n : run.accepted;
  const { route } = useLocation();
  const questions = plainForm(found.definition).questions.filter(holdsAnswer);
  const { columns, turn } = useColumns(run.form, questions);
  const onFirst = place.after === undefined && place.before === undefined;
  const nothing = onFirst && found.responses.length === 0 && found.next === null;
  const top = useRef<HTMLParagraphElement>(null);
  const entered = useRef(false);
  // Whoever turned the page reads on from its top.
  useEffect(() => {
    if (list.late) return;
    if (entered.current) top.current?.focus();
    entered.current = true;
  }, [search, list.late]);
  return (
    <>
      <div class="stack tight">
        <FilterForm
          key={`${unit.id} ${searchOf(filter, order)}`}
          {...{ lists, unit, filter, order, questions }}
        />
        <ColumnChooser questions={questions} columns={columns} onTurn={turn} />
      </div>
      <div class="line apart">
        <p class="note" tabIndex={-1} ref={top} role="status">
          {howFar(list, found, isFiltered(filter), total, place.seen)}
        </p>
        <Select
          label={t('order')}
          hideLabel
          value={place.order ?? 'newest'}
          options={[
            { value: 'newest', label: t('newest') },
            { value: 'building', label: t('byBuilding') },
          ]}
          onChange={(order) => route(here + searchOf(filter, order === 'building' ? { order } : {}))}
        />
      </div>
      {found.responses.length > 0 ? (
        <div class="answer-table" aria-busy={list.late ? 'true' : undefined}>
          <AnswerTable
            rows={found.responses}
            address={(id) => `${here}/${id}${search}`}
            {...{ questions, columns, filter }}
          />
        </div>
      ) : (
        found.next === null &&
        (isFiltered(filter) ? (
          <Empty
            action={
              <LinkButton kind="outlined" href={here + searchOf({}, order)}>
                {t('all')}
              </LinkButton>
            }
          >
            {t('noneFound')}
          </Empty>
        ) : (
          <Empty>{t('none')}</Empty>
        ))
      )}
      {/* Where more will come: above the rows it would push them down and let them jump back. */}
      {list.searching && (
        <div class="line">
          <WaitingLine
            what={t('searching')}
            done={(place.seen ?? 0) + found.looked}
            total={Math.max(total, 1)}
          />
          <Button small onClick={list.stop}>
            {t('stop')}
          </Button>
        </div>
      )}
      {list.stopped && (
        <div>
          <Button small kind="outlined" onClick={list.goOn}>
            {t('goOn')}
          </Button>
        </div>
      )}
      <Pages found={found} place={place} address={(to) => here + searchOf(filter, to)} />
      {!nothing && (
        <ExportLinks
          run={run}
          unit={unit.id}
          filter={filter}
          sensitive={found.definition.questions.some((question) => fieldOf(question).sensitive)}
        />
      )}
    </>
  );
}

/** How many were found on this page, and how many of about `total` were looked at for it. */
function howFar(
  list: ReturnType<typeof useAnswers>,
  found: Found,
  filtered: boolean,
  total: number,
  seen = 0,
): string {
  const n = count(found.responses.length);
  if (found.responses.length === 0 && found.next === null) return '';
  if (!filtered) return t('onPage', { n });
  if (found.next === null) return t('foundAll', { n });
  const looked = count(seen + found.looked);
  return t(list.searching ? 'looking' : 'lookedAt', { looked, total: count(total), n });
}
