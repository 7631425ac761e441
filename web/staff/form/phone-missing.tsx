// What the preview leaves out of a draft that is not right yet, and why.
import { useEffect, useMemo } from 'preact/hooks';
import type { Definition } from '../../../schema/form/definition.ts';
import { showable } from '../../../schema/form/showable.ts';
import { Button } from '../../ui/button.tsx';
import { sentenceOf } from './finding-sentence.ts';
import { t } from './words.ts';

export function PhoneMissing(props: {
  definition: Definition;
  onMend: () => void;
  /** whether there is anything to show */
  onKnown: (shows: boolean) => void;
}) {
  const { definition, onMend, onKnown } = props;
  const { definition: shown, missing } = useMemo(() => showable(definition), [definition]);
  const shows = shown !== undefined;
  useEffect(() => onKnown(shows), [shows]);
  if (missing.length > 0)
    return (
      <div class="banner warn" role="status">
        <p>{t('previewMissing')}</p>
        <ul class="bare stack tight">
          {missing.map((one) => (
            <li key={`${one.code} ${one.at}`}>{sentenceOf(one, definition)}</li>
          ))}
        </ul>
        <Button small kind="outlined" onClick={onMend}>
          {t('previewMend')}
        </Button>
      </div>
    );
  return shown ? null : <p class="note">{t('previewNone')}</p>;
}
