// The shipped templates: a tab for each group, or by words over all of them. Each says what it is for and how much it
// asks, shows its questions, and opens as residents will see it.
import { useState } from 'preact/hooks';
import { fieldOf } from '../../../schema/fields/registry.ts';
import { minutesOf } from '../../../schema/form/minutes.ts';
import { type Template, templateGroups } from '../../../schema/form/templates/template.ts';
import { templates } from '../../../schema/form/templates.ts';
import { unpiped } from '../../../schema/logic/pipe.ts';
import { Button } from '../../ui/button.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { language } from '../../ui/words/language.ts';
import { findTemplates } from './find-templates.ts';
import { t } from './template-words.ts';

interface Props {
  /** the area that the preview speaks for */
  unit: string;
  busy: boolean;
  onUse: (template: Template) => void;
}

export function TemplateChooser(props: Props) {
  const [words, setWords] = useState('');
  const [group, setGroup] = useState<string>(templateGroups[0]);
  const cards = (list: readonly Template[]) => (
    <ul class="bare run-cards">
      {list.map((template) => (
        <li key={template.id} class="card stack tight template-card">
          <Card {...props} template={template} />
        </li>
      ))}
    </ul>
  );
  const found = words.trim() === '' ? undefined : findTemplates(templates, words, t);
  return (
    <div class="stack">
      <div class="template-find stack tight">
        <TextField label={t('find')} hint={t('findHint')} type="search" value={words} onInput={setWords} />
        <p class="note" role="status">
          {found && (found.length > 0 ? t('found', { n: found.length }) : t('foundNone'))}
        </p>
      </div>
      {found === undefined ? (
        <Tabs
          label={t('groups')}
          tabs={templateGroups.map((key) => ({
            key,
            title: t(key),
            panel: () => cards(templates.filter((template) => template.group === key)),
          }))}
          chosen={group}
          onChoose={setGroup}
        />
      ) : (
        cards(found)
      )}
    </div>
  );
}

function Card(props: Props & { template: Template }) {
  const { definition, summary } = props.template;
  const asked = definition.questions.filter((question) => fieldOf(question).asks);
  const named = (act: string) => `${act}：${definition.title}`;
  return (
    <>
      <h3>{definition.title}</h3>
      <p>{summary[language()]}</p>
      <p class="note">{t('note', { questions: asked.length, minutes: minutesOf(definition) })}</p>
      <details>
        <summary>{t('list')}</summary>
        <ol class="template-questions note">
          {asked.map((question) => (
            <li key={question.id}>{unpiped(question.title, () => undefined)}</li>
          ))}
        </ol>
      </details>
      <div class="line">
        <Button
          kind="outlined"
          busy={props.busy}
          label={named(t('use'))}
          onClick={() => props.onUse(props.template)}
        >
          {t('use')}
        </Button>
        <form method="post" action={`/staff/preview/unit/${props.unit}`} target="_blank" rel="noopener">
          <input type="hidden" name="definition" value={JSON.stringify(definition)} />
          <Button type="submit" label={named(t('seeLong'))}>
            {t('see')}
          </Button>
        </form>
      </div>
    </>
  );
}
