// One template: what it is for, how much it asks, its first questions as a picture, all of them in words; seen whole, and
// taken.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { minutesOf } from '../../../schema/form/minutes.ts';
import { unpiped } from '../../../schema/logic/pipe.ts';
import { Button } from '../../ui/button.tsx';
import { t as ui } from '../../ui/words/ui.ts';
import { Glance } from './glance.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { t } from './template-words.ts';

export function TemplateCard(props: {
  definition: Definition;
  summary: string;
  unit: string;
  busy: boolean;
  onUse: () => void;
  /** what only some have */
  children?: ComponentChildren;
}) {
  const { definition } = props;
  const [open, setOpen] = useState(false);
  const asked = definition.questions.filter((question) => fieldOf(question).asks);
  const named = (what: string) => ui('about', { what, of: definition.title });
  return (
    <>
      <h3>{definition.title}</h3>
      <p>{props.summary}</p>
      <Glance definition={definition} />
      <p class="note">{t('note', { questions: asked.length, minutes: minutesOf(definition) })}</p>
      {props.children}
      <details>
        <summary>{t('list')}</summary>
        <ol class="template-questions note">
          {asked.map((question) => (
            <li key={question.id}>{unpiped(question.title, () => undefined)}</li>
          ))}
        </ol>
      </details>
      <div class="line">
        <Button kind="outlined" busy={props.busy} label={named(t('use'))} onClick={props.onUse}>
          {t('use')}
        </Button>
        <Button label={named(t('seeLong'))} onClick={() => setOpen(true)}>
          {t('see')}
        </Button>
      </div>
      {open && (
        <TemplatePreview
          definition={definition}
          unit={props.unit}
          busy={props.busy}
          onUse={props.onUse}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
