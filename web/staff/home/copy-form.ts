// A form made like an earlier one: its draft as it is now, under a new id. Ids of questions and options stay, so that what
// both bring in can be set side by side.
import { createForm, getForm } from '../../../schema/api/forms.ts';
import { formTextMax } from '../../../schema/form/definition.ts';
import { call } from '../../ui/call.ts';
import { t } from './words.ts';

/** The id of the new form; it stands where the earlier one does, or at `unit` where that is not one's own. */
export async function copyForm(form: string, unit: string): Promise<string> {
  const { draft, kind, listed, unit: own, mayEdit } = await call(getForm, { params: { form } });
  const mark = t('copyMark');
  const title = draft.title.slice(0, formTextMax.title - mark.length) + mark;
  const made = await call(createForm, {
    params: { unit: mayEdit ? own.id : unit },
    body: { kind, definition: { ...draft, title }, listed },
  });
  return made.id;
}
