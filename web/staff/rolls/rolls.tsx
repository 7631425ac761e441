// The rolls of the own branches: the newest version of each, and a new one.
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { createRoll, listRolls, type Roll } from '../../../schema/api/rolls.ts';
import { listSubtree } from '../../../schema/api/units.ts';
import { type RollKind, rollKinds } from '../../../schema/rolls/rows.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { Page } from '../page.tsx';
import { type Branch, editorBranches, useSession } from '../session.ts';
import { countWord, kindWord, t } from './words.ts';

export const rollAddress = (id: string) => `/staff/rolls/${id}`;

export function Rolls() {
  const { me } = useSession();
  const [making, setMaking] = useState(false);
  const loaded = useLoad('rolls', async () => newestOf((await call(listRolls, {})).rolls));
  const [top] = editorBranches(me);
  const start = top && !making && (
    <Button kind="primary" onClick={() => setMaking(true)}>
      {t('create')}
    </Button>
  );
  return (
    <Page title={t('title')} action={loaded.value?.some(({ removedAt }) => removedAt === null) && start}>
      <p>{t('intro')}</p>
      {making && top && <NewRoll top={top} />}
      <Loading from={loaded}>
        {(rolls) => {
          const used = rolls.filter(({ removedAt }) => removedAt === null);
          const away = rolls.filter(({ removedAt }) => removedAt !== null);
          return (
            <>
              {used.length > 0 && <RollTable caption={t('title')} rolls={used} />}
              {used.length === 0 && !making && <Empty action={start}>{t(top ? 'none' : 'noneHere')}</Empty>}
              {away.length > 0 && (
                <details>
                  <summary>{t('removedOnes', { n: away.length })}</summary>
                  <RollTable caption={t('removedOnes', { n: away.length })} rolls={away} />
                </details>
              )}
            </>
          );
        }}
      </Loading>
    </Page>
  );
}

/** A line is listed once: by the newest version that is not put away, or the newest of all. */
function newestOf(rolls: readonly Roll[]): Roll[] {
  const newest = new Map<string, Roll>();
  for (const roll of rolls) {
    const other = newest.get(roll.line);
    const rank = ({ removedAt, version }: Roll) => (removedAt === null ? version : version - 1e6);
    if (!other || rank(roll) > rank(other)) newest.set(roll.line, roll);
  }
  return [...newest.values()];
}

/** What can be done with the entries of a roll: of one that is final, nothing but a letter anew. */
export const entriesWords = ({ state }: Roll) => t(state === 'draft' ? 'entriesLink' : 'entriesOnly');

export const stateWords = ({ state, version }: Roll) =>
  `${t(state === 'draft' ? 'draft' : 'final')}${version > 1 ? ` · ${t('version', { n: version })}` : ''}`;

function RollTable(props: { caption: string; rolls: readonly Roll[] }) {
  return (
    <Table
      caption={props.caption}
      hideCaption
      rows={props.rolls}
      rowKey={(roll) => roll.id}
      columns={[
        {
          key: 'title',
          title: t('name'),
          head: true,
          cell: (roll) => <a href={rollAddress(roll.id)}>{roll.title}</a>,
        },
        { key: 'kind', title: t('kind'), cell: (roll) => kindWord(roll.kind) },
        { key: 'area', title: t('area'), cell: (roll) => roll.unit.name },
        { key: 'size', title: t('size'), number: true, cell: (roll) => countWord(roll.kind, roll.entries) },
        { key: 'state', title: t('state'), cell: stateWords },
      ]}
    />
  );
}

function NewRoll(props: { top: Branch }) {
  const { route } = useLocation();
  const [unit, setUnit] = useState({ id: props.top.id, name: props.top.name });
  const [picking, setPicking] = useState(false);
  const [kind, setKind] = useState<RollKind>('household');
  const [own, setOwn] = useState<string>();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  // Doors stand in buildings: a roll of an area without any could never be filled.
  const holds = useLoad(`buildings of ${unit.id}`, async () => {
    const { units } = await call(listSubtree, { params: { unit: unit.id } });
    return units.some(({ kind, retiredAt }) => kind === 'building' && retiredAt === null);
  });
  const title = own ?? `${unit.name}${kindWord(kind)}`;
  const send = () =>
    act(async () => {
      setTried(true);
      if (title.trim() === '' || holds.value === false) return;
      const body = { kind, title: title.trim(), note: note.trim() };
      const roll = await call(createRoll, { params: { unit: unit.id }, body });
      toast(t('created', { title: roll.title }));
      route(rollAddress(roll.id));
    });
  return (
    <form
      class="sheet card"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {problem && <Banner kind="warn">{problem}</Banner>}
      <ChoiceGroup legend={t('kind')}>
        {rollKinds.map((one) => (
          <Choice
            key={one}
            kind="radio"
            name="kind"
            checked={kind === one}
            onChange={() => setKind(one)}
            label={kindWord(one)}
            note={t(`kindNote-${one}`)}
          />
        ))}
      </ChoiceGroup>
      <div class="line">
        <span>
          {t('whichArea')}：<b>{unit.name}</b>
        </span>
        <Button small kind="outlined" expanded={picking} onClick={() => setPicking(!picking)}>
          {t('edit')}
        </Button>
      </div>
      {picking && <UnitPicker label={t('whichArea')} chosen={unit.id} onChoose={setUnit} />}
      {holds.value === false && <Banner kind="warn">{t('noBuildings', { name: unit.name })}</Banner>}
      <TextField
        label={t('name')}
        maxLength={60}
        value={title}
        onInput={setOwn}
        error={tried && title.trim() === '' ? t('needTitle') : undefined}
      />
      <TextField
        label={t('note')}
        hint={t('noteHint')}
        optional
        maxLength={200}
        value={note}
        onInput={setNote}
      />
      <Button type="submit" kind="primary" busy={busy}>
        {t('createAct')}
      </Button>
    </form>
  );
}
