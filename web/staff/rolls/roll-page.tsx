// One roll: what it is and holds, what comes next (add, post, answer, make final, print), building by building.
import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import type { Output } from '../../../schema/api/endpoint.ts';
import {
  correctRoll,
  exportRoll,
  freezeRoll,
  getRoll,
  type RollUnit,
  updateRoll,
} from '../../../schema/api/rolls.ts';
import { showArea } from '../../../schema/rolls/area.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { addressOf, call } from '../../ui/call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { count } from '../../ui/figures.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { Page } from '../page.tsx';
import { MakeDoors } from './make-doors.tsx';
import { Objections } from './objections.tsx';
import { RollFacts } from './roll-facts.tsx';
import { rollAddress, stateWords } from './rolls.tsx';
import { countWord, kindWord, t } from './words.ts';

export type RollView = Output<typeof getRoll>;

export function RollPage() {
  const { params } = useRoute();
  const id = params.roll ?? '';
  const loaded = useLoad(`roll ${id}`, () => call(getRoll, { params: { roll: id } }));
  return (
    <Loading from={loaded}>{(view) => <OneRoll key={id} view={view} onChanged={loaded.again} />}</Loading>
  );
}

interface Props {
  view: RollView;
  onChanged: () => void;
}

function OneRoll({ view, onChanged }: Props) {
  const { roll, keeps } = view;
  const draft = roll.state === 'draft' && roll.removedAt === null;
  return (
    <Page
      title={roll.title}
      steps={[{ title: t('title'), href: '/staff/rolls' }, { title: roll.title }]}
      facts={`${kindWord(roll.kind)} · ${roll.unit.name} · ${stateWords(roll)}`}
      action={keeps && <Acts view={view} onChanged={onChanged} />}
    >
      {roll.removedAt !== null && <Banner>{t('removedBanner')}</Banner>}
      {roll.entries > 0 || !draft || !keeps ? (
        <RollFacts view={view} />
      ) : (
        <Empty
          action={
            <LinkButton kind="primary" href={`${rollAddress(roll.id)}/import`}>
              {t('import')}
            </LinkButton>
          }
        >
          {t('emptyRoll')}
        </Empty>
      )}
      {draft && keeps && <Filling view={view} onChanged={onChanged} />}
      {keeps && roll.entries > 0 && <Objections view={view} onChanged={onChanged} />}
      {draft && keeps && roll.entries > 0 && <Finishing view={view} onChanged={onChanged} />}
      <Buildings view={view} />
    </Page>
  );
}

/** What is done with the whole roll. */
function Acts({ view, onChanged }: Props) {
  const { roll } = view;
  const { route } = useLocation();
  const { busy, problem, act } = useAct();
  const [naming, setNaming] = useState(false);
  const put = (removed: boolean, rev: number) =>
    act(async () => {
      const after = await call(updateRoll, { params: { roll: roll.id }, body: { rev, removed } });
      const { title } = roll;
      if (removed) toast(t('removed', { title }), () => put(false, after.rev));
      else toast(t('restored', { title }));
      onChanged();
    });
  const correct = () =>
    act(async () => {
      const next = await call(correctRoll, { params: { roll: roll.id }, body: {} });
      toast(t('corrected', { n: next.version }));
      route(rollAddress(next.id));
    });
  const fileOf = (format: 'csv' | 'ndjson') =>
    addressOf(exportRoll, { params: { roll: roll.id }, query: { format } });
  const newest = view.versions.every(
    ({ version, removedAt }) => removedAt !== null || version <= roll.version,
  );
  const items: MenuItem[] = [
    { title: t('export'), href: fileOf('csv') },
    ...(roll.state === 'frozen' ? [{ title: t('exportBytes'), href: fileOf('ndjson') }] : []),
    ...(roll.state === 'frozen' && newest ? [{ title: t('correct'), onChoose: correct }] : []),
    ...(roll.state === 'draft'
      ? [
          { title: t('rename'), onChoose: () => setNaming(true) },
          roll.removedAt === null
            ? { title: t('remove'), onChoose: () => void put(true, roll.rev) }
            : { title: t('restore'), onChoose: () => void put(false, roll.rev) },
        ]
      : []),
  ];
  return (
    <>
      {roll.state === 'frozen' && newest && (
        <LinkButton kind="primary" href={`/print/letters?roll=${roll.id}`}>
          {t('printLetters')}
        </LinkButton>
      )}
      <Menu title={t('more')} items={items} />
      {naming && <Rename view={view} onChanged={onChanged} onClose={() => setNaming(false)} />}
      {problem && <Banner kind="warn">{problem}</Banner>}
      {busy && <span class="away" role="status" />}
    </>
  );
}

