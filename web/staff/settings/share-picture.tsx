// The picture of links that are shared in chats.
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { t } from './words.ts';

/** 200,000 characters of base64 hold this much. */
const bytesMost = 140_000;

export function SharePicture(props: { value: string; onChange: (value: string) => void }) {
  const [wrong, setWrong] = useState('');
  const take = (file: File | undefined) => {
    if (!file) return;
    if (file.type !== 'image/png' && file.type !== 'image/jpeg') return setWrong(t('pictureWrong'));
    if (file.size > bytesMost) return setWrong(t('pictureTooLarge', { size: Math.round(file.size / 1000) }));
    setWrong('');
    const reader = new FileReader();
    reader.onload = () => props.onChange(String(reader.result));
    reader.readAsDataURL(file);
  };
  return (
    <div class={`field${wrong ? ' wrong' : ''}`}>
      <label for="share-picture">{t('sharePicture')}</label>
      <span class="note">{t('sharePictureHint')}</span>
      {wrong && <span class="field-error">{wrong}</span>}
      <input
        id="share-picture"
        class="input"
        type="file"
        accept="image/png,image/jpeg"
        onChange={(event) => take(event.currentTarget.files?.[0])}
      />
      {props.value && (
        <div class="line">
          <img src={props.value} alt={t('pictureNow')} width={96} height={96} />
          <Button small onClick={() => props.onChange('')}>
            {t('removePicture')}
          </Button>
        </div>
      )}
    </div>
  );
}
