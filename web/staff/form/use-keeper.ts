// The keeper of a form's draft, tied to the page: the contract's calls, this device's storage, and the network's return.
import { useEffect, useState } from 'preact/hooks';
import { type FormWithDraft, getForm, saveDraft } from '../../../schema/api/forms.ts';
import { type Definition, definitionShape } from '../../../schema/form/definition.ts';
import { call } from '../../ui/call.ts';
import { savable, writable } from './blanks.ts';
import { type Copy, Keeper, type KeeperIo } from './keeper.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** A copy from an older release that no longer reads as a definition is of no use and is dropped. */
function readCopy(text: string | null): Copy | undefined {
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || typeof value.rev !== 'number') return undefined;
    const filled = definitionShape().safeParse(value.definition);
    return filled.success ? { rev: value.rev, definition: writable(filled.data) } : undefined;
  } catch {
    return undefined;
  }
}

function storage(form: string): KeeperIo['here'] {
  const key = `linli-draft-${form}`;
  const quietly = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      // Full or forbidden storage: the draft is then only as safe as the network.
      return undefined;
    }
  };
  return {
    get: () => quietly(() => readCopy(localStorage.getItem(key))),
    put: (copy) => {
      const stored = { rev: copy.rev, definition: savable(copy.definition) };
      quietly(() => localStorage.setItem(key, JSON.stringify(stored)));
    },
    drop: () => {
      quietly(() => localStorage.removeItem(key));
    },
  };
}

export function useKeeper(form: FormWithDraft): Keeper {
  const [keeper] = useState(() => {
    const params = { form: form.id };
    return new Keeper(form, {
      save: (rev: number, definition: Definition) => call(saveDraft, { params, body: { rev, definition } }),
      read: () => call(getForm, { params }),
      here: storage(form.id),
      now: () => Date.now(),
      later: (ms, work) => {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
    });
  });
  const [, again] = useState(0);
  useEffect(() => {
    const off = keeper.subscribe(() => again((count) => count + 1));
    const online = () => {
      keeper.save();
    };
    addEventListener('online', online);
    return () => {
      off();
      removeEventListener('online', online);
      keeper.close();
    };
  }, [keeper]);
  return keeper;
}
