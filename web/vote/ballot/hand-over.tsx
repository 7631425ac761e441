// A ballot on a device that is not the elector's own: it is handed over first; and who walks off before casting takes the slip
// along, because the device forgets the ballot and nobody hands out another.
import { useEffect, useState } from 'preact/hooks';
import type { Kept } from './kept.ts';
import { SlipPicture } from './slip.tsx';
import { t } from './words.ts';

export const HandOver = (props: { begin: () => void; leave: () => void }) => (
  <>
    <h1>{t('handOver')}</h1>
    <p>{t('handOverHelp')}</p>
    <button type="button" class="primary" onClick={props.begin}>
      {t('handedOver')}
    </button>
    <button type="button" class="plain" onClick={props.leave}>
      {t('notNow')}
    </button>
  </>
);

export function Leave(props: { kept: Kept; stay: () => void; forget: () => void; verb: string }) {
  const [has, setHas] = useState(false);
  useEffect(() => scrollTo(0, 0), []);
  return (
    <>
      <h1>{t('notNow')}</h1>
      <p class="notice late">{t('leaveHelp')}</p>
      <SlipPicture kept={props.kept} open />
      <div class="tools">
        <button type="button" onClick={() => print()}>
          {t('printSlip')}
        </button>
      </div>
      <div class="choices">
        <div class="choice">
          <input
            type="checkbox"
            id="has-slip"
            checked={has}
            onChange={(event) => setHas(event.currentTarget.checked)}
          />
          <label for="has-slip">{t('leaveTold')}</label>
        </div>
      </div>
      <button type="button" class="primary" disabled={!has} onClick={props.forget}>
        {props.verb}
      </button>
      <button type="button" class="plain" onClick={props.stay}>
        ‹ {t('goBack')}
      </button>
    </>
  );
}
