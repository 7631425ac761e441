// The files of one question: those that are stored and those on their way, each with its state and a way to take it out.
import { useEffect, useState } from 'preact/hooks';
import type { BaseQuestion } from '../../../schema/fields/field.ts';
import { unsent } from '../../../schema/fields/files.ts';
import { parcelOf, send, watch } from '../live/upload.ts';
import { own } from '../values.ts';
import { say, type Word } from '../words.ts';
import type { Drawn } from './control.ts';
import './file-list.css';

export const fileWords: readonly Word[] = [
  'fileN',
  'fileSending',
  'fileWaiting',
  'fileLost',
  'fileStored',
  'fileAgain',
  'fileRemove',
  'filePreview',
  'fileRefused',
];

interface Props {
  drawn: Drawn<BaseQuestion>;
  /** the field that holds the ids */
  name: string;
}

/** Ids in the field, in their order; those not stored yet are marked there and bare here. */
export const idsIn = ({ values }: Drawn<BaseQuestion>, name: string) =>
  (own(values, name) ?? []).filter((id) => id !== '').map((id) => id.replace(unsent, ''));

export function FileList({ drawn, name }: Props) {
  const { values, set, at } = drawn;
  const [, again] = useState(0);
  const held = own(values, name) ?? [];
  // What has arrived since the last drawing loses its mark, so that the answer can be sent.
  const settle = () => {
    const now = held.map((id) =>
      id.startsWith(unsent) && parcelOf(id.slice(1))?.way.is === 'stored' ? id.slice(1) : id,
    );
    if (now.some((id, index) => id !== held[index])) set(name, now);
    else again((count) => count + 1);
  };
  useEffect(() => watch(settle));
  return (
    <ul class="files">
      {held.map((id, index) => {
        const bare = id.replace(unsent, '');
        const parcel = parcelOf(bare);
        const title = parcel?.name || say('fileN', { n: index + 1 });
        return (
          <li key={bare}>
            {parcel?.preview ? (
              parcel.content.type.startsWith('audio/') ? null : (
                <img src={parcel.preview} alt="" />
              )
            ) : (
              <span class="no-picture" aria-hidden="true" />
            )}
            <div>
              <p>{title}</p>
              <State id={id} />
            </div>
            {parcel?.way.is === 'waiting' && at && (
              <button type="button" onClick={() => send(at, parcel)}>
                {say('fileAgain')}
              </button>
            )}
            <button
              type="button"
              class="plain"
              aria-label={`${say('fileRemove')} ${title}`}
              onClick={() =>
                set(
                  name,
                  held.filter((one) => one !== id),
                )
              }
            >
              {say('fileRemove')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function State({ id }: { id: string }) {
  if (!id.startsWith(unsent)) return <p class="hint">{say('fileStored')}</p>;
  const parcel = parcelOf(id.slice(1));
  // Left over from a page that was closed while it was sent.
  if (!parcel) return <p class="wrong">{say('fileLost')}</p>;
  const { way } = parcel;
  if (way.is === 'refused') return <p class="wrong">{way.sentence || say('fileRefused')}</p>;
  if (way.is === 'waiting')
    return (
      <p class="hint" role="status">
        {say('fileWaiting')}
      </p>
    );
  const percent = Math.round((way.is === 'sending' ? way.part : 1) * 100);
  return (
    <>
      <progress max={100} value={percent} aria-label={say('fileSending', { percent })} />
      <p class="hint">{say('fileSending', { percent })}</p>
    </>
  );
}
