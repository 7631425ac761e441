// An objection is decided: refused, or upheld with what is taken off, left out or put right for it; what that does to the
// result is said before it is done.
import { useState } from 'preact/hooks';
import type { Body } from '../../../schema/api/endpoint.ts';
import { decideAppeal } from '../../../schema/api/evaluation-subjects.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { findingWords, groupWord, outcomeWord, scoreWord } from '../../ui/evaluation-says.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { type Corrected, Corrections } from './corrections.tsx';
import type { SubjectProps, SubjectView } from './subject-page.tsx';
import { t } from './words.ts';

type Appeal = SubjectView['appeals'][number];
type Decided = Body<typeof decideAppeal>;

export function Judge({ view, appeal, onChanged }: SubjectProps & { appeal: Appeal }) {
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <Button small kind="outlined" onClick={() => setAsking(true)}>
        {t('judge')}
      </Button>
      {asking && (
        <Deciding view={view} appeal={appeal} onChanged={onChanged} onClose={() => setAsking(false)} />
      )}
    </div>
  );
}

function Deciding(props: SubjectProps & { appeal: Appeal; onClose: () => void }) {
  const { view, appeal, onChanged, onClose } = props;
  const [state, setState] = useState<'upheld' | 'refused'>('upheld');
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [right, setRight] = useState<Corrected>({});
  const [answer, setAnswer] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const params = { evaluation: view.evaluation.id, appeal: appeal.id };
  const decided: Decided =
    state === 'upheld'
      ? { state, answer: answer.trim(), strike: [...off], leaveOut: [...without], ...right }
      : { state, answer: answer.trim(), strike: [] };
  const needsSource = state === 'upheld' && right.reading?.note.trim() === '';
  const changes = off.size + without.size > 0 || right.reading || right.marks;
  const standing = view.findings.filter(({ struckAt }) => struckAt === null);
  const counted = view.raters.filter(({ leftOut }) => !leftOut);
  const send = () =>
    act(async () => {
      setTried(true);
      if (answer.trim() === '' || needsSource) return;
      await call(decideAppeal, { params, body: decided });
      toast(t('judged'));
      onClose();
      onChanged();
    });
  return (
    <Dialog
      title={t('judgeTitle', { name: appeal.saidBy })}
      verb={t('judge')}
      busy={busy}
      problem={problem}
      onAct={send}
      onClose={onClose}
    >
      <p>{appeal.words}</p>
      {(['upheld', 'refused'] as const).map((one) => (
        <Choice
          key={one}
          kind="radio"
          name="judge"
          checked={state === one}
          onChange={() => setState(one)}
          label={t(one)}
        />
      ))}
      {state === 'upheld' && (
        <>
          <Several
            legend={t('takeOff')}
            chosen={off}
            onChange={setOff}
            options={standing.map((one) => ({
              id: one.id,
              label: findingWords(view.evaluation.rules, one),
            }))}
          />
          <Several
            legend={t('leaveOut')}
            chosen={without}
            onChange={(chosen) => {
              setWithout(chosen);
              // Whose marks are left out has none to put right.
              if (right.marks && chosen.has(right.marks.rater))
                setRight({ ...(right.reading && { reading: right.reading }) });
            }}
            options={counted.map(({ id, group, name }) => ({
              id,
              label: t('aside', { what: name, aside: groupWord(group) }),
            }))}
          />
          <Corrections
            rules={view.evaluation.rules}
            raters={counted.filter(({ id }) => !without.has(id))}
            standing={standing}
            right={right}
            onChange={setRight}
            needsSource={tried && needsSource}
          />
          {!changes && <p class="note">▲ {t('changesNothing')}</p>}
        </>
      )}
      <WouldBe view={view} params={params} decided={decided} />
      <TextField
        label={t('answer')}
        lines={3}
        maxLength={1000}
        value={answer}
        onInput={setAnswer}
        error={tried && answer.trim() === '' ? t('needWords') : undefined}
      />
    </Dialog>
  );
}

/** The result as this decision would leave it, as the Worker computes it. */
function WouldBe(props: {
  view: SubjectView;
  params: { evaluation: string; appeal: string };
  decided: Decided;
}) {
  const { params } = props;
  const { rules } = props.view.evaluation;
  const { answer: _, ...asked } = props.decided;
  const read = useLoad(JSON.stringify(asked), () =>
    call(decideAppeal, { params, body: { ...asked, answer: '', dryRun: true } }),
  );
  if (read.state === 'failed') return <Banner kind="warn">{read.sentence}</Banner>;
  if (!read.value) return <p class="note">{t('reckoning')}</p>;
  const { before, after } = read.value;
  const result = (line: typeof after) => `${scoreWord(line.score)} ${outcomeWord(line, rules)}`;
  const { outcome } = after;
  const lacking =
    after.score === null && outcome.state === 'incomplete'
      ? rules.groups.filter(({ id }) => outcome.groups.includes(id))
      : [];
  return (
    <div class="stack tight" role="status">
      <p>{t('wouldBe', { before: result(before), after: result(after) })}</p>
      {lacking.map(({ id, minimum }) => (
        <p key={id}>
          ▲{' '}
          {t('wouldLack', {
            group: groupWord(id),
            n: after.groups.find((group) => group.id === id)?.n ?? 0,
            least: minimum,
          })}
        </p>
      ))}
    </div>
  );
}

function Several(props: {
  legend: string;
  options: readonly { id: string; label: string }[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const { options, chosen, onChange } = props;
  if (options.length === 0) return null;
  return (
    <ChoiceGroup legend={props.legend}>
      {options.map(({ id, label }) => (
        <Choice
          key={id}
          kind="box"
          checked={chosen.has(id)}
          onChange={(on) => onChange(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)))}
          label={label}
        />
      ))}
    </ChoiceGroup>
  );
}
