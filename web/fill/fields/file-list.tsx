// The files of one question: those that are stored and those on their way, each with its state and a way to take it out.
import { useEffect, useState } from 'preact/hooks';
import type { BaseQuestion } from '../../../schema/fields/field.ts';
import { givenUp, unsent } from '../../../schema/fields/files.ts';
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
  /** where no more can be sent: a mistake leads to the first file, which has to be taken out */
  id?: string | undefined;
}

const bareOf = (id: string) => id.replace(/^~+/, '');

/** Ids in the field, in their order; those not stored yet are marked there and bare here. */
export const idsIn = ({ values }: Drawn<BaseQuestion>, name: string) =>
  (own(values, name) ?? []).filter((id) => id !== '').map(bareOf);

export function FileList({ drawn, name, called, wide, id: first }: Props) {
  const { values, set, at } = drawn;
  const [, again] = useState(0);
  const held = own(values, name) ?? [];
  // What has arrived loses its mark, so that the answer can be sent: now, or while the resident was on another screen.
  const told = (id: string) => {
    if (!id.startsWith(unsent)) return id;
    const bare = bareOf(id);
    // Left over from a page that was closed while it was sent, it will not come any more.
    const is = parcelOf(bare)?.way.is ?? 'refused';
    return is === 'stored' ? bare : (is === 'refused' ? givenUp : unsent) + bare;
  };
  const news = () => held.some((id) => told(id) !== id);
  const settle = () => {
    if (news()) set(name, held.map(told));
    else again((count) => count + 1);
  };
  useEffect(() => {
    if (news()) settle();
    return watch(settle);
  });
  return (
    <ul class={wide ? 'files wide' : 'files'}>
      {held.map((id, index) => {
        const bare = bareOf(id);
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
              id={index === 0 ? first : undefined}
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
  const parcel = parcelOf(bareOf(id));
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
