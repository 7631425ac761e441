// A sheet onto a roll: read in the browser, its columns matched, checked against the roll as it stands, then added as shown.
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { getRoll, importEntries, importMost, type Roll } from '../../../schema/api/rolls.ts';
import { listSubtree, type Unit } from '../../../schema/api/units.ts';
import type { Building } from '../../../schema/rolls/buildings.ts';
import { columns as allColumns, type Column, readHead, type Sheet } from '../../../schema/rolls/columns.ts';
import { doubtsIn } from '../../../schema/rolls/doubts.ts';
import { type RefusedRow, readRows } from '../../../schema/rolls/rows.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { WaitingLine } from '../../ui/waiting-line.tsx';
import { Unreadable } from '../form/import/unreadable.ts';
import { unreadableWord } from '../form/import/unreadable-words.ts';
import { Page } from '../page.tsx';
import { csvOf } from '../people/sheet-rows.ts';
import { ImportReport } from './import-report.tsx';
import { t } from './import-words.ts';
import { RollColumns } from './roll-columns.tsx';
import { rollAddress } from './rolls.tsx';
import { type Report, sendRows } from './send-rows.ts';
import { type SheetOfFile, sheetsOf } from './sheet-file.ts';
import { t as words } from './words.ts';

export function RollImport() {
  const { params } = useRoute();
  const id = params.roll ?? '';
  const loaded = useLoad(`roll import ${id}`, async () => {
    const { roll } = await call(getRoll, { params: { roll: id } });
    const { units } = await call(listSubtree, { params: { unit: roll.unit.id } });
    return { roll, buildings: buildingsOf(units) };
  });
  return (
    <Loading from={loaded}>
      {({ roll, buildings }) => (
        <Page
          title={t('title')}
          steps={[
            { title: words('title'), href: '/staff/rolls' },
            { title: roll.title, href: rollAddress(roll.id) },
            { title: t('title') },
          ]}
        >
          <FromFile roll={roll} buildings={buildings} />
        </Page>
      )}
    </Loading>
  );
}

function buildingsOf(units: readonly Unit[]): Building[] {
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  return units
    .filter(({ kind, retiredAt }) => kind === 'building' && retiredAt === null)
    .map(({ id, name, code, path }) => ({
      id,
      name,
      code,
      above: path
        .split('/')
        .filter((one) => one !== id)
        .map((one) => nameOf.get(one) ?? '')
        .join(''),
    }));
}

const sampleOf = (kind: Roll['kind'], building: string) =>
  csvOf(
    kind === 'owner'
      ? [
          ['楼栋', '单元', '房号', '产权人', '电话', '面积', '业主编号', '销售情况'],
          [building, '1', '101', '张三、李四', '13800138000', '89.50', '', '已售'],
          [building, '1', '102', '某某置业', '', '102.35', '', '未售'],
        ]
      : [
          ['楼栋', '单元', '房号', kind === 'person' ? '姓名' : '户主姓名', '电话'],
          [building, '1', '101', '张三', '13800138000'],
          [building, '1', '102', '李四', ''],
        ],
  );

function FromFile(props: { roll: Roll; buildings: readonly Building[] }) {
  const [sheets, setSheets] = useState<readonly SheetOfFile[]>([]);
  const [at, setAt] = useState(0);
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState('');
  const [times, setTimes] = useState(0);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setReading(true);
    setProblem('');
    try {
      setSheets(await sheetsOf(file));
      setAt(0);
      setTimes(times + 1);
    } catch (thrown) {
      setSheets([]);
      setProblem(whyUnread(thrown));
    } finally {
      setReading(false);
    }
  };
  const sheet = sheets[at];
  return (
    <>
      <div class="sheet">
        <p>{t('intro')}</p>
        <div>
          <LinkButton
            small
            kind="outlined"
            href={sampleOf(props.roll.kind, props.buildings[0]?.name ?? '1号楼')}
            download="linli-roll.csv"
          >
            {t('sample')}
          </LinkButton>
        </div>
        <div class="field">
          <label for="roll-file">{t('file')}</label>
          <span class="note">{t('fileHint')}</span>
          <input
            id="roll-file"
            class="input"
            type="file"
            accept=".xlsx,.csv,.txt,text/csv"
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
        </div>
        {reading && <WaitingLine what={t('reading')} />}
        {problem && <Banner kind="warn">{problem}</Banner>}
        {sheets.length > 1 && (
          <Select
            label={t('sheet')}
            value={String(at)}
            options={sheets.map(({ name }, index) => ({ value: String(index), label: name }))}
            onChange={(value) => setAt(Number(value))}
          />
        )}
      </div>
      {sheet && <OneSheet key={`${times} ${at}`} {...props} lines={sheet.lines} />}
    </>
  );
}

