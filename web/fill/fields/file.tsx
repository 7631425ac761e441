// 文件

import { useState } from 'preact/hooks';
import { formName } from '../../../schema/fields/field.ts';
import { usualKinds } from '../../../schema/fields/file.ts';
import { type FileKind, fileLimits, megabytes, unsent } from '../../../schema/fields/files.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { put } from '../live/upload.ts';
import { own } from '../values.ts';
import { say, type Word } from '../words.ts';
import { type Control, type Drawn, scripted } from './control.ts';
import { FileList, fileWords, idsIn } from './file-list.tsx';
import { NoScript } from './no-script.tsx';

type FileQuestion = QuestionOf<'file'>;

/** What the phone's own chooser offers; what a file really is, the Worker finds in its bytes. */
const accepts: Record<FileKind, string> = {
  image: 'image/*',
  audio: 'audio/*',
  pdf: '.pdf',
  document: '.doc,.docx,.wps,.odt',
  sheet: '.xls,.xlsx,.et,.ods,.csv',
  slides: '.ppt,.pptx,.odp',
  text: '.txt',
  zip: '.zip',
};
const kindWords: Record<FileKind, Word> = {
  image: 'kindImage',
  audio: 'kindAudio',
  pdf: 'kindPdf',
  document: 'kindDocument',
  sheet: 'kindSheet',
  slides: 'kindSlides',
  text: 'kindText',
  zip: 'kindZip',
};

export const control: Control<FileQuestion> = {
  frame: 'group',
  says: ['fileMost', 'fileTake', 'fileLarge', 'noScriptFile', ...fileWords, ...Object.values(kindWords)],
  hint: ({ most = 3, kinds = usualKinds }) =>
    say('fileMost', {
      n: most,
      mb: megabytes(fileLimits(most, kinds).bytes),
      kinds: kinds.map((kind) => say(kindWords[kind])).join(' · '),
    }),
  draw: (drawn) =>
    scripted ? (
      <Files {...drawn} />
    ) : (
      <NoScript id={drawn.id} name={formName(drawn.question)} values={drawn.values} />
    ),
};

function Files(drawn: Drawn<FileQuestion>) {
  const { question, values, set, at, id, describedBy, invalid } = drawn;
  const { most = 3, kinds = usualKinds } = question;
  const name = formName(question);
  const [wrong, setWrong] = useState('');
  const ids = idsIn(drawn, name);
  const limit = fileLimits(most, kinds).bytes;
  const take = (files: readonly File[]) => {
    setWrong('');
    if (!at) return setWrong(say('filePreview'));
    const held = [...(own(values, name) ?? [])];
    for (const file of files.slice(0, most - ids.length)) {
      if (file.size > limit) setWrong(say('fileLarge', { name: file.name, mb: megabytes(limit) }));
      else held.push(unsent + put(at, question.id, file, file.name).id);
    }
    set(name, held);
  };
  return (
    <>
      <FileList drawn={drawn} name={name} id={ids.length < most ? undefined : id} />
      {wrong && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      {ids.length < most && (
        <div class="take">
          <input
            type="file"
            id={id}
            accept={kinds.map((kind) => accepts[kind]).join()}
            multiple={most > 1}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            aria-label={`${question.title} ${say('fileTake')}`}
            onChange={(event) => {
              take([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
          <span class="button" aria-hidden="true">
            {say('fileTake')}
          </span>
        </div>
      )}
    </>
  );
}
