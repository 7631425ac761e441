// Candidates of many buildings from one sheet: pasted or from a file, looked at with every row that cannot be used, then added.
import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import { getElection, importCandidates, listContests } from '../../../schema/api/elections.ts';
import type { Output } from '../../../schema/api/endpoint.ts';
import { listSubtree } from '../../../schema/api/units.ts';
import {
  type CandidateRow,
  type RowFault,
  readCandidates,
} from '../../../schema/elections/candidate-sheet.ts';
import type { Building } from '../../../schema/rolls/buildings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Choice } from '../../ui/choice.tsx';
import { count } from '../../ui/figures.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { Unreadable } from '../form/import/unreadable.ts';
import { unreadableWord } from '../form/import/unreadable-words.ts';
import { Page } from '../page.tsx';
import { csvOf } from '../people/sheet-rows.ts';
import { sheetsOf } from '../rolls/sheet-file.ts';
import { pastedLines } from './pasted-lines.ts';
import { t } from './words.ts';

export function CandidateImport() {
  const { params } = useRoute();
  const election = params.election ?? '';
  const loaded = useLoad(`candidates ${election}`, async () => {
    const [{ title, unit }, { contests }] = await Promise.all([
      call(getElection, { params: { election } }),
      call(listContests, { params: { election } }),
    ]);
    const { units } = await call(listSubtree, { params: { unit: unit.id } });
    const codes = new Map(units.map(({ id, code }) => [id, code]));
    const buildings = new Map(
      contests.map(({ unit: id, name, above }): [string, Building] => [
        id,
        { id, name, above, code: codes.get(id) ?? '' },
      ]),
    );
    return { title, buildings: [...buildings.values()] };
  });
  return (
    <Loading from={loaded}>
      {({ title, buildings }) => (
        <Page
          title={t('importTitle')}
          steps={[
            { title: t('home'), href: '/staff/' },
            { title, href: `/staff/elections/${election}` },
            { title: t('importTitle') },
          ]}
        >
          <Sheet election={election} buildings={buildings} />
        </Page>
      )}
    </Loading>
  );
}

type Why = RowFault | Output<typeof importCandidates>['refused'][number]['reason'];

interface Looked {
  rows: CandidateRow[];
  added: number;
  same: number;
  refused: { row: number; why: Why; cells: string }[];
}

const sampleOf = ([first, second]: readonly Building[]) =>
  csvOf([
    ['小区', '楼栋', '姓名', '一句话'],
    [first?.above ?? '滨河小区', first?.name ?? '1号楼', '王秀英', '退休教师，住了二十年'],
    [second?.above ?? '滨河小区', second?.name ?? '2号楼', '李建国', '党员，会修水电'],
  ]);

function Sheet({ election, buildings }: { election: string; buildings: readonly Building[] }) {
  const { route } = useLocation();
  const [text, setText] = useState('');
  const [file, setFile] = useState<File>();
  const [consent, setConsent] = useState(false);
  const [looked, setLooked] = useState<Looked>();
  const [wrong, setWrong] = useState('');
  const { busy, problem, act } = useAct();
  const send = (rows: readonly CandidateRow[], dryRun: boolean) =>
    call(importCandidates, {
      params: { election },
      body: { rows: rows.map((row) => ({ ...row, consent })), dryRun },
    });
  const look = () =>
    act(async () => {
      setLooked(undefined);
      const lines = await linesOf(file, text).catch((thrown: unknown) => {
        setWrong(thrown instanceof Unreadable ? unreadableWord(thrown.code) : t('broken'));
      });
      if (!lines) return;
      const { rows, refused } = readCandidates(lines, buildings);
      setWrong(rows.length + refused.length === 0 ? t('needRows') : '');
      if (rows.length + refused.length === 0) return;
      const found = rows.length > 0 ? await send(rows, true) : { added: 0, same: 0, refused: [] };
      const named = new Map(rows.map((row) => [row.row, row.name]));
      setLooked({
        rows,
        added: found.added,
        same: found.same,
        refused: [
          ...refused,
          ...found.refused.map(({ row, reason }) => ({ row, why: reason, cells: named.get(row) ?? '' })),
        ].sort((one, other) => one.row - other.row),
      });
    });
  const add = ({ rows }: Looked) =>
    act(async () => {
      const { added } = await send(rows, false);
      toast(t('imported', { n: count(added) }));
      route(`/staff/elections/${election}`);
    });
  return (
    <>
      <form
        class="sheet"
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <p>{t('importIntro')}</p>
        <div>
          <LinkButton small kind="outlined" href={sampleOf(buildings)} download="linli-candidates.csv">
            {t('sample')}
          </LinkButton>
        </div>
        <TextField
          label={t('paste')}
          hint={t('pasteHint')}
          lines={8}
          value={text}
          onInput={(value) => {
            setText(value);
            setLooked(undefined);
          }}
        />
        <div class="field">
          <label for="candidate-file">{t('orFile')}</label>
          <input
            id="candidate-file"
            class="input"
            type="file"
            accept=".xlsx,.csv,.txt,text/csv"
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0]);
              setLooked(undefined);
            }}
          />
        </div>
        <Choice
          kind="box"
          checked={consent}
          onChange={setConsent}
          label={t('allConsent')}
          note={t('allConsentNote')}
        />
        {(wrong || problem) && <Banner kind="warn">{wrong || problem}</Banner>}
        {!looked && (
          <Button type="submit" kind="primary" busy={busy}>
            {t('check')}
          </Button>
        )}
      </form>
      {looked && <Report looked={looked} buildings={buildings} busy={busy} onAdd={() => add(looked)} />}
    </>
  );
}

async function linesOf(file: File | undefined, text: string): Promise<string[][]> {
  if (!file) return pastedLines(text);
  const [sheet] = await sheetsOf(file);
  return sheet?.lines ?? [];
}

/** Rows shown of each list; the figures count all. */
const shown = 200;

function Report(props: { looked: Looked; buildings: readonly Building[]; busy: boolean; onAdd: () => void }) {
  const { rows, added, same, refused } = props.looked;
  const names = new Map(props.buildings.map((one) => [one.id, `${one.above} ${one.name}`]));
  const bad = new Set(refused.map(({ row }) => row));
  return (
    <section class="stack">
      <p role="status">{t('checked', { ok: count(added), same: count(same), bad: count(refused.length) })}</p>
      {added > 0 && (
        <div>
          <Button kind="primary" busy={props.busy} onClick={props.onAdd}>
            {t('importAct', { n: count(added) })}
          </Button>
        </div>
      )}
      {refused.length > 0 && (
        <Table
          caption={t('notUsed')}
          rows={refused.slice(0, shown)}
          rowKey={({ row }) => String(row)}
          columns={[
            { key: 'row', title: t('row'), head: true, cell: ({ row }) => t('rowOf', { n: row }) },
            { key: 'why', title: t('why'), cell: ({ why }) => t(`why-${why}`) },
            { key: 'cells', title: t('what'), cell: ({ cells }) => cells },
          ]}
        />
      )}
      <Table
        caption={t('toAdd')}
        rows={rows.filter(({ row }) => !bad.has(row)).slice(0, shown)}
        rowKey={({ row }) => String(row)}
        columns={[
          { key: 'name', title: t('name'), head: true, cell: ({ name }) => name },
          { key: 'building', title: t('building'), cell: ({ unit }) => names.get(unit) ?? '' },
          { key: 'line', title: t('line'), cell: ({ line }) => line },
        ]}
      />
    </section>
  );
}