/** What is wrong with a sheet is said in other words than of a questionnaire. */
function whyUnread(thrown: unknown): string {
  if (!(thrown instanceof Unreadable)) return t('broken');
  const { code } = thrown;
  if (code === 'too-large') return t('tooLarge');
  return code === 'not-sheets' || code === 'not-office' ? t('notSheet') : unreadableWord(code);
}

/** What was read and found out of a sheet; `done`: it is on the roll. */
interface Checked {
  report: Report;
  refused: readonly RefusedRow[];
  /** rows whose building or stairwell is that of the row above */
  filled: readonly number[];
  /** heads of owners to check */
  doubts: ReturnType<typeof doubtsIn>;
  done: boolean;
}

const ofOwners: readonly Column[] = ['area', 'ownerNumber', 'holding'];

function OneSheet(props: {
  roll: Roll;
  buildings: readonly Building[];
  lines: readonly (readonly string[])[];
}) {
  const { roll, lines } = props;
  const [sheet, setSheet] = useState(() => readHead(lines));
  const offered = allColumns.filter((one) => roll.kind === 'owner' || !ofOwners.includes(one));
  const guessed = ({ guess }: Sheet) => guess.map((one) => (one && offered.includes(one) ? one : undefined));
  const [columns, setColumns] = useState<readonly (Column | undefined)[]>(() => guessed(sheet));
  const [checked, setChecked] = useState<Checked>();
  const [progress, setProgress] = useState<{ done: number; total: number }>();
  const [missing, setMissing] = useState('');
  const { busy, problem, act } = useAct();
  const send = (dryRun: boolean) =>
    act(async () => {
      const places = new Map(columns.flatMap((one, index) => (one ? [[one, index] as const] : [])));
      const lacking = lackingOf(places, roll.kind);
      setMissing(lacking ? t(lacking) : '');
      if (lacking) return;
      const first = sheet.head + 1;
      const read = readRows(lines.slice(first), first + 1, places, props.buildings, roll.kind);
      const report = await sendRows(
        read.rows,
        (rows) => call(importEntries, { params: { roll: roll.id }, body: { rows, dryRun } }),
        (done) => setProgress({ done, total: read.rows.length }),
      ).finally(() => setProgress(undefined));
      const refused = [...read.refused, ...report.refused.map((one) => ({ ...one, text: '' }))];
      refused.sort((one, other) => one.row - other.row);
      const doubts = roll.kind === 'owner' ? doubtsIn(read.rows) : [];
      setChecked({ report, refused, filled: read.filled, doubts, done: !dryRun });
    });
  const usable = checked ? checked.report.added + checked.report.changed : 0;
  const hidden = new Set(sheet.sensitive.flatMap((one, index) => (one ? [index] : [])));
  return (
    <>
      {!checked?.done && (
        <RollColumns
          sheet={sheet}
          lines={lines}
          columns={columns}
          offered={offered}
          onHead={(head) => {
            const next = readHead(lines, head);
            setSheet(next);
            setColumns(guessed(next));
            setChecked(undefined);
          }}
          onChoose={(next) => {
            setColumns(next);
            setChecked(undefined);
          }}
        />
      )}
      {missing && <Banner kind="warn">{missing}</Banner>}
      {problem && (
        <Banner kind="warn">
          {problem} {checked && lines.length > importMost ? t('partly') : ''}
        </Banner>
      )}
      {progress && <WaitingLine what={t('checking')} done={progress.done} total={progress.total} />}
      {checked && <ImportReport {...checked} lines={lines} hidden={hidden} />}
      <div class="line">
        {checked?.done ? (
          <LinkButton kind="primary" href={rollAddress(roll.id)}>
            {t('toRoll')}
          </LinkButton>
        ) : checked && usable > 0 ? (
          <Button kind="primary" busy={busy} onClick={() => send(false)}>
            {t('act', { n: usable.toLocaleString('en-US') })}
          </Button>
        ) : checked ? (
          <p>{t('nothing')}</p>
        ) : (
          <Button kind="primary" busy={busy} onClick={() => send(true)}>
            {t('check')}
          </Button>
        )}
      </div>
    </>
  );
}

/** The columns without which no row of such a roll is one. */
function lackingOf(places: ReadonlyMap<Column, number>, kind: Roll['kind']) {
  if (!places.has('door')) return 'needDoor';
  if (kind === 'owner' && !places.has('area')) return 'needArea';
  return kind === 'household' || places.has('name') ? undefined : 'needName';
}
