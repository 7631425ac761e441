// A question that is required only sometimes: 第2题选了“有”时必填.
import { fieldOf } from '../../../../schema/fields/registry.ts';
import { readable } from '../logic/answers.ts';
import { conditionWords } from '../logic/condition-words.ts';
import { nearest, When } from '../logic/when.tsx';
import type { Extra, ExtraProps } from './extra.ts';
import { t } from './words.ts';

export const requiredIf: Extra = {
  key: 'requiredIf',
  needs: 'logic',
  fits: (question) => fieldOf(question).asks && (!question.required || question.requiredIf !== undefined),
  says: (question, definition) =>
    question.requiredIf
      ? [t('requiredIf-says', { words: conditionWords(question.requiredIf, definition) })]
      : [],
  Panel: RequiredIf,
};

function RequiredIf({ question, builder }: ExtraProps) {
  const { definition } = builder;
  const sources = readable(definition, question.id);
  return (
    <When
      legend={t('requiredIf')}
      hideLegend
      always={t('requiredNever')}
      only={t('requiredWhen')}
      condition={question.requiredIf}
      definition={definition}
      sources={sources}
      likely={nearest(definition, question.id, sources)}
      onChange={(condition) => builder.changeQuestion({ ...question, requiredIf: condition })}
    />
  );
}
