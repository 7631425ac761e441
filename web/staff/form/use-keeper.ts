// The keeper of a form's draft, tied to the page: the contract's calls, this device's copy, and the network's return.
import { useEffect, useState } from 'preact/hooks';
import { type FormWithDraft, getForm, saveDraft } from '../../../schema/api/forms.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { call } from '../../ui/call.ts';
import { Keeper, type KeeperIo } from './keeper.ts';

export function useKeeper(form: FormWithDraft, here: KeeperIo['here']): Keeper {
  const [keeper] = useState(() => {
    const params = { form: form.id };
    return new Keeper(form, {
      save: (rev: number, definition: Definition) => call(saveDraft, { params, body: { rev, definition } }),
      read: () => call(getForm, { params }),
      here,
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
