// The type of a question, and what it can become. Once residents have answered it, another way of counting is another
// question: it takes the place of the old one, whose answers stay.
import type { FieldType } from '../../../../schema/fields/registry.ts';
import type { Question } from '../../../../schema/form/definition.ts';
import { Select } from '../../../ui/select.tsx';
import { toast } from '../../../ui/toast.tsx';
import type { Builder } from '../builder.ts';
import type { Published } from '../findings-of.ts';
import { focusSoon } from '../focus.ts';
import { typeWord } from '../types/words.ts';
import { changedType, countsApart, replacedAnew, typesWithoutLoss } from './change-type.ts';
import { t } from './words.ts';

const selectId = 'type-of-question';

export function TypeOf(props: {
  question: Question;
  builder: Builder;
  published: Published | undefined;
  onUndo: () => void;
}) {
  const { question, builder } = props;
  const types = typesWithoutLoss(question);
  if (types.length < 2) return null;
  const { definition, earlier = [] } = props.published ?? {};
  const before = [...(definition?.questions ?? []), ...earlier].filter(({ id }) => id === question.id);
  const change = (type: FieldType) => {
    const next = changedType(question, type);
    if (!next || type === question.type) return;
    if (!countsApart(next, before)) return builder.changeQuestion(next);
    const anew = replacedAnew(builder.definition, next);
    builder.change(anew.definition);
    builder.choose(anew.id, false);
    focusSoon(selectId);
    toast(t('typeAnew', { type: typeWord(type) }), props.onUndo);
  };
  return (
    <Select
      id={selectId}
      label={t('type')}
      hint={t(before.length > 0 ? 'typePublished' : 'typeHint')}
      value={question.type}
      options={types.map((type) => ({ value: type, label: typeWord(type) }))}
      onChange={change}
    />
  );
}
