// Areas from an Excel or CSV file: checked first, with every row that could not be used, then imported as shown.

import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { getUnit, importUnits } from '../../../schema/api/units.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { WaitingLine } from '../../ui/waiting-line.tsx';
import { Unreadable } from '../form/import/unreadable.ts';
import { unreadableWord } from '../form/import/unreadable-words.ts';
import { Page } from '../page.tsx';
import { ImportChanges, type Report } from './import-changes.tsx';
import { t } from './words.ts';

/** The Worker takes 2 MB of body; base64 adds a third. */
const bytesMost = 1_400_000;

// A BOM, so that Excel and WPS read the Chinese; codes as in the demo city.
const sample = `\ufeff类型,名称,编码,上级编码,户数
社区,滨河社区,BH,,0
网格,滨河社区第1网格,BH-01,BH,0
楼栋,滨河小区1号楼,BH-01-001,BH-01,96
楼栋,滨河小区2号楼,BH-01-002,BH-01,72
点位,滨河邻里驿站,BH-01-P1,BH-01,0
`;
const sampleAddress = `data:text/csv;charset=utf-8,${encodeURIComponent(sample)}`;

export function AreaImport() {
  const { params } = useRoute();
  const unit = params.unit ?? '';
  const loaded = useLoad(`area ${unit}`, () => call(getUnit, { params: { unit } }));
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<Report>();
  const [done, setDone] = useState(false);
  const [missing, setMissing] = useState('');
  const { busy, problem, act } = useAct();
  const name = loaded.value?.unit.name ?? '';
  const isSheet = /\.xlsx$/i.test(file?.name ?? '');
  const send = (dryRun: boolean) =>
    act(async () => {
      if (!file) return setMissing(t('needFile'));
      if (file.size > bytesMost) return setMissing(t('tooLarge'));
      setMissing('');
      let base64: string;
      try {
        base64 = await base64Of(isSheet ? await (await sheetReader())(file) : file);
      } catch (thrown) {
        setReport(undefined);
        if (thrown instanceof Unreadable) return setMissing(unreadableWord(thrown.code));
        // A file that was written to since it was chosen cannot be read any more.
        if (thrown instanceof DOMException) return setMissing(t('chooseAgain'));
        throw thrown;
      }
      setReport(await call(importUnits, { params: { unit }, body: { file: { base64 }, dryRun } }));
      setDone(!dryRun);
    });
  const usable = report ? report.created + report.updated : 0;
  return (
    <Page
      title={t('importTitle')}
      steps={[
        { title: t('title'), href: '/staff/areas' },
        { title: name || '…', href: `/staff/areas/${unit}` },
        { title: t('import') },
      ]}
    >
      <div class="sheet">
        <p>{t('importIntro')}</p>
        <div>
          <LinkButton kind="outlined" href={sampleAddress} download="linli-areas.csv">
            {t('sample')}
          </LinkButton>
        </div>
        <div class={`field${missing ? ' wrong' : ''}`}>
          <label for="import-file">{t('file')}</label>
          <span class="note">{t('fileHint')}</span>
          {missing && <span class="field-error">{missing}</span>}
          <input
            id="import-file"
            class="input"
            type="file"
            accept=".xlsx,.csv,.txt,text/csv"
            // The same file, once it is mended, can be chosen again.
            onClick={(event) => {
              event.currentTarget.value = '';
              setFile(undefined);
            }}
            onChange={(event) => {
              setMissing('');
              setFile(event.currentTarget.files?.[0]);
              setReport(undefined);
              setDone(false);
            }}
          />
        </div>
        {problem && <Banner kind="warn">{problem}</Banner>}
        {busy && <WaitingLine />}
        {!report && (
          <Button kind="primary" busy={busy} onClick={() => send(true)}>
            {t('check')}
          </Button>
        )}
      </div>
      {report && (
        <section class="stack" aria-label={t('importTitle')}>
          <div role="status" class="stack tight">
            <h2>{t(done ? 'done' : 'checked')}</h2>
            <p>
              {t('rows', {
                rows: report.rows,
                created: report.created,
                updated: report.updated,
                unchanged: report.unchanged,
                refused: report.refused.length,
              })}
            </p>
            {!isSheet && <p class="note">{t('encoding', { encoding: report.encoding })}</p>}
          </div>
          {!done &&
            (usable > 0 ? (
              <div>
                <Button kind="primary" busy={busy} onClick={() => send(false)}>
                  {t('importAct', { n: usable })}
                </Button>
              </div>
            ) : (
              <p>{t('nothing')}</p>
            ))}
          <ImportChanges report={report} done={done} />
        </section>
      )}
    </Page>
  );
}

const sheetReader = () => import('../sheet-as-csv.ts').then(({ sheetAsCsv }) => sheetAsCsv);

/** The file's bytes as they are: which encoding they are in is for the Worker to find out. */
function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
