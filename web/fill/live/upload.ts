// Files on their way: each is sent by itself, under an id made here, before the answers; sending the same file again under
// its id stores it once. What is on its way goes on while the resident answers other questions.
import type { Problem } from '../../../schema/api/problem.ts';
import type { FormAt } from '../fields/control.ts';
import { spokenLanguage } from '../words.ts';

export type Way =
  | { is: 'sending'; part: number }
  /** no network, or too busy: it is tried again by itself and by pressing */
  | { is: 'waiting' }
  | { is: 'refused'; sentence: string }
  | { is: 'stored' };

export interface Parcel {
  id: string;
  question: string;
  name: string;
  content: Blob;
  /** a picture to look at, where it is one */
  preview: string | undefined;
  way: Way;
}

const parcels = new Map<string, Parcel>();
const watchers = new Set<() => void>();

export const parcelOf = (id: string) => parcels.get(id);

/** Calls back whenever a way changes; returns how to stop. */
export function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
/** 260 bits, as schema/ids.ts writes them. */
const newFileId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(52)), (byte) => alphabet.charAt(byte & 31)).join('');

export function put(at: FormAt, question: string, content: Blob, name: string): Parcel {
  const parcel: Parcel = {
    id: newFileId(),
    question,
    name,
    content,
    preview: content.type.startsWith('image/') ? URL.createObjectURL(content) : undefined,
    way: { is: 'sending', part: 0 },
  };
  parcels.set(parcel.id, parcel);
  send(at, parcel);
  return parcel;
}

const pause = 10_000;

export function send(at: FormAt, parcel: Parcel): void {
  const go = (way: Way) => {
    parcel.way = way;
    for (const changed of watchers) changed();
  };
  const later = () => {
    go({ is: 'waiting' });
    const again = () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
      if (parcel.way.is === 'waiting') send(at, parcel);
    };
    const timer = setTimeout(again, pause);
    window.addEventListener('online', again);
  };
  const request = new XMLHttpRequest();
  request.open('PUT', `/api/campaigns/${at.slug}/responses/${at.response}/files/${parcel.id}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('accept-language', spokenLanguage());
  request.setRequestHeader('x-linli-question', parcel.question);
  request.setRequestHeader('x-linli-version', String(at.version));
  request.setRequestHeader('x-linli-name', encodeURIComponent(parcel.name));
  request.upload.onprogress = ({ loaded, total }) =>
    go({ is: 'sending', part: total > 0 ? loaded / total : 0 });
  request.onload = () => {
    if (request.status === 204) return go({ is: 'stored' });
    if (request.status === 429 || request.status >= 500) return later();
    let sentence = '';
    try {
      sentence = (JSON.parse(request.responseText) as Problem).title;
    } catch {
      // a front's own words, which are no sentence for residents
    }
    go({ is: 'refused', sentence });
  };
  request.onerror = later;
  request.ontimeout = later;
  request.timeout = 120_000;
  go({ is: 'sending', part: 0 });
  request.send(parcel.content);
}
