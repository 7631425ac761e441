// The answers of one response, question by question: in words, masked where they are sensitive until somebody asks for the
// whole, and its files to look at.
import { useState } from 'preact/hooks';
import { readAttachment } from '../../../schema/api/files.ts';
import { type ResponseRow, revealResponse } from '../../../schema/api/responses.ts';
import { fieldOf, holdsAnswer } from '../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import { plainForm } from '../../../schema/logic/plain.ts';
import { Button } from '../../ui/button.tsx';
import { addressOf, call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { numbersOf } from '../form/numbering.ts';
import { t } from './words.ts';

interface Props {
  campaign: string;
  row: ResponseRow;
  definition: Definition;
}

export function Sheet({ campaign, row, definition }: Props) {
  const [whole, setWhole] = useState<Readonly<Record<string, unknown>>>();
  const { busy, problem, act } = useAct();
  const answers = whole ?? row.answers;
  const numbers = numbersOf(definition);
  const reveal = () =>
    act(async () =>
      setWhole((await call(revealResponse, { params: { campaign, response: row.id } })).answers),
    );
  return (
    <>
      <dl class="answer-sheet">
        {plainForm(definition)
          .questions.filter(holdsAnswer)
          .map((question) => (
            <div key={question.id}>
              <dt>{[numbers.get(question.id), question.title].filter(Boolean).join('. ')}</dt>
              {Object.hasOwn(answers, question.id) ? (
                <dd>
                  {linesOf(answers[question.id], question).join('\n')}
                  <Files campaign={campaign} row={row} question={question} answer={answers[question.id]} />
                </dd>
              ) : Object.hasOwn(row.masks, question.id) ? (
                <dd>{row.masks[question.id]}</dd>
              ) : (
                <dd class="dim">{t('unanswered')}</dd>
              )}
            </div>
          ))}
      </dl>
      {!whole && Object.keys(row.masks).length > 0 && (
        <div class="line">
          <Button small kind="outlined" busy={busy} onClick={reveal}>
            {t('reveal')}
          </Button>
          <span class="note">{t('revealNote')}</span>
          {problem && <p class="field-error">{problem}</p>}
        </div>
      )}
    </>
  );
}

/** A table is read row by row. */
const linesOf = (answer: unknown, question: Question): string[] =>
  ('rows' in question ? question.rows.map((row) => ({ ...question, rows: [row] })) : [question])
    .map((part) => fieldOf(part).words(answer, part))
    .filter((words) => words !== '');

interface FilesProps {
  campaign: string;
  row: ResponseRow;
  question: Question;
  answer: unknown;
}

function Files({ campaign, row, question, answer }: FilesProps) {
  const field = fieldOf(question);
  const files = field.files?.(answer) ?? [];
  if (files.length === 0) return null;
  const kinds = field.limits?.(question).kinds ?? [];
  return (
    <ul class="bare line answer-files">
      {files.map((file, index) => {
        const href = addressOf(readAttachment, { params: { campaign, response: row.id, file } });
        const name = t('fileN', { n: index + 1 });
        return (
          <li key={file}>
            {kinds.every((kind) => kind === 'image') ? (
              <a href={href} target="_blank" rel="noopener">
                <img src={href} alt={`${question.title} ${name}`} loading="lazy" />
              </a>
            ) : kinds.every((kind) => kind === 'audio') ? (
              // biome-ignore lint/a11y/useMediaCaption: what a resident said has no captions
              <audio controls src={href} aria-label={`${question.title} ${name}`} />
            ) : (
              <a href={href} download>
                {name}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
