// A new form: from a template, or a blank sheet of one's own.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Body } from '../../../schema/api/endpoint.ts';
import { createForm } from '../../../schema/api/forms.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { useAct } from '../../ui/load.ts';
import { Select } from '../../ui/select.tsx';
import { formKindWord } from '../../ui/words/kinds.ts';
import { Page } from '../page.tsx';
import { editorBranches, useSession } from '../session.ts';
import { t as staff } from '../words.ts';
import { TemplateChooser } from './template-chooser.tsx';
import { t } from './words.ts';

const kinds = ['survey', 'evaluation'] as const;
type Kind = (typeof kinds)[number];
type FormKind = Body<typeof createForm>['kind'];

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
  const { busy, problem, act } = useAct();
  const make = (definition: Definition, formKind: FormKind = kind, listed = true) =>
    act(async () => {
      const form = await call(createForm, {
        params: { unit },
        body: { kind: formKind, definition, listed },
      });
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
      {problem && <Banner kind="warn">{problem}</Banner>}
      {branches.length > 1 && (
        <Select
          label={t('where2')}
          value={unit}
          onChange={setUnit}
          options={branches.map((branch) => ({ value: branch.id, label: branch.name }))}
        />
      )}
      <section class="stack tight">
        <h2>{t('paste')}</h2>
        <p>{t('pasteNote')}</p>
        <div>
          <LinkButton kind="outlined" href={`/staff/new/import?unit=${unit}`}>
            {t('usePaste')}
          </LinkButton>
        </div>
      </section>
      <section class="stack">
        <h2>{t('fromTemplate')}</h2>
        <TemplateChooser
          unit={unit}
          busy={busy}
          onUse={(template) => make(template.definition, template.kind, !template.unlisted)}
        />
      </section>
      <section class="sheet">
        <h2>{t('blank')}</h2>
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
        <div>
          <Button kind="outlined" busy={busy} onClick={() => make(blank(kind))}>
            {t('useBlank')}
          </Button>
        </div>
      </section>
    </Page>
  );
}
