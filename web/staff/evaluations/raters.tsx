// Who rates and how far each is. Links are told once, as a message to send; what somebody keeps out of is said before marking.
import { useMemo, useState } from 'preact/hooks';
import type { Output } from '../../../schema/api/endpoint.ts';
import {
  addRaters,
  type Evaluation,
  type EvaluationSubject,
  type listRaters,
  renewRaterLink,
  updateRater,
} from '../../../schema/api/evaluations.ts';
import { listSubtree, type Unit } from '../../../schema/api/units.ts';
import { subjectName } from '../../../schema/evaluations/names.ts';
import { type GroupKind, groupKinds } from '../../../schema/evaluations/scheme.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { count } from '../../ui/figures.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { Menu } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { momentWords } from '../../ui/time.ts';
import { CopyText } from '../copy-text.tsx';
import { pairsIn } from './find-unit.ts';
import { t } from './words.ts';

export type Raters = Output<typeof listRaters>;
type Rater = Raters['raters'][number];
interface Told {
  id: string;
  name: string;
  link: string;
}
interface Props {
  evaluation: Evaluation;
  raters: Raters;
  subjects: readonly EvaluationSubject[];
  onChanged: () => void;
}

export const notDone = ({ raters }: Raters): Rater[] =>
  raters.filter(({ removed, assigned, done }) => !removed && done < assigned);

export function RatersPart(props: Props) {
  const { evaluation } = props;
  const [told, setTold] = useState<readonly Told[]>([]);
  // A link is told once: it stays here until the page is left, and only its own successor takes its place.
  const tell = (links: readonly Told[]) =>
    setTold((before) => [...before.filter((one) => !links.some(({ id }) => id === one.id)), ...links]);
  const { raters } = props;
  const asks = evaluation.rules.groups.filter(({ id }) => id !== 'residents').map(({ id }) => id);
  const steers = evaluation.state === 'draft' || evaluation.state === 'rating';
  return (
    <section class="stack" aria-labelledby="raters">
      <h2 id="raters">{t('raters')}</h2>
      {evaluation.rules.groups.some(({ id }) => id === 'residents') && (
        <p>{t('households', { n: count(raters.households.marked), all: count(raters.households.all) })}</p>
      )}
      {raters.raters.length > 0 ? (
        <List {...props} onLink={(link) => tell([link])} />
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
  return (
    <div class="stack tight">
      <h3>{t('remind')}</h3>
      <CopyText
        label={t('remind')}
        text={t('remindText', {
          title: evaluation.title,
          people: people.join(t('comma')),
          day: momentWords(evaluation.closesAt),
        })}
      />
    </div>
  );
}

function List(props: Props & { onLink: (told: Told) => void }) {
  const { evaluation } = props;
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
      <Table
        caption={t('raterList')}
        hideCaption
        rows={raters}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: t('rater'),
            head: true,
            cell: ({ name, removed }) => (removed ? `${name}（${t('removed')}）` : name),
          },
          { key: 'group', title: t('raterGroup'), cell: ({ group }) => t(`group-${group}`) },
          {
            key: 'unit',
            title: t('area'),
            cell: ({ unit, recused }) =>
              recused.length > 0 ? `${unit.name}（${t('recused', { n: recused.length })}）` : unit.name,
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

/** Subjects that a search lists at once. */
export const shownMost = 30;

function Recuse(props: {
  rater: Rater;
  subjects: readonly EvaluationSubject[];
  busy: boolean;
  problem: string;
  onAct: (recused: string[]) => void;
  onClose: () => void;
}) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(props.rater.recused));
  const [words, setWords] = useState('');
  const found = props.subjects.filter((one) => subjectName(one).includes(words.trim()));
  return (
    <Dialog
      title={t('recuseTitle', { name: props.rater.name })}
      verb={t('save')}
      busy={props.busy}
      problem={props.problem}
      onAct={() => props.onAct([...chosen])}
      onClose={props.onClose}
    >
      <TextField type="search" label={t('find')} value={words} onInput={setWords} />
      {found.slice(0, shownMost).map((one) => (
        <Choice
          key={one.id}
          kind="box"
          checked={chosen.has(one.id)}
          onChange={(on) => {
            const next = new Set(chosen);
            if (on) next.add(one.id);
            else next.delete(one.id);
            setChosen(next);
          }}
          label={subjectName(one)}
        />
      ))}
      {found.length > shownMost && <p class="note">{t('moreSubjects', { n: shownMost })}</p>}
    </Dialog>
  );
}

function AddRaters(props: {
  evaluation: Evaluation;
  groups: readonly GroupKind[];
  onAdded: (links: readonly Told[]) => void;
}) {
  const { evaluation, groups } = props;
  const [group, setGroup] = useState<GroupKind>(groups[0] ?? 'grid');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const tree = useLoad(`branch ${evaluation.unit.id}`, () =>
    call(listSubtree, { params: { unit: evaluation.unit.id } }),
  );
  const { busy, problem, act } = useAct();
  const units: readonly Unit[] = tree.value?.units ?? [];
  const pairs = useMemo(() => {
    const usual = units.find(({ id }) => id === evaluation.unit.id);
    return pairsIn(text, units, { first: 'person', usual });
  }, [text, units]);
  const lost = pairs.filter(({ unit }) => !unit).map(({ line }) => line);
  const raters = pairs.flatMap(({ person, unit }) => (unit ? [{ group, name: person, unit: unit.id }] : []));
  const wrong =
    lost.length > 0
      ? t('unmatched', { lines: lost.join(t('semicolon')) })
      : raters.length === 0
        ? t('needLines')
        : '';
  const send = () =>
    act(async () => {
      setTried(true);
      if (raters.length === 0) return;
      const made = await call(addRaters, { params: { evaluation: evaluation.id }, body: { raters } });
      // What was not understood stays to be put right.
      setText(lost.join('\n'));
      setTried(lost.length > 0);
      props.onAdded(made.raters);
    });
  return (
    <details>
      <summary>{t('addRaters')}</summary>
      <form
        class="sheet card"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Select
          label={t('raterGroup')}
          value={group}
          onChange={(value) => setGroup(groupKinds.find((kind) => kind === value) ?? group)}
          options={groups.map((kind) => ({ value: kind, label: t(`group-${kind}`) }))}
        />
        <TextField
          label={t('raterLines')}
          hint={t('raterLinesHint')}
          lines={4}
          value={text}
          onInput={setText}
          error={tried && wrong ? wrong : undefined}
        />
        {problem && <Banner kind="warn">{problem}</Banner>}
        <div>
          <Button type="submit" kind="outlined" busy={busy}>
            {t('addThem', { n: raters.length })}
          </Button>
        </div>
      </form>
    </details>
  );
}
