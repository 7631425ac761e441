// Only the options (or rows) that were, or were not, chosen in an earlier question.
import { Choice } from '../../../ui/choice.tsx';
import { Select } from '../../../ui/select.tsx';
import { called } from '../logic/names.ts';
import { choicesOf } from '../numbering.ts';
import { carriable } from '../types/features.ts';
import { carrying, carrySources } from './carrying.ts';
import type { Extra, ExtraProps } from './extra.ts';
import { t } from './words.ts';

export const carry: Extra = {
  key: 'carry',
  needs: 'logic',
  fits: carriable,
  says: (question, definition) =>
    carriable(question) && question.carry
      ? [t(`carry-${question.carry.pick}-says`, { q: called(definition, question.carry.from) })]
      : [],
  Panel: CarryPanel,
};

const picks = [
  { pick: undefined, word: 'carryNone' },
  { pick: 'chosen', word: 'carryChosen' },
  { pick: 'others', word: 'carryOthers' },
] as const;

function CarryPanel({ question, builder }: ExtraProps) {
  if (!carriable(question)) return null;
  const { definition } = builder;
  const sources = carrySources(definition, question.id);
  const last = sources.at(-1);
  if (!last && !question.carry) return <p class="note">{t('carryNo')}</p>;
  const put = (pick: 'chosen' | 'others' | undefined, from = question.carry?.from ?? last?.id) => {
    const set = pick && from !== undefined ? { from, pick } : undefined;
    const source = sources.find(({ id }) => id === set?.from);
    builder.changeQuestion(carrying(question, set, source));
  };
  const { from } = question.carry ?? {};
  const known = sources.some(({ id }) => id === from);
  return (
    <fieldset class="stack tight">
      <legend class="away">{t('carry')}</legend>
      {picks.map(({ pick, word }) => (
        <Choice
          key={word}
          kind="radio"
          name={`carry-${question.id}`}
          checked={question.carry?.pick === pick}
          onChange={() => put(pick)}
          label={t(word)}
        />
      ))}
      {question.carry && from !== undefined && (
        <>
          <Select
            label={t('carryFrom')}
            value={from}
            options={[
              ...(known ? [] : [{ value: from, label: called(definition, from) }]),
              ...choicesOf(definition, sources),
            ]}
            onChange={(id) => put(question.carry?.pick, id)}
          />
          <p class="note">{t('carryNote')}</p>
        </>
      )}
    </fieldset>
  );
}
