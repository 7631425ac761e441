// Options in a drawn order.
import { Choice } from '../../../ui/choice.tsx';
import { shufflable } from '../types/features.ts';
import type { Extra, ExtraProps } from './extra.ts';
import { t } from './words.ts';

export const shuffle: Extra = {
  key: 'shuffle',
  fits: shufflable,
  says: (question) => (shufflable(question) && question.shuffle ? [t('shuffle-says')] : []),
  Panel: Shuffle,
};

function Shuffle({ question, builder }: ExtraProps) {
  if (!shufflable(question)) return null;
  return (
    <Choice
      kind="box"
      checked={question.shuffle ?? false}
      onChange={(on) => builder.changeQuestion({ ...question, shuffle: on || undefined })}
      label={t('shuffle')}
      note={t('shuffleHint')}
    />
  );
}
