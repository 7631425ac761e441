// The newest published version of a form, for the check to hold a draft against. Without it (not published yet, no
// network) the check says what it can; the Worker holds every draft against it before it publishes.
import { type FormWithDraft, getVersion } from '../../../schema/api/forms.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';

export function usePublished({ id, version }: FormWithDraft): Definition | undefined {
  const loaded = useLoad(`published ${id} ${version}`, async () =>
    version === 0
      ? undefined
      : (await call(getVersion, { params: { form: id, number: version } })).definition,
  );
  return loaded.value;
}
