// The saved draft as residents will see it, on a phone. What can't be shown is left out, and it is said why.
import { useMemo, useState } from 'preact/hooks';
import { ownTongue, tonguesOf } from '../../../schema/form/localize.ts';
import { showable } from '../../../schema/form/showable.ts';
import { type Tongue, tongues } from '../../../schema/words/tongues.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { sentenceOf } from './finding-sentence.ts';
import type { Keeper } from './keeper.ts';
import { t } from './words.ts';

export function Phone(props: { keeper: Keeper; onMissing: () => void }) {
  const [loads, setLoads] = useState(0);
  const { form, definition } = props.keeper;
  const { definition: shown, missing } = useMemo(() => showable(definition), [definition]);
  const offered = tonguesOf(definition);
  const [asked, setAsked] = useState<Tongue>();
  const tongue = offered.find((one) => one === asked) ?? ownTongue(definition);
  return (
    <div class="stack tight">
      <div class="line apart">
        <span class="note">{t('previewNote')}</span>
        <Button small onClick={() => setLoads(loads + 1)}>
          {t('previewReload')}
        </Button>
      </div>
      {offered.length > 1 && (
        <Select
          label={t('previewIn')}
          value={tongue}
          options={offered.map((value) => ({ value, label: tongues[value] }))}
          onChange={setAsked}
        />
      )}
      {missing.length > 0 && (
        <div class="banner warn" role="status">
          <p>{t('previewMissing')}</p>
          <ul class="bare stack tight">
            {missing.map((one) => (
              <li key={`${one.code} ${one.at}`}>{sentenceOf(one, definition)}</li>
            ))}
          </ul>
          <Button small kind="outlined" onClick={props.onMissing}>
            {t('previewMend')}
          </Button>
        </div>
      )}
      {shown ? (
        // A saved draft has a new revision, and so a new address: the page inside follows by itself.
        <iframe
          key={`${form.rev}-${loads}-${tongue}`}
          class="phone-preview"
          title={t('previewTitle')}
          src={`/staff/preview/${form.id}?rev=${form.rev}&in=${tongue}`}
        />
      ) : (
        <p class="note">{t('previewNone')}</p>
      )}
    </div>
  );
}
