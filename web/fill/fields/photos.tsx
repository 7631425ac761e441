// Choosing photos: made smaller and stripped here, then sent one by one while the resident goes on.
import { useRef, useState } from 'preact/hooks';
import type { BaseQuestion } from '../../../schema/fields/field.ts';
import { unsent } from '../../../schema/fields/files.ts';
import { smaller } from '../live/smaller.ts';
import { put } from '../live/upload.ts';
import { own } from '../values.ts';
import { say, type Word } from '../words.ts';
import { type Drawn, scripted } from './control.ts';
import { FileList, fileWords, idsIn } from './file-list.tsx';
import { NoScript } from './no-script.tsx';

interface Props {
  drawn: Drawn<BaseQuestion>;
  name: string;
  most: number;
  id: string;
  /** straight from the camera, none from the album */
  camera?: boolean | undefined;
  /** they are what has to be put right */
  invalid: boolean;
}

export function Photos({ drawn, name, most, id, camera, invalid }: Props) {
  const { values, set, at, question, describedBy } = drawn;
  // What stands in the field once a photo was made smaller: another one may have arrived or been taken out meanwhile.
  const held = useRef<readonly string[]>([]);
  held.current = own(values, name) ?? [];
  const [unread, setUnread] = useState('');
  const [busy, setBusy] = useState(false);
  if (!scripted) return <NoScript id={id} name={name} values={values} />;
  const ids = idsIn(drawn, name);
  const take = async (files: readonly File[]) => {
    setUnread('');
    if (!at) return setUnread(say('filePreview'));
    setBusy(true);
    for (const file of files.slice(0, most - ids.length)) {
      const photo = await smaller(file);
      if (!photo) setUnread(say('photoUnread', { name: file.name }));
      else {
        held.current = [...held.current, unsent + put(at, question.id, photo, file.name).id];
        set(name, held.current);
      }
    }
    setBusy(false);
  };
  return (
    <>
      <FileList drawn={drawn} name={name} id={ids.length < most ? undefined : id} />
      {unread && (
        <p class="wrong" role="alert">
          {unread}
        </p>
      )}
      {ids.length < most && (
        <div class="take">
          <input
            type="file"
            id={id}
            accept="image/*"
            multiple={most > 1 && !camera}
            {...(camera ? { capture: 'environment' as const } : {})}
            disabled={busy}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            aria-label={`${question.title} ${say('photoTake')}`}
            onChange={(event) => {
              take([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
          <span class="button" aria-hidden="true">
            {say(busy ? 'photoBusy' : 'photoTake')}
          </span>
        </div>
      )}
    </>
  );
}
Photos.says = [...fileWords, 'photoTake', 'photoBusy', 'photoUnread', 'noScriptFile'] as readonly Word[];
