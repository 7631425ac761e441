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
  /** what one without a name of its own is called; numbered unless said */
  called?: string;
  /** pictures as wide as the page, none cut */
  wide?: boolean;
}

/** Ids in the field, in their order; those not stored yet are marked there and bare here. */
export const idsIn = ({ values }: Drawn<BaseQuestion>, name: string) =>
  (own(values, name) ?? []).filter((id) => id !== '').map((id) => id.replace(unsent, ''));

export function FileList({ drawn, name, called, wide }: Props) {
  const { values, set, at } = drawn;
  const [, again] = useState(0);
  const held = own(values, name) ?? [];
  // What has arrived loses its mark, so that the answer can be sent: now, or while the resident was on another screen.
  const arrived = (id: string) => id.startsWith(unsent) && parcelOf(id.slice(1))?.way.is === 'stored';
  const settle = () => {
    if (held.some(arrived))
      set(
        name,
        held.map((id) => (arrived(id) ? id.slice(1) : id)),
      );
    else again((count) => count + 1);
  };
  useEffect(() => {
    if (held.some(arrived)) settle();
    return watch(settle);
  });
  return (
    <ul class={wide ? 'files wide' : 'files'}>
      {held.map((id, index) => {
        const bare = id.replace(unsent, '');
        const parcel = parcelOf(bare);
        const title = parcel?.name || called || say('fileN', { n: index + 1 });
        return (
          <li key={bare}>
            {parcel?.preview && <img src={parcel.preview} alt="" />}
            <div class="about">
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
