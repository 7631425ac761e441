// Correcting an answer: the questions as plain fields, read and checked by the same code as the residents' page.
import { useState } from 'preact/hooks';
import { editResponse, type ResponseRow } from '../../../schema/api/responses.ts';
import type { AnswerProblem } from '../../../schema/fields/field.ts';
import { fieldOf } from '../../../schema/fields/registry.ts';
import { compile } from '../../../schema/form/compile.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { answerWords } from '../../../schema/words/answers.ts';
import { fillIn } from '../../../schema/words/language.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { language } from '../../ui/words/language.ts';
import { t as ui } from '../../ui/words/ui.ts';
import { AnswerField } from './answer-field.tsx';
import { t } from './words.ts';

function sentenceFor(problem: AnswerProblem): string {
  const words: Readonly<Record<string, string>> = answerWords[language()];
  return fillIn(words[problem.code] ?? problem.code, problem.args);
}

export function Correction(props: {
  campaign: string;
  row: ResponseRow;
  definition: Definition;
  opensAt: number;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { campaign, row, definition } = props;
  const [form] = useState(() => compile(definition));
  const [answers, setAnswers] = useState<Record<string, unknown>>(row.answers);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const outcome = form.check(answers, { opens: props.opensAt });
  const wrong = tried ? outcome.problems : {};
  const send = () =>
    act(async () => {
      setTried(true);
      if (!reason.trim() || Object.keys(outcome.problems).length > 0) return;
      const saved = await call(editResponse, {
        params: { campaign, response: row.id },
        body: { rev: row.rev, reason: reason.trim(), answers: outcome.answers },
      });
      toast(saved.dropped.length > 0 ? t('droppedNote', { n: saved.dropped.length }) : t('corrected'));
      props.onDone();
    });
  return (
    <form
      class="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{t('correctTitle')}</h2>
      {definition.questions
        .filter((question) => fieldOf(question).asks && outcome.visible.has(question.id))
        .map((question) => {
          const found = wrong[question.id];
          return (
            <AnswerField
              key={question.id}
              question={question}
              answer={answers[question.id]}
              error={found ? sentenceFor(found) : undefined}
              onChange={(answer) => setAnswers({ ...answers, [question.id]: answer })}
            />
          );
        })}
      <TextField
        label={t('reason')}
        hint={t('reasonHint')}
        maxLength={200}
        value={reason}
        onInput={setReason}
        error={tried && !reason.trim() ? t('needReason') : undefined}
      />
      {problem && <Banner kind="warn">{problem}</Banner>}
      <div class="line">
        <Button type="submit" kind="primary" busy={busy}>
          {t('correctAct')}
        </Button>
        <Button onClick={props.onCancel}>{ui('cancel')}</Button>
      </div>
    </form>
  );
}
