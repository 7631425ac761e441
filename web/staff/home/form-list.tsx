// The forms of the own branches, newest change first; those put away are one press off.
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { type FormSummary, listForms } from '../../../schema/api/forms.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Empty } from '../../ui/empty.tsx';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { momentWords } from '../../ui/time.ts';
import { formKindWord } from '../../ui/words/kinds.ts';
import { t as ui } from '../../ui/words/ui.ts';
import { editorBranches, useSession } from '../session.ts';
import { formTitle } from '../words.ts';
import { copyForm } from './copy-form.ts';
import { t } from './words.ts';

const stateWords = (form: FormSummary) => {
  if (form.version === 0) return t('draft');
  return t(form.changed ? 'publishedChanged' : 'published', { n: form.version });
};

export function FormList(props: { mayEdit: boolean }) {
  const { me } = useSession();
  const { route } = useLocation();
  const [archived, setArchived] = useState(false);
  const [words, setWords] = useState('');
  const search = words.trim();
  const query = { ...(archived && { archived: '1' as const }), ...(search !== '' && { search }) };
  const list = useLoad(`forms ${archived} ${search}`, () => call(listForms, { query }));
  const { busy, problem, act } = useAct();
  const more = (shown: readonly FormSummary[], after: string) =>
    act(async () => {
      const next = await call(listForms, { query: { ...query, after } });
      list.put({ forms: [...shown, ...next.forms], next: next.next });
    });
  const copy = (form: FormSummary) =>
    act(async () =>
      route(`/staff/forms/${await copyForm(form.id, editorBranches(me)[0]?.id ?? form.unit.id)}`),
    );
  return (
    <section class="stack">
      <div class="line apart">
        <h2>{t('forms')}</h2>
        <Button small onClick={() => setArchived(!archived)}>
          {t(archived ? 'archivedHide' : 'archivedShow')}
        </Button>
      </div>
      <div class="template-find">
        <TextField
          hideLabel
          label={t('findForm')}
          placeholder={t('findForm')}
          type="search"
          value={words}
          onInput={setWords}
        />
      </div>
      <Loading from={list}>
        {({ forms, next }) =>
          forms.length === 0 && search !== '' ? (
            <p class="note">{ui('nothingFound', { words: search })}</p>
          ) : forms.length === 0 ? (
            <Empty
              action={
                props.mayEdit &&
                !archived && (
                  <LinkButton kind="outlined" href="/staff/new">
                    {t('new')}
                  </LinkButton>
                )
              }
            >
              {t(archived ? 'archivedNone' : props.mayEdit ? 'formsEmpty' : 'formsNone')}
            </Empty>
          ) : (
            <>
              <Forms forms={forms} mayEdit={props.mayEdit} busy={busy} onCopy={copy} />
              {problem && <p class="field-error">{problem}</p>}
              {next !== null && (
                <Button kind="outlined" busy={busy} onClick={() => more(forms, next)}>
                  {t('more')}
                </Button>
              )}
            </>
          )
        }
      </Loading>
    </section>
  );
}

function Forms(props: {
  forms: readonly FormSummary[];
  mayEdit: boolean;
  busy: boolean;
  onCopy: (form: FormSummary) => void;
}) {
  return (
    <Table
      caption={t('forms')}
      hideCaption
      rows={props.forms}
      rowKey={(form) => form.id}
      columns={[
        {
          key: 'title',
          title: t('form'),
          head: true,
          cell: (form) => <a href={`/staff/forms/${form.id}`}>{formTitle(form.title)}</a>,
        },
        { key: 'kind', title: t('kind'), cell: (form) => formKindWord(form.kind) },
        { key: 'unit', title: t('where'), cell: (form) => form.unit.name },
        { key: 'state', title: t('state'), cell: stateWords },
        { key: 'updated', title: t('changedOn'), whole: true, cell: (form) => momentWords(form.updatedAt) },
        { key: 'runs', title: t('runs'), cell: (form) => t('runsN', { n: form.campaigns }) },
        {
          key: 'start',
          title: t('acts'),
          cell: (form) =>
            props.mayEdit && (
              <span class="line form-acts">
                {form.version > 0 && !form.archived && (
                  <LinkButton small href={`/staff/forms/${form.id}/open`}>
                    {t('start')}
                  </LinkButton>
                )}
                <Button
                  small
                  busy={props.busy}
                  label={ui('about', { what: t('copy'), of: formTitle(form.title) })}
                  onClick={() => props.onCopy(form)}
                >
                  {t('copy')}
                </Button>
              </span>
            ),
        },
      ]}
    />
  );
}
