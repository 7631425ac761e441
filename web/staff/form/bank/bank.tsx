// The bank of questions: own ones and those of the branch, found by words, added to the form.
import { useState } from 'preact/hooks';
import {
  type BankQuestion,
  keepQuestion,
  listBank,
  removeFromBank,
} from '../../../../schema/api/templates.ts';
import type { Question } from '../../../../schema/form/definition.ts';
import { textsOf } from '../../../../schema/form/texts.ts';
import { Button } from '../../../ui/button.tsx';
import { call } from '../../../ui/call.ts';
import { hasWords } from '../../../ui/has-words.ts';
import { useAct, useLoad } from '../../../ui/load.ts';
import { Loading } from '../../../ui/loading.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast.tsx';
import { titleOf } from '../numbering.ts';
import { typeWord } from '../types/words.ts';
import { t } from './words.ts';

const saidIn = ({ question }: BankQuestion) => {
  const form = { title: '', layout: 'steps' as const, questions: [question] };
  return [typeWord(question.type), ...textsOf(form).map(({ text }) => text)].join('\n');
};

/** `onAdd`: false where it was not added. */
export function Bank(props: { onAdd: (question: Question) => boolean }) {
  const [words, setWords] = useState('');
  const bank = useLoad('bank', () => call(listBank, {}));
  const has = hasWords(words);
  return (
    <section class="card stack tight bank" aria-label={t('bank')}>
      <TextField type="search" label={t('find')} value={words} onInput={setWords} />
      <Loading from={bank}>
        {({ questions }) => {
          const found = questions.filter((one) => has(saidIn(one)));
          if (questions.length === 0) return <p class="note">{t('none')}</p>;
          if (found.length === 0) return <p class="note">{t('noneFound', { words: words.trim() })}</p>;
          return (
            <ul class="bare">
              {found.map((kept) => (
                <li key={kept.id} class="line apart">
                  <Kept kept={kept} onAdd={props.onAdd} onChange={bank.again} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loading>
    </section>
  );
}

function Kept(props: { kept: BankQuestion; onAdd: (question: Question) => boolean; onChange: () => void }) {
  const { kept, onChange } = props;
  const { question, shared, unit } = kept;
  const { busy, problem, act } = useAct();
  const title = titleOf(question);
  const remove = () =>
    act(async () => {
      await call(removeFromBank, { params: { question: kept.id } });
      onChange();
      toast(t('removed'), () =>
        call(keepQuestion, { params: { unit: unit.id }, body: { question, shared } }).then(onChange),
      );
    });
  return (
    <>
      <span>
        {title}
        <span class="note">
          {' '}
          {[typeWord(question.type), shared ? t('shared', { unit: unit.name }) : t('own')].join(' · ')}
        </span>
        {problem && <span class="field-error">{problem}</span>}
      </span>
      <span class="question-acts">
        {kept.mayRemove && (
          <Button small busy={busy} label={t('removeOf', { title })} onClick={remove}>
            {t('remove')}
          </Button>
        )}
        <Button
          small
          kind="outlined"
          label={t('addOf', { title })}
          onClick={() => {
            if (props.onAdd(question)) toast(t('added', { title }));
          }}
        >
          {t('add')}
        </Button>
      </span>
    </>
  );
}
