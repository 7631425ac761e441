// One signed paper as one person reads it, and voiding a ballot with its reason.

import { useState } from 'preact/hooks';
import { enterPaper, type OwnerVote, voidOwnerBallot } from '../../../schema/api/owner-votes.ts';
import { ownerChoices, type PaperChoice, voidReasonLeast } from '../../../schema/elections/owner-vote.ts';
import { call } from '../../ui/call.ts';
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { momentWords } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import { doorName } from '../rolls/door-name.ts';
import type { OwnerDoor } from './doors.tsx';
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
  const [unsigned, setUnsigned] = useState(false);
  const [assistant, setAssistant] = useState('');
  const [wrong, setWrong] = useState('');
  const { busy, problem, act } = useAct();
  const { ballot } = door;
  const send = () =>
    act(async () => {
      if (ballot && !later) {
        setWrong(t('needLater'));
        return;
      }
      if (ballot && unsigned) {
        setWrong(t('unsignedLater'));
        return;
      }
      const choices: Record<string, PaperChoice> = unsigned
        ? Object.fromEntries(vote.matters.map(({ id }) => [id, 'unsigned']))
        : said;
      const missing = vote.matters.find(({ id }) => choices[id] === undefined);
      setWrong(missing ? t('needChoice', { title: missing.title }) : '');
      if (missing) return;
      const who = unsigned ? '' : assistant.trim();
      const body = {
        entry: door.entry,
        choices,
        assistant: who,
        ...(ballot && { after: ballot.rev }),
      };
      const {
        state,
        differ,
        assistant: whoDiffers,
      } = await call(enterPaper, { params: { vote: vote.id }, body });
      const titles = vote.matters.filter(({ id }) => differ.includes(id)).map(({ title }) => title);
      toast(t(state, { titles: [...titles, ...(whoDiffers ? [t('assistant')] : [])].join('、') }));
      onChanged();
    });
  return (
    <Dialog
      title={t('enterTitle', { door: doorName(door) })}
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
      <Choice
        kind="box"
        checked={unsigned}
        onChange={setUnsigned}
        label={t('unsigned')}
        note={t('unsignedNote')}
      />
      {!unsigned &&
        vote.matters.map(({ id, title }) => (
          <ChoiceGroup key={id} legend={title}>
            {([...ownerChoices, 'void'] as const).map((choice) => (
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
      {!unsigned && (
        <TextField
          label={t('assistant')}
          hint={t('assistantHint')}
          optional
          maxLength={40}
          value={assistant}
          onInput={setAssistant}
        />
      )}
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
      title={t(half ? 'dropTitle' : 'voidTitle', { door: doorName(door) })}
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
