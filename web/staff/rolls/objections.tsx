// Posting a roll and the objections to it: how long they can be made, when each has to be answered, and the answers.
import { useState } from 'preact/hooks';
import {
  addObjection,
  answerObjection,
  listObjections,
  type Objection,
  updateRoll,
} from '../../../schema/api/rolls.ts';
import { answerDue, lastToObject } from '../../../schema/rolls/objections.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { dayLength, dayWords } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import type { RollProps } from './roll-page.tsx';
import { t } from './words.ts';

export function Objections({ view, onChanged }: RollProps) {
  const { roll } = view;
  const [adding, setAdding] = useState(false);
  const loaded = useLoad(`objections ${roll.id} ${view.openObjections}`, () =>
    call(listObjections, { params: { roll: roll.id } }),
  );
  const changed = () => {
    setAdding(false);
    loaded.again();
    onChanged();
  };
  return (
    <section class="stack" aria-label={t('post')}>
      <div class="stack tight">
        <h2>{t('post')}</h2>
        <Posted view={view} onChanged={onChanged} />
        <p class="note">{t('postNote')}</p>
      </div>
      <Loading from={loaded}>
        {({ objections }) => (
          <div class="stack">
            {objections.length === 0 && <p class="note">{t('noObjections')}</p>}
            {objections.map((one) => (
              <One key={one.id} roll={roll.id} objection={one} onChanged={changed} />
            ))}
          </div>
        )}
      </Loading>
      <div>
        <Button small kind="outlined" expanded={adding} onClick={() => setAdding(!adding)}>
          {t('addObjection')}
        </Button>
      </div>
      {adding && <Add view={view} onChanged={changed} />}
    </section>
  );
}

function Posted({ view, onChanged }: RollProps) {
  const { roll } = view;
  const { busy, problem, act } = useAct();
  const post = (postedAt: number | null) =>
    act(async () => {
      await call(updateRoll, { params: { roll: roll.id }, body: { rev: roll.rev, postedAt } });
      onChanged();
    });
  const draft = roll.state === 'draft' && roll.removedAt === null;
  return (
    <div class="line">
      <span>{roll.postedAt === null ? t('notPosted') : postedWords(roll.postedAt, Date.now())}</span>
      {draft &&
        (roll.postedAt === null ? (
          <Button small kind="outlined" busy={busy} onClick={() => post(Date.now())}>
            {t('postNow')}
          </Button>
        ) : (
          <Button small busy={busy} onClick={() => post(null)}>
            {t('postUndo')}
          </Button>
        ))}
      {roll.removedAt === null && (
        <LinkButton small kind="outlined" href={`/print/roll?roll=${roll.id}`}>
          {t('printPosted')}
        </LinkButton>
      )}
      {problem && <Banner kind="warn">{problem}</Banner>}
    </div>
  );
}

/** Days left to object; 0 when they are over. */
export const daysToObject = (at: number, now: number): number =>
  Math.max(0, Math.ceil((lastToObject(at) - now) / dayLength));

function postedWords(at: number, now: number): string {
  const last = lastToObject(at);
  const left = daysToObject(at, now);
  return t('posted', {
    day: dayWords(at),
    last: dayWords(last),
    left: left > 0 ? t('daysLeft', { n: left }) : t('daysOver'),
  });
}

function One(props: { roll: string; objection: Objection; onChanged: () => void }) {
  const { words, by, at, state, unit, entry, answer, answeredAt } = props.objection;
  const [answering, setAnswering] = useState(false);
  const due = answerDue(at);
  const place = [unit?.name, entry && `${entry.stairwell} ${entry.door}`.trim()].filter(Boolean).join(' ');
  return (
    <article class="card stack tight roll-objection">
      <p>
        <b>{t(`objection-${state}`)}</b>
        {state === 'open' && ` · ${t(Date.now() > due ? 'answerLate' : 'answerBy', { last: dayWords(due) })}`}
      </p>
      <p>{words}</p>
      <p class="note">{[by, place || t('wholeRoll'), dayWords(at)].join(' · ')}</p>
      {answer !== '' && (
        <p>
          {t('answer')}：{answer} {answeredAt !== null && <span class="note">{dayWords(answeredAt)}</span>}
        </p>
      )}
      {state === 'open' && (
        <div>
          <Button small kind="outlined" expanded={answering} onClick={() => setAnswering(!answering)}>
            {t('answer')}
          </Button>
        </div>
      )}
      {answering && state === 'open' && <Answer {...props} />}
    </article>
  );
}

function Answer(props: { roll: string; objection: Objection; onChanged: () => void }) {
  const [state, setState] = useState<'upheld' | 'refused'>('upheld');
  const [answer, setAnswer] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const send = () =>
    act(async () => {
      setTried(true);
      if (answer.trim() === '') return;
      const params = { roll: props.roll, objection: props.objection.id };
      await call(answerObjection, { params, body: { state, answer: answer.trim() } });
      toast(t('answered'));
      props.onChanged();
    });
  return (
    <form
      class="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ChoiceGroup legend={t('answer')}>
        {(['upheld', 'refused'] as const).map((one) => (
          <Choice
            key={one}
            kind="radio"
            name={`answer-${props.objection.id}`}
            checked={state === one}
            onChange={() => setState(one)}
            label={t(one)}
          />
        ))}
      </ChoiceGroup>
      <TextField
        label={t('answerWords')}
        lines={3}
        maxLength={500}
        value={answer}
        onInput={setAnswer}
        error={tried && answer.trim() === '' ? t('needWords') : undefined}
      />
      {problem && <Banner kind="warn">{problem}</Banner>}
      <div>
        <Button type="submit" kind="outlined" busy={busy}>
          {t('answerAct')}
        </Button>
      </div>
    </form>
  );
}

function Add({ view, onChanged }: RollProps) {
  const [words, setWords] = useState('');
  const [by, setBy] = useState('');
  const [unit, setUnit] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const send = () =>
    act(async () => {
      setTried(true);
      if (words.trim() === '' || by.trim() === '') return;
      const body = { words: words.trim(), by: by.trim(), ...(unit !== '' && { unit }) };
      await call(addObjection, { params: { roll: view.roll.id }, body });
      toast(t('objectionAdded'));
      onChanged();
    });
  return (
    <form
      class="sheet card"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextField
        label={t('objectionWords')}
        lines={3}
        maxLength={500}
        value={words}
        onInput={setWords}
        error={tried && words.trim() === '' ? t('needWords') : undefined}
      />
      <TextField
        label={t('objectionBy')}
        hint={t('objectionByHint')}
        maxLength={60}
        value={by}
        onInput={setBy}
        error={tried && by.trim() === '' ? t('needBy') : undefined}
      />
      <Select
        label={t('objectionWhere')}
        value={unit}
        options={[
          { value: '', label: t('wholeRoll') },
          ...view.units.map((one) => ({ value: one.unit.id, label: one.unit.name })),
        ]}
        onChange={setUnit}
      />
      {problem && <Banner kind="warn">{problem}</Banner>}
      <div>
        <Button type="submit" kind="outlined" busy={busy}>
          {t('objectionAct')}
        </Button>
      </div>
    </form>
  );
}
