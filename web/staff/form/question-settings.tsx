// What can be set for the chosen question.
import type { Builder } from './builder.ts';
import type { Published } from './findings-of.ts';
import { readable } from './logic/answers.ts';
import { nearest, When } from './logic/when.tsx';
import { nameOf, numbersOf } from './numbering.ts';
import { QuestionExtras } from './settings/question-extras.tsx';
import { TypeOf } from './settings/type-of.tsx';
import { SwitchOnLogic } from './switch-on.tsx';
import { useSwitches } from './switches.ts';
import { entryOf } from './types/registry.ts';
import { t } from './words.ts';

export function QuestionSettings(props: {
  builder: Builder;
  published: Published | undefined;
  onUndo: () => void;
}) {
  const { builder } = props;
  const { on } = useSwitches();
  const question = builder.definition.questions.find((one) => one.id === builder.chosen);
  if (!question) return <p class="note">{t('chooseFirst')}</p>;
  const { Settings } = entryOf(question);
  const name = nameOf(question, numbersOf(builder.definition));
  const sources = readable(builder.definition, question.id);
  return (
    <div class="stack" key={question.id}>
      <h2 class="small">{t('settingsOf', { name })}</h2>
      <TypeOf question={question} builder={builder} published={props.published} onUndo={props.onUndo} />
      {Settings && (
        <Settings
          question={question}
          form={builder.form}
          definition={builder.definition}
          change={(next) => builder.changeQuestion(next, `settings-${question.id}`)}
        />
      )}
      {on.has('logic') ? (
        <When
          legend={t(question.type === 'page-break' ? 'showPage' : 'showIf')}
          at={`q.${question.id}.showIf`}
          always={t('showAlways')}
          only={t('showWhen')}
          condition={question.showIf}
          definition={builder.definition}
          sources={sources}
          likely={nearest(builder.definition, question.id, sources)}
          onChange={(showIf) => builder.changeQuestion({ ...question, showIf })}
        />
      ) : (
        <SwitchOnLogic />
      )}
      <QuestionExtras question={question} builder={builder} />
    </div>
  );
}
