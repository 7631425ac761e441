// The newest published version of a form and what earlier ones said otherwise, for the check to hold a draft against.
// Without it (not published yet, no network) the check says what it can; the Worker holds every draft against it before it
// publishes.
import { type FormWithDraft, getVersion } from '../../../schema/api/forms.ts';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import type { Published } from './findings-of.ts';

export function usePublished({ id, version }: FormWithDraft): Published | undefined {
  const loaded = useLoad(`published ${id} ${version}`, async () =>
    version === 0 ? undefined : await call(getVersion, { params: { form: id, number: version } }),
  );
  return loaded.value;
}
