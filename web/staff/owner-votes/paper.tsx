// One signed paper as one person reads it, and voiding a ballot with its reason.
import { useState } from 'preact/hooks';
import { enterPaper, type OwnerVote, voidOwnerBallot } from '../../../schema/api/owner-votes.ts';
import { type PaperChoice, paperChoices, voidReasonLeast } from '../../../schema/elections/owner-vote.ts';
import { call } from '../../ui/call.ts';
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { momentWords } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import { doorWords, type OwnerDoor } from './doors.tsx';
import { t } from './words.ts';

interface Props {
  vote: OwnerVote;
  door: OwnerDoor;
  onClose: () => void;
  onChanged: () => void;
}

export function PaperDialog({ vote, door, onClose, onChanged }: Props) {
  const [said, setSaid] = useState<Record<string, PaperChoice>>({});
  const [later, setLater] = useState(false);
  const [wrong, setWrong] = useState('');
  const { busy, problem, act } = useAct();
  const { ballot } = door;
  const send = () =>
    act(async () => {
      if (ballot && !later) {
        setWrong(t('needLater'));
        return;
      }
      const missing = vote.matters.find(({ id }) => said[id] === undefined);
      setWrong(missing ? t('needChoice', { title: missing.title }) : '');
      if (missing) return;
      const body = { entry: door.entry, choices: said, ...(ballot && { after: ballot.rev }) };
      const { state, differ } = await call(enterPaper, { params: { vote: vote.id }, body });
      const titles = vote.matters.filter(({ id }) => differ.includes(id)).map(({ title }) => title);
      toast(t(state, { titles: titles.join('、') }));
      onChanged();
    });
  return (
    <Dialog
      title={t('enterTitle', { door: doorWords(door) })}
      verb={t('enterAct')}
      busy={busy}
      problem={problem || wrong}
      onAct={send}
      onClose={onClose}
    >
      <p>{t('enterWords')}</p>
      {ballot && (
        <Choice
          kind="box"
          checked={later}
          onChange={() => setLater(!later)}
          label={t('later', { how: t(`ballot-${ballot.channel}`), time: momentWords(ballot.at) })}
        />
      )}
      {vote.matters.map(({ id, title }) => (
        <ChoiceGroup key={id} legend={title}>
          {paperChoices.map((choice) => (
            <Choice
              key={choice}
              kind="radio"
              name={id}
              checked={said[id] === choice}
              onChange={() => setSaid({ ...said, [id]: choice })}
              label={t(`choice-${choice}`)}
            />
          ))}
        </ChoiceGroup>
      ))}
    </Dialog>
  );
}

export function VoidDialog({ vote, door, onClose, onChanged }: Props) {
  const half = door.papers > 0;
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState('');
  const { busy, problem, act } = useAct();
  const send = () =>
    act(async () => {
      const words = reason.trim();
      const short = words.length < voidReasonLeast;
      setWrong(short ? t('shortReason', { n: voidReasonLeast }) : '');
      if (short) return;
      await call(voidOwnerBallot, { params: { vote: vote.id }, body: { entry: door.entry, reason: words } });
      toast(t(half ? 'paperDropped' : 'voided'));
      onChanged();
    });
  return (
    <Dialog
      title={t(half ? 'dropTitle' : 'voidTitle', { door: doorWords(door) })}
      verb={t('void')}
      danger
      busy={busy}
      problem={problem || wrong}
      onAct={send}
      onClose={onClose}
    >
      <p>{t(half ? 'dropWords' : 'voidWords')}</p>
      <TextField label={t('voidReason')} maxLength={300} value={reason} onInput={setReason} />
    </Dialog>
  );
}
