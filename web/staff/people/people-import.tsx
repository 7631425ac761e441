// Many accounts at once from the rows of a sheet, pasted or as a CSV file; each invitation is shown once.

import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import type { Output } from '../../../schema/api/endpoint.ts';
import { importStaff } from '../../../schema/api/staff.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import { fileText } from '../file-text.ts';
import { Unreadable } from '../form/import/unreadable.ts';
import { unreadableWord } from '../form/import/unreadable-words.ts';
import { Page } from '../page.tsx';
import { csvOf, rowsOf } from './sheet-rows.ts';
import { t } from './words.ts';

type Report = Output<typeof importStaff>;
const sample = csvOf([
  ['账号', '姓名', '能做什么', '辖区编码'],
  ['wangfang', '王芳', '经办人', 'BH'],
  ['lijun', '李军', '帮办员', 'BH-01'],
]);
const most = 500;

export function PeopleImport() {
  const { params } = useRoute();
  const unit = params.unit ?? '';
  const [text, setText] = useState('');
  const [unreadable, setUnreadable] = useState('');
  const [missing, setMissing] = useState(false);
  const [report, setReport] = useState<Report>();
  const [checked, setChecked] = useState<Report>();
  const { busy, problem, act } = useAct();
  const { rows, short } = rowsOf(text);
  const write = (next: string) => {
    setText(next);
    setMissing(false);
    setChecked(undefined);
  };
  const take = (file: File) => {
    setUnreadable('');
    textOf(file).then(write, (thrown: unknown) =>
      setUnreadable(thrown instanceof Unreadable ? unreadableWord(thrown.code) : t('chooseAgain')),
    );
  };
  const send = (dryRun: boolean) =>
    act(async () => {
      setMissing(rows.length === 0);
      if (rows.length === 0 || rows.length > most) return;
      const answer = await call(importStaff, { params: { unit }, body: { rows, dryRun } });
      if (dryRun) setChecked(answer);
      else setReport(answer);
    });
  return (
    <Page
      title={t('importTitle')}
      steps={[{ title: t('title'), href: `/staff/people/${unit}` }, { title: t('importTitle') }]}
    >
      {report ? (
        <Done report={report} />
      ) : (
        <div class="sheet">
          <p>{t('importIntro')}</p>
          <div>
            <LinkButton kind="outlined" href={sample} download="linli-staff.csv">
              {t('sample')}
            </LinkButton>
          </div>
          <TextField
            label={t('paste')}
            hint={t('pasteHint')}
            lines={8}
            value={text}
            error={missing ? t('needRows') : undefined}
            onInput={write}
          />
          <div class="field">
            <label for="people-file">{t('file')}</label>
            {unreadable && <span class="field-error">{unreadable}</span>}
            <input
              id="people-file"
              class="input"
              type="file"
              accept=".xlsx,.csv,.txt,text/csv"
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                event.currentTarget.value = '';
                if (file) take(file);
              }}
            />
          </div>
          {text.trim() !== '' && (
            <p role="status">
              {t('rowsRead', { n: rows.length })}
              {short.length > 0 && ` ▲ ${t('unread', { rows: short.join(ui('listed')) })}`}
            </p>
          )}
          {rows.length > most && <Banner kind="warn">{t('tooMany')}</Banner>}
          {problem && <Banner kind="warn">{problem}</Banner>}
          {checked ? (
            <>
              <div role="status">
                <h2>{t('checked', { n: checked.created.length })}</h2>
              </div>
              <Refused refused={checked.refused} />
              {checked.created.length > 0 && (
                <Button kind="primary" busy={busy} onClick={() => send(false)}>
                  {t('importAct', { n: checked.created.length })}
                </Button>
              )}
            </>
          ) : (
            <Button kind="primary" busy={busy} onClick={() => send(true)}>
              {t('check')}
            </Button>
          )}
        </div>
      )}
    </Page>
  );
}

const textOf = async (file: File) =>
  /\.xlsx$/i.test(file.name)
    ? (await (await import('../sheet-as-csv.ts')).sheetAsCsv(file)).text()
    : fileText(file);

function Done(props: { report: Report }) {
  const { created, refused } = props.report;
  const file = csvOf([
    [t('login'), t('name'), t('link')],
    ...created.map((one) => [one.login, one.name, one.link]),
  ]);
  return (
    <div class="stack">
      <div role="status" class="stack tight">
        <h2>{t('importDone', { n: created.length })}</h2>
        {created.length > 0 && <p>{t('importNote')}</p>}
      </div>
      {created.length > 0 && (
        <>
          <div>
            <LinkButton kind="primary" href={file} download="linli-invitations.csv">
              {t('download')}
            </LinkButton>
          </div>
          <Table
            caption={t('importDone', { n: created.length })}
            hideCaption
            rows={created}
            rowKey={(one) => one.login}
            columns={[
              { key: 'name', title: t('name'), head: true, cell: (one) => one.name },
              { key: 'login', title: t('login'), cell: (one) => one.login },
              { key: 'link', title: t('link'), cell: (one) => one.link },
            ]}
          />
        </>
      )}
      <Refused refused={refused} />
    </div>
  );
}

function Refused({ refused }: Pick<Report, 'refused'>) {
  if (refused.length === 0) return null;
  return (
    <Table
      caption={t('refused')}
      rows={refused}
      rowKey={(one) => `${one.row}`}
      columns={[
        { key: 'row', title: t('row'), head: true, cell: (one) => one.row },
        { key: 'login', title: t('login'), cell: (one) => one.login },
        { key: 'reason', title: t('reason'), cell: (one) => `▲ ${one.reason}` },
      ]}
    />
  );
}
