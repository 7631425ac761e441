// A picture or a video of the author's: chosen, sent, looked at, taken out again.
import { useId } from 'preact/hooks';
import { uploadMedia } from '../../../schema/api/files.ts';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { t } from './words.ts';

const accepts = { image: 'image/jpeg,image/png,image/webp,image/gif', video: 'video/mp4,video/webm' };

export function MediaField(props: {
  form: string;
  kind: 'image' | 'video';
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const id = useId();
  const { busy, problem, act } = useAct();
  return (
    <div class="field media-field">
      <label for={id}>{props.label}</label>
      {props.value &&
        (props.kind === 'image' ? (
          <img src={`/m/${props.value}`} alt="" />
        ) : (
          // biome-ignore lint/a11y/useMediaCaption: a look at what was chosen
          <video src={`/m/${props.value}`} controls preload="metadata" />
        ))}
      {problem && <p class="field-error">{problem}</p>}
      <div class="line">
        <input
          id={id}
          type="file"
          accept={accepts[props.kind]}
          disabled={busy}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (file)
              act(async () => {
                const { id: made } = await call(uploadMedia, { params: { form: props.form }, content: file });
                props.onChange(made);
              });
          }}
        />
        {busy && <span role="status">{t('mediaSending')}</span>}
        {props.value && (
          <Button small onClick={() => props.onChange(undefined)}>
            {t('mediaRemove')}
          </Button>
        )}
      </div>
    </div>
  );
}
