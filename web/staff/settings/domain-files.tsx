// Files that prove a domain: their name and text are read from the file that WeChat hands out.
import { useState } from 'preact/hooks';
import type { Settings } from '../../../schema/api/settings.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { t } from './words.ts';

type Files = Settings['domainFiles'];

export function DomainFiles(props: { files: Files; onChange: (files: Files) => void }) {
  const { files, onChange } = props;
  const [wrong, setWrong] = useState('');
  const take = async (file: File | undefined) => {
    if (!file) return;
    const content = await file.text();
    if (!/^[A-Za-z0-9_-]{1,60}\.(txt|html)$/.test(file.name) || content.length > 500)
      return setWrong(t('domainWrong'));
    setWrong('');
    onChange([...files.filter((one) => one.name !== file.name), { name: file.name, content }]);
  };
  return (
    <section class="stack tight">
      <h2>{t('domain')}</h2>
      <p class="note">{t('domainHint')}</p>
      <ul class="bare">
        {files.map((file) => (
          <li key={file.name} class="line">
            <code>/{file.name}</code>
            <Button
              small
              onClick={() => {
                onChange(files.filter((one) => one !== file));
                toast(t('domainRemoved', { name: file.name }), () => onChange(files));
              }}
            >
              {t('removeDomain', { name: file.name })}
            </Button>
          </li>
        ))}
      </ul>
      {files.length < 10 && (
        <div class={`field${wrong ? ' wrong' : ''}`}>
          <label for="domain-file">{t('addDomain')}</label>
          {wrong && <span class="field-error">{wrong}</span>}
          <input
            id="domain-file"
            class="input"
            type="file"
            accept=".txt,.html"
            onChange={(event) => {
              take(event.currentTarget.files?.[0]);
            }}
          />
        </div>
      )}
    </section>
  );
}
