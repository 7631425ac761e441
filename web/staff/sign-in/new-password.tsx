// A new password, typed twice. The Worker judges how good it is; here only what is plainly wrong is said at once.
import { TextField } from '../../ui/text-field.tsx';
import { t } from '../words.ts';

export interface NewPassword {
  next: string;
  repeat: string;
  /** the button was pressed: say what is wrong */
  tried: boolean;
}
export const nothingTyped: NewPassword = { next: '', repeat: '', tried: false };

export const shortest = 8;
export const fits = ({ next, repeat }: NewPassword) => next.length >= shortest && next === repeat;

export function NewPasswordFields(props: { value: NewPassword; onChange: (value: NewPassword) => void }) {
  const { value } = props;
  const { next, repeat, tried } = value;
  return (
    <>
      <TextField
        label={t('next')}
        hint={t('nextHint')}
        type="password"
        value={next}
        onInput={(typed) => props.onChange({ ...value, next: typed })}
        autocomplete="new-password"
        error={tried && next.length < shortest ? t('short', { length: next.length }) : undefined}
      />
      <TextField
        label={t('repeat')}
        type="password"
        value={repeat}
        onInput={(typed) => props.onChange({ ...value, repeat: typed })}
        autocomplete="new-password"
        error={tried && next.length >= shortest && next !== repeat ? t('differ') : undefined}
      />
    </>
  );
}
