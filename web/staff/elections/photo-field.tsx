// A picture of somebody who stands, made small before it is sent: residents load a page of them on their phones.
import { useId } from 'preact/hooks';
import { type Candidate, decideCandidate, uploadPhoto } from '../../../schema/api/elections.ts';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { toast } from '../../ui/toast.tsx';
import { smallPicture } from '../small-picture.ts';
import { t } from './words.ts';

/** The longer side, in points. */
const side = 720;

export function PhotoField(props: { one: Candidate; contest: string; onKept: () => void }) {
  const { one } = props;
  const id = useId();
  const { busy, problem, act } = useAct();
  const params = { contest: props.contest, candidate: one.id };
  const keep = (file: File) =>
    act(async () => {
      const content = await smallPicture(file, side);
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
