// Who rates and how far each is. Links are told once, as a message to send; what somebody keeps out of is said before marking.
import { useMemo, useState } from 'preact/hooks';
import type { Output } from '../../../schema/api/endpoint.ts';
import { type listRaters, renewRaterLink, updateRater } from '../../../schema/api/evaluation-raters.ts';
import type { Evaluation, EvaluationSubject } from '../../../schema/api/evaluation-shapes.ts';
import type { Unit } from '../../../schema/api/units.ts';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { groupWord } from '../../ui/evaluation-says.ts';
import { count } from '../../ui/figures.ts';
import { useAct } from '../../ui/load.ts';
import { Menu } from '../../ui/menu.tsx';
import { Table } from '../../ui/table.tsx';
import { momentWords } from '../../ui/time.ts';
import { t as say } from '../../ui/words/evaluations.ts';
import { CopyText } from '../copy-text.tsx';
import { Finder } from '../finder.tsx';
import { AddRaters, type Told } from './add-raters.tsx';
import { areasIn, inOrder } from './rater-order.ts';
import { Recuse } from './recuse.tsx';
import { t } from './words.ts';

export type Raters = Output<typeof listRaters>;
export type Rater = Raters['raters'][number];
interface Props {
  evaluation: Evaluation;
  raters: Raters;
  units: readonly Unit[];
  subjects: readonly EvaluationSubject[];
  onChanged: () => void;
}

/** Rows that stand on the page before the others are asked for. */
export const shownFirst = 12;

const isOpen = ({ removed, assigned, done }: Rater): boolean => !removed && done < assigned;
export const notDone = ({ raters }: Raters): Rater[] => raters.filter(isOpen);

export function RatersPart(props: Props) {
  const { evaluation, units } = props;
  const areas = useMemo(() => areasIn(units), [units]);
  const raters = useMemo(
    () => ({ ...props.raters, raters: inOrder(props.raters.raters, evaluation.rules.groups, areas) }),
    [props.raters, evaluation, areas],
  );
  const [told, setTold] = useState<readonly Told[]>([]);
  // A link is told once: it stays here until the page is left, and only its own successor takes its place.
  const tell = (links: readonly Told[]) =>
    setTold((before) => [...before.filter((one) => !links.some(({ id }) => id === one.id)), ...links]);
  const asks = evaluation.rules.groups.filter(({ id }) => id !== 'residents').map(({ id }) => id);
  const steers = evaluation.state === 'draft' || evaluation.state === 'rating';
  return (
    <section class="stack" aria-labelledby="raters">
      <h2 id="raters">{t('raters')}</h2>
      {evaluation.rules.groups.some(({ id }) => id === 'residents') && (
        <p>{t('households', { n: count(raters.households.marked), all: count(raters.households.all) })}</p>
      )}
      {evaluation.roll !== null && evaluation.rules.groups.some(({ id }) => id === 'residents') && (
        <div>
          <LinkButton
            kind="outlined"
            href={`/print/letters?roll=${evaluation.roll}&evaluation=${evaluation.id}`}
          >
            {t('printLetters')}
          </LinkButton>
        </div>
      )}
      {raters.raters.length > 0 ? (
        <List {...props} raters={raters} areas={areas} onLink={(link) => tell([link])} />
      ) : (
        asks.length > 0 && <p class="note">{t('ratersNone')}</p>
      )}
      {evaluation.state === 'rating' && <Reminder evaluation={evaluation} raters={raters} />}
      {told.length > 0 && (
        <div class="card stack tight" role="status">
          <p>{t('linksOnce')}</p>
          {told.map(({ name, link }) => (
            <CopyText
              key={link}
              label={t('newLinkOf', { name })}
              text={t('linkMessage', {
                name,
                link,
                title: evaluation.title,
                day: momentWords(evaluation.closesAt),
              })}
            />
          ))}
        </div>
      )}
      {steers && asks.length > 0 && (
        <AddRaters
          evaluation={evaluation}
          units={units}
          there={raters.raters}
          subjects={props.subjects}
          groups={evaluation.state === 'draft' ? asks : asks.filter((id) => id !== 'experts')}
          onAdded={(links) => {
            tell(links);
            props.onChanged();
          }}
        />
      )}
    </section>
  );
}

