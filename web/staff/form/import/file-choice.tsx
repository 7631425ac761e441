// A file to bring in: chosen, or dropped. What cannot be read says what to do instead.
import { useState } from 'preact/hooks';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { sentenceOf } from '../../../ui/problem.ts';
import { fileName, saveFile } from '../../../ui/save-file.ts';
import { accepted, bytesMost, type FileReading, readable, readerFor } from './readers.ts';
import { Unreadable } from './unreadable.ts';
import { unreadableWord } from './unreadable-words.ts';
import { t } from './words.ts';

export function FileChoice(props: { onRead: (name: string, reading: FileReading) => void }) {
  const [waiting, setWaiting] = useState('');
  const [problem, setProblem] = useState('');
  const [over, setOver] = useState(false);
  const ends = readable.join(t('and'));
  const take = async (file: File | undefined) => {
    if (!file) return;
    const { name } = file;
    const known = readerFor(name);
    if (known.kind !== 'reader') return setProblem(t(known.kind, { name, ends }));
    if (file.size > bytesMost) return setProblem(t('large', { name }));
    setProblem('');
    setWaiting(name);
    try {
      const read = await known.load();
      props.onRead(name, await read(file));
    } catch (thrown) {
      setProblem(thrown instanceof Unreadable ? unreadableWord(thrown.code) : t('broken', { name }));
    } finally {
      setWaiting('');
    }
  };
  const save = () => {
    import('./example-sheet.ts')
      .then(async ({ exampleSheet }) => saveFile(await exampleSheet(), fileName(t('sheetName'), 'xlsx')))
      .catch((thrown: unknown) => setProblem(sentenceOf(thrown)));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field in it is the first
    <div
      class={`field file-drop${over ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <label for="import-file">{t('file')}</label>
      <span class="note" id="import-file-hint">
        {t('fileHint', { ends })}
      </span>
      <input
        id="import-file"
        class="input"
        type="file"
        accept={accepted}
        aria-describedby="import-file-hint"
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          // The same file may be chosen again after it was changed.
          event.currentTarget.value = '';
        }}
      />
      <div>
        <Button small onClick={save}>
          {t('sheet')}
        </Button>
      </div>
      <div role="status">{waiting !== '' && <p>{t('reading', { name: waiting })}</p>}</div>
      {problem !== '' && <Banner kind="warn">{problem}</Banner>}
    </div>
  );
}
