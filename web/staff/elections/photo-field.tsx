// A picture of somebody who stands, made small before it is sent: residents load a page of them on their phones.
import { useId } from 'preact/hooks';
import { type Candidate, decideCandidate, uploadPhoto } from '../../../schema/api/elections.ts';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { toast } from '../../ui/toast.tsx';
import { t } from './words.ts';

/** The longer side, in points. */
const side = 720;

/** Undefined for what the browser cannot show. */
async function small(file: File): Promise<Blob | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', 0.85));
}

export function PhotoField(props: { one: Candidate; contest: string; onKept: () => void }) {
  const { one } = props;
  const id = useId();
  const { busy, problem, act } = useAct();
  const params = { contest: props.contest, candidate: one.id };
  const keep = (file: File) =>
    act(async () => {
      const content = await small(file);
      if (!content) return toast(t('photoBroken'));
      await call(uploadPhoto, { params, content });
      toast(t('photoKept'));
      props.onKept();
    });
  const takeAway = () =>
    act(async () => {
      await call(decideCandidate, { params, body: { rev: one.rev, photo: null, reason: one.reason } });
      props.onKept();
    });
  return (
    <div class={`field${problem ? ' wrong' : ''}`}>
      <label for={id}>{t('photo')}</label>
      {problem && <span class="field-error">{problem}</span>}
      <input
        id={id}
        class="input"
        type="file"
        accept="image/jpeg,image/png,image/webp"
        disabled={busy}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) keep(file);
        }}
      />
      {one.photo && (
        <div>
          <Button small busy={busy} onClick={takeAway}>
            {t('photoAway')}
          </Button>
        </div>
      )}
    </div>
  );
}
