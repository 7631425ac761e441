// A template as residents will see it, at the width of a phone, without leaving the page.
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Definition } from '../../../schema/form/definition.ts';
import { Button } from '../../ui/button.tsx';
import { useModal } from '../../ui/modal.ts';
import { t as ui } from '../../ui/words/ui.ts';
import { t } from './template-words.ts';

export function TemplatePreview(props: {
  definition: Definition;
  /** the area that the preview speaks for */
  unit: string;
  busy: boolean;
  onUse: () => void;
  onClose: () => void;
}) {
  const { definition } = props;
  const id = useId();
  const modal = useModal(props.onClose);
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Within the frame Escape would be heard by the page inside.
    heading.current?.focus();
    form.current?.submit();
  }, []);
  return (
    <dialog {...modal} class="dialog template-preview" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1} ref={heading}>
        {t('previewOf', { title: definition.title })}
      </h2>
      <form ref={form} method="post" action={`/staff/preview/unit/${props.unit}`} target={`${id}-page`}>
        <input type="hidden" name="definition" value={JSON.stringify(definition)} />
      </form>
      <iframe name={`${id}-page`} title={t('previewOf', { title: definition.title })} />
      <div class="line">
        <Button kind="primary" busy={props.busy} onClick={props.onUse}>
          {t('use')}
        </Button>
        <Button onClick={props.onClose}>{ui('close')}</Button>
      </div>
    </dialog>
  );
}