function Rename({ view, onChanged, onClose }: Props & { onClose: () => void }) {
  const { roll } = view;
  const [title, setTitle] = useState(roll.title);
  const [note, setNote] = useState(roll.note);
  const { busy, problem, act } = useAct();
  const send = () =>
    act(async () => {
      if (title.trim() === '') return;
      const body = { rev: roll.rev, title: title.trim(), note: note.trim() };
      await call(updateRoll, { params: { roll: roll.id }, body });
      toast(t('saved'));
      onClose();
      onChanged();
    });
  return (
    <Dialog
      title={t('rename')}
      verb={t('save')}
      busy={busy}
      problem={problem || (title.trim() === '' ? t('needTitle') : '')}
      onAct={send}
      onClose={onClose}
    >
      <TextField label={t('name')} maxLength={60} value={title} onInput={setTitle} />
      <TextField label={t('note')} optional maxLength={200} value={note} onInput={setNote} />
    </Dialog>
  );
}

function Filling({ view, onChanged }: Props) {
  const { roll } = view;
  const [making, setMaking] = useState(false);
  return (
    <>
      <div class="line no-print">
        {roll.entries > 0 && (
          <LinkButton kind="outlined" href={`${rollAddress(roll.id)}/import`}>
            {t('import')}
          </LinkButton>
        )}
        {roll.kind === 'household' && (
          <Button kind="outlined" expanded={making} onClick={() => setMaking(!making)}>
            {t('makeDoors')}
          </Button>
        )}
        {roll.entries > 0 && (
          <LinkButton kind="outlined" href={`${rollAddress(roll.id)}/entries`}>
            {t('entriesLink')}
          </LinkButton>
        )}
      </div>
      {making && (
        <MakeDoors
          roll={roll}
          onDone={() => {
            setMaking(false);
            onChanged();
          }}
        />
      )}
    </>
  );
}

function Finishing({ view, onChanged }: Props) {
  const { roll } = view;
  const [asking, setAsking] = useState(false);
  const { busy, problem, act, clear } = useAct();
  const freeze = () =>
    act(async () => {
      await call(freezeRoll, { params: { roll: roll.id }, body: { rev: roll.rev } });
      setAsking(false);
      toast(t('frozen'));
      onChanged();
    });
  return (
    <section class="stack tight" aria-label={t('check')}>
      <h2>{t('check')}</h2>
      <p>{t('checkWhat')}</p>
      <div>
        <Button
          kind="primary"
          onClick={() => {
            clear();
            setAsking(true);
          }}
        >
          {t('freeze')}
        </Button>
      </div>
      {asking && (
        <Dialog
          title={t('freezeTitle', { title: roll.title })}
          verb={t('freezeAct')}
          busy={busy}
          problem={problem}
          onAct={freeze}
          onClose={() => setAsking(false)}
        >
          <p>{t('freezeWords', { n: countWord(roll.kind, roll.entries) })}</p>
        </Dialog>
      )}
    </section>
  );
}

/** A city has 1,269 of them: a page of the list at a time. */
const shownFirst = 60;

function Buildings({ view }: { view: RollView }) {
  const { roll, units, keeps } = view;
  const [words, setWords] = useState('');
  const [shown, setShown] = useState(shownFirst);
  if (units.length === 0) return null;
  const wanted = words.trim();
  const found = units.filter(({ unit, above }) => `${above}${unit.name}`.includes(wanted));
  const nameOf = ({ unit, above }: RollUnit) => (
    <>
      {keeps ? <a href={`${rollAddress(roll.id)}/entries?unit=${unit.id}`}>{unit.name}</a> : unit.name}{' '}
      <span class="note dim">{above}</span>
    </>
  );
  return (
    <section class="stack">
      <h2>{t('buildings')}</h2>
      {units.length > 20 && (
        <div class="sheet">
          <TextField type="search" label={t('findBuilding')} value={words} onInput={setWords} />
        </div>
      )}
      <Table
        caption={t('buildings')}
        hideCaption
        rows={found.slice(0, shown)}
        rowKey={({ unit }) => unit.id}
        columns={[
          { key: 'name', title: t('building'), head: true, cell: nameOf },
          {
            key: 'n',
            title: t('standing'),
            number: true,
            cell: ({ entries }) => countWord(roll.kind, entries),
          },
          ...(units.some(({ struck }) => struck > 0)
            ? [
                {
                  key: 'struck',
                  title: t('struck'),
                  number: true,
                  cell: ({ struck }: RollUnit) => (struck > 0 ? count(struck) : ''),
                },
              ]
            : []),
          ...(roll.kind === 'owner'
            ? [
                {
                  key: 'area',
                  title: t('totalArea'),
                  number: true,
                  cell: ({ area }: RollUnit) => t('squareMetres', { area: showArea(area) }),
                },
              ]
            : []),
          ...(roll.state === 'frozen'
            ? [
                {
                  key: 'letters',
                  title: t('letters'),
                  number: true,
                  cell: ({ letters, entries }: RollUnit) =>
                    t('lettersOf', { n: count(letters), all: count(entries) }),
                },
              ]
            : []),
        ]}
      />
      {found.length > shown && (
        <div>
          <Button kind="outlined" onClick={() => setShown(shown + 200)}>
            {t('moreBuildings')}
          </Button>
        </div>
      )}
    </section>
  );
}