function Reminder({ evaluation, raters }: { evaluation: Evaluation; raters: Raters }) {
  const open = notDone(raters);
  if (raters.raters.length === 0) return null;
  if (open.length === 0) return <p>{t('allDone')}</p>;
  const people = open.map(({ name, assigned, done }) => t('remindOne', { name, n: assigned - done }));
  const message = (
    <CopyText
      label={t('remind')}
      text={t('remindText', {
        title: evaluation.title,
        people: people.join(say('comma')),
        day: momentWords(evaluation.closesAt),
      })}
    />
  );
  // A hundred names fill more than a screen.
  return open.length > shownFirst ? (
    <details>
      <summary>{t('remind')}</summary>
      {message}
    </details>
  ) : (
    <div class="stack tight">
      <h3>{t('remind')}</h3>
      {message}
    </div>
  );
}

function List(props: Props & { areas: ReturnType<typeof areasIn>; onLink: (told: Told) => void }) {
  const { evaluation, areas } = props;
  const aboveOf = ({ unit }: Rater) => areas.get(unit.id)?.above ?? '';
  const { raters } = props.raters;
  const [asking, setAsking] = useState<{ what: 'recuse' | 'remove'; rater: Rater }>();
  const { busy, problem, act } = useAct();
  const at = (rater: Rater) => ({ params: { evaluation: evaluation.id, rater: rater.id } });
  const renew = (rater: Rater) =>
    act(async () => {
      const { link } = await call(renewRaterLink, at(rater));
      props.onLink({ id: rater.id, name: rater.name, link });
    });
  const change = (rater: Rater, body: { removed: true } | { recused: string[] }) =>
    act(async () => {
      await call(updateRater, { ...at(rater), body: { rev: rater.rev, ...body } });
      setAsking(undefined);
      props.onChanged();
    });
  const began = evaluation.state !== 'draft';
  const steers = !began || evaluation.state === 'rating';
  return (
    <>
      {problem && !asking && <Banner kind="warn">{problem}</Banner>}
      <Finder
        rows={raters}
        text={(rater) => `${rater.name} ${groupWord(rater.group)} ${aboveOf(rater)} ${rater.unit.name}`}
        search={raters.length > shownFirst ? t('findRater') : undefined}
        label={t('progress')}
        kinds={
          evaluation.state === 'rating'
            ? [
                { key: 'open', title: t('notDone'), has: isOpen },
                { key: 'done', title: t('doneAll'), has: (rater) => !rater.removed && !isOpen(rater) },
              ]
            : []
        }
      >
        {(found) => (
          <Table
            caption={t('raterList')}
            hideCaption
            rows={found}
            first={shownFirst}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                title: t('rater'),
                head: true,
                cell: ({ name, removed }) =>
                  removed ? t('aside', { what: name, aside: t('removed') }) : name,
              },
              { key: 'group', title: t('raterGroup'), cell: ({ group }) => groupWord(group) },
              {
                key: 'unit',
                title: t('area'),
                cell: (rater) => (
                  <>
                    {rater.recused.length > 0
                      ? t('aside', {
                          what: rater.unit.name,
                          aside: t('recused', { n: rater.recused.length }),
                        })
                      : rater.unit.name}
                    {aboveOf(rater) !== '' && <span class="note"> {aboveOf(rater)}</span>}
                  </>
                ),
              },
              ...(began
                ? [
                    {
                      key: 'progress',
                      title: t('progress'),
                      number: true,
                      cell: ({ done, assigned }: Rater) => (
                        <>
                          {done < assigned && '○ '}
                          {t('progressOf', { done, n: assigned })}
                        </>
                      ),
                    },
                    {
                      key: 'last',
                      title: t('lastAt'),
                      cell: ({ lastAt }: Rater) => (lastAt === null ? '' : momentWords(lastAt)),
                    },
                  ]
                : []),
              {
                key: 'acts',
                title: t('acts'),
                cell: (rater) =>
                  steers &&
                  !rater.removed && (
                    <Menu
                      about={rater.name}
                      items={[
                        { title: t('renewLink'), onChoose: () => void renew(rater) },
                        ...(began
                          ? []
                          : [{ title: t('recuse'), onChoose: () => setAsking({ what: 'recuse', rater }) }]),
                        {
                          title: t('remove'),
                          danger: true,
                          onChoose: () => setAsking({ what: 'remove', rater }),
                        },
                      ]}
                    />
                  ),
              },
            ]}
          />
        )}
      </Finder>
      {asking?.what === 'remove' && (
        <Dialog
          title={t('removeTitle', { name: asking.rater.name })}
          verb={t('remove')}
          danger
          busy={busy}
          problem={problem}
          onAct={() => change(asking.rater, { removed: true })}
          onClose={() => setAsking(undefined)}
        >
          <p>{t('removeWords')}</p>
        </Dialog>
      )}
      {asking?.what === 'recuse' && (
        <Recuse
          rater={asking.rater}
          subjects={props.subjects}
          busy={busy}
          problem={problem}
          onAct={(recused) => change(asking.rater, { recused })}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
