// The templates: those of the branch first where there are any, then the shipped ones, a tab for each group; or by words
// over all of them.
import { useState } from 'preact/hooks';
import type { FormSummary } from '../../../schema/api/forms.ts';
import { listTemplates } from '../../../schema/api/templates.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { type Template, templateGroups } from '../../../schema/form/templates/template.ts';
import { templates } from '../../../schema/form/templates.ts';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { language } from '../../ui/words/language.ts';
import { findLocal, findTemplates } from './find-templates.ts';
import { LocalTemplates } from './local-templates.tsx';
import { TemplateCard } from './template-card.tsx';
import { t } from './template-words.ts';
import { t as start } from './words.ts';

/** What a form begins with. */
export interface Start {
  definition: Definition;
  kind: FormSummary['kind'];
  listed: boolean;
}

interface Props {
  /** the area that the preview speaks for */
  unit: string;
  busy: boolean;
  onUse: (start: Start) => void;
}

const localTab = 'local';

export function TemplateChooser(props: Props) {
  const [words, setWords] = useState('');
  const [group, setGroup] = useState<string>(templateGroups[0]);
  const own = useLoad('templates', () => call(listTemplates, {}));
  const local = own.value?.templates ?? [];
  const wanted = words.trim();
  const shipped = findTemplates(templates, wanted, t);
  const mine = findLocal(local, wanted);
  const cut = own.value?.more === true && <p class="note">{t('localCut')}</p>;
  const count = shipped.length + mine.length;
  return (
    <div class="stack">
      <div class="template-find stack tight">
        <TextField label={t('find')} hint={t('findHint')} type="search" value={words} onInput={setWords} />
        <p class="note" role="status">
          {wanted !== '' && (count > 0 ? t('found', { n: count }) : t('foundNone'))}
        </p>
      </div>
      {wanted === '' ? (
        <Tabs
          label={t('groups')}
          tabs={[
            ...templateGroups.map((key) => ({
              key: String(key),
              title: t(key),
              panel: () => <Shipped {...props} list={templates.filter((one) => one.group === key)} />,
            })),
            {
              key: localTab,
              title: local.length > 0 ? t('localN', { n: local.length }) : t('local'),
              panel: () => (
                <Loading from={own}>
                  {() => (
                    <>
                      <LocalTemplates {...props} list={local} onChange={own.again} />
                      {cut}
                    </>
                  )}
                </Loading>
              ),
            },
          ]}
          chosen={group}
          onChoose={setGroup}
        />
      ) : (
        <>
          {mine.length > 0 && <LocalTemplates {...props} list={mine} onChange={own.again} />}
          {cut}
          <Shipped {...props} list={shipped} />
        </>
      )}
    </div>
  );
}

const Shipped = (props: Props & { list: readonly Template[] }) => (
  <ul class="bare run-cards">
    {props.list.map((template) => (
      <li key={template.id} class="card stack tight template-card">
        <TemplateCard
          definition={template.definition}
          summary={template.summary[language()]}
          unit={props.unit}
          busy={props.busy}
          onUse={() => props.onUse({ ...template, listed: !template.unlisted })}
        >
          {template.kind === 'owner-vote' && (
            <p>
              <a href="/staff/owner-votes?new">{start('useOwnerVote')}</a>
            </p>
          )}
        </TemplateCard>
      </li>
    ))}
  </ul>
);
