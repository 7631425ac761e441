// Forms of the branch to make another one like: the newest few, or by words of the title.
import { useState } from 'preact/hooks';
import { type FormSummary, listForms } from '../../../schema/api/forms.ts';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { dayWords } from '../../ui/time.ts';
import { formKindWord } from '../../ui/words/kinds.ts';
import { t as ui } from '../../ui/words/ui.ts';
import { formTitle } from '../words.ts';
import { t } from './words.ts';

/** So many without words. */
const few = 5;

export function EarlierForms(props: { busy: boolean; onCopy: (form: string) => void }) {
  const [words, setWords] = useState('');
  const search = words.trim();
  const list = useLoad(`forms ${search}`, () => call(listForms, { query: search ? { search } : {} }));
  return (
    <div class="stack">
      <div class="template-find">
        <TextField label={t('findForm')} type="search" value={words} onInput={setWords} />
      </div>
      <Loading from={list}>
        {({ forms }) =>
          forms.length === 0 ? (
            <p class="note">{search === '' ? t('earlierNone') : ui('nothingFound', { words: search })}</p>
          ) : (
            <>
              <ul class="bare earlier">
                {(search === '' ? forms.slice(0, few) : forms).map((form) => (
                  <li key={form.id} class="line apart">
                    <Earlier form={form} />
                    <Button
                      small
                      kind="outlined"
                      busy={props.busy}
                      label={ui('about', { what: t('copy'), of: formTitle(form.title) })}
                      onClick={() => props.onCopy(form.id)}
                    >
                      {t('copy')}
                    </Button>
                  </li>
                ))}
              </ul>
              {search === '' && forms.length > few && <p class="note">{t('earlierMore')}</p>}
            </>
          )
        }
      </Loading>
    </div>
  );
}

const Earlier = ({ form }: { form: FormSummary }) => (
  <span>
    {formTitle(form.title)}
    <span class="note">
      {' '}
      {[formKindWord(form.kind), form.unit.name, dayWords(form.updatedAt)].join(' · ')}
    </span>
  </span>
);
