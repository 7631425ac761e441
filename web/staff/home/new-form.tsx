// A new form: one thing asked, then a template or a blank sheet.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { createForm, listTemplates } from '../../../schema/api/forms.ts';
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { formKindWord } from '../../ui/words/kinds.ts';
import { Page } from '../page.tsx';
import { editorBranches, useSession } from '../session.ts';
import { t as staff } from '../words.ts';
import { t } from './words.ts';

const kinds = ['survey', 'evaluation'] as const;
type Kind = (typeof kinds)[number];

const blank = (kind: Kind): Definition => ({
  title: t('blankTitle', { kind: formKindWord(kind) }),
  layout: 'steps',
  questions: [],
});

export function NewForm() {
  const { me } = useSession();
  const { route } = useLocation();
  const branches = editorBranches(me);
  const [kind, setKind] = useState<Kind>('survey');
  const [unit, setUnit] = useState(branches[0]?.id ?? '');
  const templates = useLoad('templates', async () => (await call(listTemplates, {})).templates);
  const { busy, problem, act } = useAct();
  const make = (definition: Definition) =>
    act(async () => {
      const form = await call(createForm, { params: { unit }, body: { kind, definition } });
      route(`/staff/forms/${form.id}`);
    });
  const steps = [{ title: staff('home'), href: '/staff/' }, { title: t('newTitle') }];
  if (branches.length === 0)
    return (
      <Page title={t('newTitle')} steps={steps}>
        <Banner>{t('cannot')}</Banner>
      </Page>
    );
  return (
    <Page title={t('newTitle')} steps={steps}>
      <div class="sheet">
        {problem && <Banner kind="warn">{problem}</Banner>}
        <ChoiceGroup legend={t('what')} across hint={t('later')}>
          {kinds.map((one) => (
            <Choice
              key={one}
              kind="radio"
              name="kind"
              checked={kind === one}
              onChange={() => setKind(one)}
              label={t(one)}
              note={t(`${one}Note`)}
            />
          ))}
        </ChoiceGroup>
        {branches.length > 1 && (
          <Select
            label={t('where2')}
            value={unit}
            onChange={setUnit}
            options={branches.map((branch) => ({ value: branch.id, label: branch.name }))}
          />
        )}
      </div>
      <section class="stack">
        <h2>{t('from')}</h2>
        <Loading from={templates}>
          {(list) => (
            <ul class="bare run-cards">
              {list
                .filter((template) => template.kind === kind)
                .map((template) => (
                  <li key={template.id} class="card stack tight">
                    <TemplateCard definition={template.definition} minutes={template.minutes} />
                    <div>
                      <Button
                        kind="outlined"
                        busy={busy}
                        label={`${t('use')}：${template.definition.title}`}
                        onClick={() => make(template.definition)}
                      >
                        {t('use')}
                      </Button>
                    </div>
                  </li>
                ))}
              <li class="card stack tight">
                <h3>{t('blank')}</h3>
                <p class="note">{t('blankNote')}</p>
                <div>
                  <Button kind="outlined" busy={busy} onClick={() => make(blank(kind))}>
                    {t('useBlank')}
                  </Button>
                </div>
              </li>
            </ul>
          )}
        </Loading>
      </section>
    </Page>
  );
}

function TemplateCard(props: { definition: Definition; minutes: number }) {
  const asked = props.definition.questions.filter((question) => fieldOf(question).asks);
  return (
    <>
      <h3>{props.definition.title}</h3>
      <p class="note">{t('templateNote', { questions: asked.length, minutes: props.minutes })}</p>
      <details>
        <summary>{t('preview')}</summary>
        <ol class="template-questions note">
          {asked.map((question) => (
            <li key={question.id}>{question.title}</li>
          ))}
        </ol>
      </details>
    </>
  );
}
