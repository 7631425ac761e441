// Blanks in a sentence: as many as its title has.
import { piecesOf } from '../../../../schema/fields/gap-fill.ts';
import type { QuestionOf } from '../../../../schema/fields/shapes.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Select } from '../../../ui/select.tsx';
import { freshOptionId } from '../fresh-id.ts';
import type { TypeEntry } from './entry.ts';
import { OptionalWord } from './settings-fields.tsx';
import { t } from './settings-words.ts';
import { fresh, typeWord } from './words.ts';

type GapFill = QuestionOf<'gap-fill'>;
export const gapFill: TypeEntry<GapFill> = {
  purpose: 'write',
  make: (id) => ({
    id,
    type: 'gap-fill',
    title: fresh('gaps'),
    gaps: [{ id: freshOptionId(), kind: 'number' }],
  }),
  Settings: ({ question, change }) => {
    const put = (index: number, gap: GapFill['gaps'][number]) =>
      change({ ...question, gaps: question.gaps.map((one, at) => (at === index ? gap : one)) });
    return (
      <>
        <p class="note">{t('gapsHint')}</p>
        {question.gaps.map((gap, index) => (
          <fieldset key={gap.id} class="stack tight">
            <legend class="field-label">{t('gapN', { n: index + 1 })}</legend>
            <Select
              label={t('columnKind')}
              value={gap.kind}
              options={(['text', 'number'] as const).map((value) => ({ value, label: typeWord(value) }))}
              onChange={(kind) => put(index, { ...gap, kind })}
            />
            <OptionalWord
              label={t('gapLabel')}
              maxLength={50}
              value={gap.label}
              onChange={(label) => put(index, { ...gap, label })}
            />
            <Choice
              kind="box"
              checked={gap.optional ?? false}
              onChange={(optional) => put(index, { ...gap, optional: optional || undefined })}
              label={t('gapOptional')}
            />
          </fieldset>
        ))}
      </>
    );
  },
};

/** As many gaps as the title has blanks; those that were there keep their place. */
export const fitGaps = (question: GapFill): GapFill => {
  const blanks = piecesOf(question.title).length - 1;
  const gaps = Array.from({ length: Math.max(1, blanks) }, (_, index) => question.gaps[index]);
  return { ...question, gaps: gaps.map((gap) => gap ?? { id: freshOptionId(), kind: 'text' as const }) };
};
