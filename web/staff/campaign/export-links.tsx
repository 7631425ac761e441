// Answers as files: two streams straight from the Worker, and an Excel file made here from one of them.
import { useState } from 'preact/hooks';
import type { Campaign } from '../../../schema/api/campaigns.ts';
import { type AnswerFilter, exportResponses } from '../../../schema/api/responses.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { addressOf } from '../../ui/call.ts';
import { count } from '../../ui/figures.ts';
import { useAct } from '../../ui/load.ts';
import { fileName, saveFile } from '../../ui/save-file.ts';
import { toast } from '../../ui/toast.tsx';
import { WaitingLine } from '../../ui/waiting-line.tsx';
import { places } from './places.ts';
import { t } from './words.ts';

interface Props {
  run: Campaign;
  unit: string;
  /** the form asks for what is masked unless it is wanted whole */
  sensitive?: boolean;
  /** only these */
  filter?: AnswerFilter;
}

export function ExportLinks({ run, unit, sensitive, filter = {} }: Props) {
  const part = Object.keys(filter).length > 0;
  const [whole, setWhole] = useState(false);
  const [done, setDone] = useState<number>();
  const { busy, problem, act } = useAct();
  const address = (format: 'csv' | 'ndjson') =>
    addressOf(exportResponses, {
      params: { campaign: run.id, unit },
      query: { ...filter, format, ...(whole && { whole: '1' as const }) },
    });
  const excel = () =>
    act(async () => {
      setDone(0);
      // Loaded only when it is wanted: the writer is larger than the rest of the page.
      const { excelFile, rowsMost } = await import('./excel.ts');
      const file = await excelFile(run, unit, address('ndjson'), setDone);
      if (!file) {
        toast(t('exportMany', { n: count(rowsMost) }));
        return;
      }
      saveFile(file, fileName(part ? t('exportPartName', { title: run.title }) : run.title, 'xlsx'));
      toast(t('exportDone'));
    });
  return (
    <div class="stack tight">
      <h2 class="small">{t(part ? 'exportPart' : 'exportTitle')}</h2>
      <div class="line">
        <Button small kind="outlined" id={places.take} busy={busy} onClick={excel}>
          {t('exportXlsx')}
        </Button>
        <LinkButton small href={address('csv')} download>
          {t('exportCsv')}
        </LinkButton>
        <LinkButton small href={address('ndjson')} download>
          {t('exportNdjson')}
        </LinkButton>
      </div>
      {busy && done !== undefined && (
        <WaitingLine
          what={
            done >= run.accepted && done > 0
              ? t('exportWriting')
              : part
                ? t('exportingPart', { done: count(done) })
                : t('exporting', { done: count(done), total: count(run.accepted) })
          }
          {...(part ? {} : { done, total: Math.max(1, run.accepted) })}
        />
      )}
      {problem && <p class="field-error">{problem}</p>}
      {sensitive && (
        <label class="tick">
          <input
            type="checkbox"
            checked={whole}
            onChange={(event) => setWhole(event.currentTarget.checked)}
          />{' '}
          {t('exportWhole')}
        </label>
      )}
      <p class="note">{t('exportNote')}</p>
    </div>
  );
}
