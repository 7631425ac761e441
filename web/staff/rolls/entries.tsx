// The entries of a roll door by door: found by door or name, corrected, struck off and brought back, given a new letter.
import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import { changeEntry, type Entry, getRoll, listEntries, type Roll } from '../../../schema/api/rolls.ts';
import { showArea } from '../../../schema/rolls/area.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { sentenceOf } from '../../ui/problem.ts';
import { Select } from '../../ui/select.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import { Page } from '../page.tsx';
import { doorName } from './door-name.ts';
import { EditEntry } from './edit-entry.tsx';
import type { RollView } from './roll-page.tsx';
import { entriesWords, rollAddress } from './rolls.tsx';
import { t } from './words.ts';

export function Entries() {
  const { params } = useRoute();
  const roll = params.roll ?? '';
  const loaded = useLoad(`roll ${roll}`, () => call(getRoll, { params: { roll } }));
  return <Loading from={loaded}>{(view) => <Found view={view} />}</Loading>;
}

/** `1单元 302`; without a stairwell the door alone. */
function Found({ view }: { view: RollView }) {
  const { roll, units } = view;
  const { query, route, path } = useLocation();
  const unit = units.some((one) => one.unit.id === query.unit) ? (query.unit ?? '') : '';
  const [words, setWords] = useState('');
  const [after, setAfter] = useState<string>();
  const wanted = words.trim();
  const loaded = useLoad(`entries ${roll.id} ${unit} ${wanted} ${after ?? ''}`, () =>
    unit === '' && wanted === ''
      ? wholePage(view, after)
      : call(listEntries, { params: { roll: roll.id }, query: { unit, words: wanted, after } }),
  );
  const begin = () => setAfter(undefined);
  return (
    <Page
      title={entriesWords(roll)}
      steps={[
        { title: t('title'), href: '/staff/rolls' },
        { title: roll.title, href: rollAddress(roll.id) },
        { title: entriesWords(roll) },
      ]}
    >
      <div class="sheet">
        <Select
          label={t('building')}
          value={unit}
          options={[
            { value: '', label: t('allBuildings') },
            ...units.map((one) => ({ value: one.unit.id, label: one.unit.name })),
          ]}
          onChange={(id) => {
            begin();
            route(id === '' ? path : `${path}?unit=${id}`);
          }}
        />
        <TextField
          type="search"
          label={t('findEntry')}
          value={words}
          onInput={(next) => {
            begin();
            setWords(next);
          }}
        />
      </div>
      <Loading from={loaded}>
        {({ entries, next }) => (
          <>
            {entries.length === 0 ? (
              <p class="note">
                {t(wanted === '' ? 'noneInBuilding' : next === null ? 'noEntries' : 'notYet')}
              </p>
            ) : (
              <EntryTable roll={roll} entries={entries} onChanged={loaded.again} />
            )}
            <div class="line">
              {after !== undefined && <Button onClick={begin}>‹ {t('fromStart')}</Button>}
              {next !== null && (
                <Button kind="outlined" onClick={() => setAfter(next)}>
                  {ui('more')}
                </Button>
              )}
            </div>
          </>
        )}
      </Loading>
    </Page>
  );
}

/** As many entries as are worth asking for another building. */
const worthAPage = 50;

/**
 * A page of all buildings in their own order, which is that of nobody's ids: from a building on, as many whole ones as a
 * page takes, or a part of a large one. A place is the building's, and the cursor within it.
 */
async function wholePage({ roll, units }: RollView, place = '') {
  const [from = '', within = ''] = place.split('\n');
  const start = Math.max(
    0,
    units.findIndex(({ unit }) => unit.id === from),
  );
  const entries: Entry[] = [];
  let cursor = within === '' ? undefined : within;
  for (let at = start; at < units.length; at += 1) {
    const unit = units[at]?.unit.id ?? '';
    if (entries.length >= worthAPage) return { entries, next: unit };
    const page = await call(listEntries, { params: { roll: roll.id }, query: { unit, after: cursor } });
    entries.push(...page.entries);
    if (page.next !== null) return { entries, next: `${unit}\n${page.next}` };
    cursor = undefined;
  }
  return { entries, next: null };
}

function EntryTable(props: { roll: Roll; entries: readonly Entry[]; onChanged: () => void }) {
  const { roll } = props;
  const [editing, setEditing] = useState<string>();
  const edited = props.entries.find(({ id }) => id === editing);
  const draft = roll.state === 'draft' && roll.removedAt === null;
  const owner: Column<Entry>[] =
    roll.kind === 'owner'
      ? [
          {
            key: 'area',
            title: t('areaOf'),
            number: true,
            cell: ({ area }) => (area === null ? '' : showArea(area)),
          },
          {
            key: 'holding',
            title: t('holding'),
            cell: ({ holding, developer }) =>
              developer && holding === 'sold' ? t('developer') : t(`holding-${holding}`),
          },
        ]
      : [];
  return (
    <>
      <Table
        caption={entriesWords(roll)}
        hideCaption
        rows={props.entries}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'door',
            title: t('door'),
            head: true,
            cell: (entry) => `${entry.unit.name} ${doorName(entry)}`,
          },
          { key: 'name', title: t(`personOf-${roll.kind}`), cell: ({ name }) => name },
          {
            key: 'contact',
            title: t('contact'),
            cell: ({ hasContact }) => t(hasContact ? 'hasContact' : 'hasNone'),
          },
          ...owner,
          {
            key: 'state',
            title: t('state'),
            cell: ({ struckAt }) => (struckAt === null ? '' : t('isStruck')),
          },
          {
            key: 'acts',
            title: t('acts'),
            cell: (entry) =>
              draft ? (
                <DraftActs {...props} entry={entry} onEdit={() => setEditing(entry.id)} />
              ) : (
                roll.state === 'frozen' &&
                entry.struckAt === null &&
                entry.holding !== 'undelivered' && (
                  <LinkButton small href={`/print/letters?roll=${roll.id}&entry=${entry.id}`}>
                    {t('reissue')}
                  </LinkButton>
                )
              ),
          },
        ]}
      />
      {edited && (
        <EditEntry
          key={edited.id}
          roll={roll}
          entry={edited}
          onClose={() => setEditing(undefined)}
          onChanged={() => {
            setEditing(undefined);
            props.onChanged();
          }}
        />
      )}
    </>
  );
}

function DraftActs(props: { roll: Roll; entry: Entry; onEdit: () => void; onChanged: () => void }) {
  const { roll, entry } = props;
  const { busy, problem, act } = useAct();
  const put = async (struck: boolean, rev: number) => {
    const params = { roll: roll.id, entry: entry.id };
    const after = await call(changeEntry, { params, body: { rev, struck } });
    const back = () => {
      put(!struck, after.rev).catch((thrown: unknown) => toast(sentenceOf(thrown)));
    };
    toast(t(struck ? 'struckNow' : 'unstruck', { door: doorName(entry) }), back);
    props.onChanged();
  };
  const about = `${entry.unit.name} ${doorName(entry)}`;
  const struck = entry.struckAt !== null;
  return (
    <span class="line">
      {!struck && (
        <Button small label={`${t('edit')}：${about}`} onClick={props.onEdit}>
          {t('edit')}
        </Button>
      )}
      <Button
        small
        busy={busy}
        label={`${t(struck ? 'unstrike' : 'strike')}：${about}`}
        onClick={() => act(() => put(!struck, entry.rev))}
      >
        {t(struck ? 'unstrike' : 'strike')}
      </Button>
      {problem && <Banner kind="warn">{problem}</Banner>}
    </span>
  );
}
