// /staff/campaigns/:campaign/figures/:unit — every question of a run with its chart and its table, for reports: at one
// unit, at the units of a level below side by side, and two questions crossed. It hides what boards hide.
import { useLocation, useRoute } from 'preact-iso/router';
import { type Campaign, getCampaign } from '../../../schema/api/campaigns.ts';
import { type Figures, getFigures, type UnitFigures } from '../../../schema/api/figures.ts';
import { Banner } from '../../ui/banner.tsx';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Empty } from '../../ui/empty.tsx';
import { count } from '../../ui/figures.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { usePrintHead } from '../../ui/print.ts';
import { Select } from '../../ui/select.tsx';
import { momentWords } from '../../ui/time.ts';
import { unitKindWord } from '../../ui/words/kinds.ts';
import { t as ui } from '../../ui/words/ui.ts';
import { Page } from '../page.tsx';
import { t as staff } from '../words.ts';
import { askedIn } from './asked.ts';
import { veiledWords } from './charts/table.ts';
import { CrossSection } from './cross/cross-section.tsx';
import { QuestionSection } from './question-section.tsx';
import { t } from './words.ts';

const addressOf = (campaign: string, unit: string, depth = '') =>
  `/staff/campaigns/${campaign}/figures/${unit}${depth ? `?depth=${depth}` : ''}`;

export function FiguresPage() {
  const { params, query } = useRoute();
  const campaign = params.campaign ?? '';
  const unit = params.unit ?? '';
  const loaded = useLoad(`figures ${campaign} ${unit}`, async () => {
    const [run, found] = await Promise.all([
      call(getCampaign, { params: { campaign } }),
      call(getFigures, { params: { campaign, unit } }),
    ]);
    return { run, found };
  });
  return (
    <Loading from={loaded}>
      {({ run, found }) => <Shown key={unit} run={run} found={found} depth={query.depth ?? ''} />}
    </Loading>
  );
}

interface Props {
  run: Campaign;
  found: Figures;
  /** of the level that is put side by side; '' for none */
  depth: string;
}

function Shown({ run, found, depth }: Props) {
  const { here } = found;
  // A report outlives the year.
  const at = momentWords(found.asOf, 0);
  const facts = t(here.n === null ? 'factsFew' : 'facts', {
    unit: here.unit.name,
    n: count(here.n ?? 0),
    at,
  });
  usePrintHead(`${here.unit.name} · ${run.title} · ${at}`);
  return (
    <Page
      title={t('title')}
      facts={facts}
      steps={[
        { title: staff('home'), href: '/staff/' },
        { title: run.title, href: `/staff/campaigns/${run.id}` },
        { title: t('title') },
      ]}
      action={
        <>
          <LinkButton kind="outlined" href={`/board/${run.id}/${here.unit.id}`}>
            {t('board')}
          </LinkButton>
          <Button kind="outlined" onClick={() => print()}>
            {t('print')}
          </Button>
        </>
      }
    >
      <p class="print-only">{run.title}</p>
      <Where run={run} found={found} depth={depth} />
      {here.hidden ? (
        <Banner>{t('veiledHere', { why: veiledWords(here.n === null ? 'few' : 'beside') })}</Banner>
      ) : here.n === 0 ? (
        <Empty action={<LinkButton href={`/staff/campaigns/${run.id}`}>{t('toRun')}</LinkButton>}>
          {t('noAnswers')}
        </Empty>
      ) : (
        <Level run={run} found={found} depth={depth} foot={`${run.title} · ${facts}`} />
      )}
      <p class="note print-only">{t('printedAt', { at, origin: location.host })}</p>
    </Page>
  );
}

/** The way up and down, and what is put side by side. */
function Where({ run, found, depth }: Props) {
  const { route } = useLocation();
  const { here, above, below, levels } = found;
  return (
    <div class="stack tight no-print">
      {above.length > 0 && (
        <Breadcrumb
          label={t('unit')}
          steps={[
            ...above.map((unit) => ({ title: unit.name, href: addressOf(run.id, unit.id) })),
            { title: here.unit.name },
          ]}
        />
      )}
      {below.length > 0 && (
        <div class="two-fields figure-choice">
          <Select
            label={t('below')}
            value=""
            options={[
              { value: '', label: t('belowNone') },
              ...below.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(unit) => unit && route(addressOf(run.id, unit))}
          />
          {levels.length > 0 && !here.hidden && (
            <Select
              label={t('compare')}
              value={depth}
              options={[
                { value: '', label: t('compareNone') },
                ...levels.map((level) => ({
                  value: String(level.depth),
                  label: t('level', {
                    kinds: level.kinds.map(unitKindWord).join(ui('listed')),
                    n: level.units,
                  }),
                })),
              ]}
              onChange={(chosen) => route(addressOf(run.id, here.unit.id, chosen), true)}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** The level is read by itself, so that choosing another leaves the page where it is. */
function Level({ run, found, depth, foot }: Props & { foot: string }) {
  const loaded = useLoad(
    `level ${found.here.unit.id} ${depth}`,
    async (): Promise<readonly UnitFigures[]> => {
      if (depth === '') return [];
      const params = { campaign: run.id, unit: found.here.unit.id };
      return (await call(getFigures, { params, query: { depth: Number(depth) } })).units;
    },
  );
  const asked = askedIn(found);
  if (asked.length === 0) return <Empty>{t('noQuestions')}</Empty>;
  if (loaded.state === 'failed') return <Loading from={loaded}>{() => null}</Loading>;
  const erased = run.erasedAt !== null;
  const readable = found.mayReadAnswers && !erased;
  return (
    <div class="stack wide figure-list">
      {asked.map((one) => (
        <QuestionSection
          key={one.id}
          asked={one}
          campaign={run.id}
          found={found}
          units={loaded.value ?? []}
          foot={foot}
          readable={readable}
        />
      ))}
      {found.mayReadAnswers && erased && <p class="note">{t('crossErased')}</p>}
      {readable && (
        <CrossSection
          campaign={run.id}
          unit={found.here.unit.id}
          n={found.here.n ?? 0}
          asked={asked}
          foot={foot}
        />
      )}
    </div>
  );
}
