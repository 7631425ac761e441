// Objections to a contest: entered as they were made, each with the day by which the rules want it answered.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { countAnew } from '../../../schema/api/counts.ts';
import {
  addContestObjection,
  answerContestObjection,
  type ContestObjection,
  type ContestWhole,
} from '../../../schema/api/elections.ts';
import { personMost } from '../../../schema/elections/person.ts';
import { AskButton } from '../../ui/ask-button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { dayLength, dayWords, momentWords } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import { packOf } from './plan.ts';
import { t } from './words.ts';

export function Objections(props: {
  contest: ContestWhole;
  again: () => void;
  /** only objections to the result */
  result?: true;
}) {
  const { contest, again, result } = props;
  const [adding, setAdding] = useState(false);
  const raised = contest.raised.filter(({ about }) => !result || about === 'result');
  const ruling = packOf(contest.election).calendar.rulingDays.days;
  return (
    <section class="stack tight">
      <div class="line apart">
        <h2>{t('objections')}</h2>
        {contest.mayEdit && (
          <Button small kind="outlined" expanded={adding} onClick={() => setAdding(!adding)}>
            {t('addObjection')}
          </Button>
        )}
      </div>
      {adding && (
        <AddObjection
          contest={contest.id}
          first={result ? 'result' : 'candidates'}
          onAdded={() => {
            setAdding(false);
            again();
          }}
        />
      )}
      {raised.length === 0 && <p>{t('objectionsNone')}</p>}
      <ul class="bare election-people">
        {raised.map((one) => (
          <li key={one.id} class="card stack tight">
            <One one={one} contest={contest} mayEdit={contest.mayEdit} ruling={ruling} again={again} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const abouts = ['candidates', 'roll', 'result'] as const;

type About = (typeof abouts)[number];

function AddObjection(props: { contest: string; first: About; onAdded: () => void }) {
  const [about, setAbout] = useState<About>(props.first);
  const [words, setWords] = useState('');
  const [saidBy, setSaidBy] = useState('');
  const { busy, problem, act } = useAct();
  const [tried, setTried] = useState(false);
  const complete = words.trim() !== '' && saidBy.trim() !== '';
  const wanting = (text: string) => (tried && text.trim() === '' ? t('needBoth') : undefined);
  return (
    <form
      class="sheet card"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (complete)
          act(async () => {
            await call(addContestObjection, {
              params: { contest: props.contest },
              body: { about, words: words.trim(), saidBy: saidBy.trim() },
            });
            toast(t('entered'));
            props.onAdded();
          });
      }}
    >
      {problem && <Banner kind="warn">{problem}</Banner>}
      <Select
        label={t('about')}
        value={about}
        onChange={setAbout}
        options={abouts.map((value) => ({ value, label: t(`about-${value}`) }))}
      />
      <TextField
        label={t('objectionWords')}
        lines={3}
        maxLength={500}
        value={words}
        error={wanting(words)}
        onInput={setWords}
      />
      <TextField
        label={t('objectionBy')}
        maxLength={personMost.said}
        value={saidBy}
        error={wanting(saidBy)}
        onInput={setSaidBy}
      />
      <div>
        <Button small type="submit" kind="outlined" busy={busy}>
          {t('enter')}
        </Button>
      </div>
    </form>
  );
}

/** It takes an announced result away from residents, so it is asked. */
function CountAnew({ contest, objection }: { contest: ContestWhole; objection: string }) {
  const { route } = useLocation();
  const takeBack = async () => {
    await call(countAnew, { params: { contest: contest.id }, body: { objection } });
    toast(t('countAnewDone'));
    route(`/staff/elections/${contest.election.id}/contests/${contest.id}/count`);
  };
  return (
    <div>
      <AskButton
        small
        kind="outlined"
        word={t('countAnew')}
        title={t('countAnewTitle')}
        verb={t('countAnew')}
        onAct={takeBack}
      >
        <p>{t('countAnewWords')}</p>
      </AskButton>
    </div>
  );
}

function One(props: {
  one: ContestObjection;
  contest: ContestWhole;
  mayEdit: boolean;
  /** days in which the rules want it answered */
  ruling: number | null;
  again: () => void;
}) {
  const { one, ruling } = props;
  const [answer, setAnswer] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const missing = answer.trim() === '';
  const send = (state: 'upheld' | 'refused') =>
    act(async () => {
      setTried(true);
      if (missing) return;
      await call(answerContestObjection, {
        params: { contest: props.contest.id, objection: one.id },
        body: { state, answer: answer.trim() },
      });
      toast(t('answered'));
      props.again();
    });
  return (
    <>
      <p class="lines">{one.words}</p>
      <p class="note">
        {[
          t(`objection-${one.state}`),
          t(`about-${one.about}`),
          one.saidBy,
          momentWords(one.at),
          one.state === 'open' &&
            ruling !== null &&
            t('answerBy', { day: dayWords(one.at + ruling * dayLength) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {one.answer && <p class="lines">{one.answer}</p>}
      {props.mayEdit && one.countAnew && <CountAnew contest={props.contest} objection={one.id} />}
      {problem && <Banner kind="warn">{problem}</Banner>}
      {props.mayEdit && one.state === 'open' && (
        <div class="stack tight">
          <TextField
            label={t('answer')}
            lines={2}
            maxLength={500}
            value={answer}
            onInput={setAnswer}
            error={tried && missing ? t('needAnswer') : undefined}
          />
          <div class="line">
            <Button small kind="outlined" busy={busy} onClick={() => send('upheld')}>
              {t('uphold')}
            </Button>
            <Button small kind="outlined" busy={busy} onClick={() => send('refused')}>
              {t('notUphold')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
