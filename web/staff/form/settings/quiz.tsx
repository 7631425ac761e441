// A question of a test: which answer is right, what it is worth, what is said afterwards.
import { Button } from '../../../ui/button.tsx';
import { Choice, ChoiceGroup } from '../../../ui/choice.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { kindOf, valuesOf } from '../logic/answers.ts';
import { testable } from '../types/features.ts';
import { NumberSetting } from '../types/settings-fields.tsx';
import type { Extra, ExtraProps } from './extra.ts';
import { t } from './words.ts';

export const quiz: Extra = {
  key: 'quiz',
  needs: 'scores',
  fits: testable,
  says: (question) =>
    testable(question) && question.quiz ? [t('quiz-says', { points: question.quiz.points })] : [],
  Panel: Quiz,
};

const fresh = { right: [], points: 1 };
const mostRight = 50;

function Quiz({ question, builder }: ExtraProps) {
  if (!testable(question)) return null;
  const set = (next: typeof question.quiz) =>
    builder.changeQuestion({ ...question, quiz: next }, `quiz-${question.id}`);
  const { right, points, explain } = question.quiz ?? { ...fresh, explain: undefined };
  const one = kindOf(question) === 'option' || (question.type === 'image-choice' && !question.several);
  const tick = (key: string, on: boolean) => {
    const ticked = one ? (on ? [key] : []) : on ? [...right, key] : right.filter((id) => id !== key);
    set(ticked.length > 0 ? { points, explain, right: ticked.slice(0, mostRight) } : undefined);
  };
  return (
    <>
      {!question.quiz && <p class="note">{t('quizNone')}</p>}
      <ChoiceGroup legend={t('quizRight')}>
        {valuesOf(question).map(({ key, label }) => (
          <Choice
            key={key}
            kind={one ? 'radio' : 'box'}
            name={`right-${question.id}`}
            checked={right.includes(key)}
            onChange={(on) => tick(key, on)}
            label={label}
          />
        ))}
      </ChoiceGroup>
      {question.quiz && (
        <>
          <NumberSetting
            label={t('quizPoints')}
            min={0}
            max={100}
            value={points}
            onChange={(next) => set({ right, points: next, explain })}
          />
          <TextField
            label={t('quizExplain')}
            optional
            lines={2}
            maxLength={500}
            value={explain ?? ''}
            onInput={(text) => set({ right, points, explain: text.trim() === '' ? undefined : text })}
          />
          <div>
            <Button small onClick={() => set(undefined)}>
              {t('quizOff')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
