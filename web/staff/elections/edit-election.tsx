// Names, whom to ask, the roll, and how many open a box: what may change without other days.
import { useState } from 'preact/hooks';
import type { Election, updateElection } from '../../../schema/api/elections.ts';
import type { Body } from '../../../schema/api/endpoint.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { QuorumSelect } from './quorum-select.tsx';
import { RollSelect, readRolls } from './roll-field.tsx';
import { t } from './words.ts';

type Change = Omit<Body<typeof updateElection>, 'rev'>;

export function EditElection(props: { election: Election; busy: boolean; onSave: (what: Change) => void }) {
  const rolls = useLoad('rolls to choose', readRolls);
  const { election } = props;
  const [now, setNow] = useState({
    title: election.title,
    organiser: election.organiser,
    phone: election.phone,
    words: election.words,
    listed: election.listed,
    roll: election.roll?.id ?? null,
    quorum: String(election.quorum),
  });
  const set = (some: Partial<typeof now>) => setNow({ ...now, ...some });
  const missing = (['title', 'organiser', 'phone'] as const).filter((field) => now[field].trim() === '');
  const wrong = { title: t('needTitle'), organiser: t('needOrganiser'), phone: t('needPhone') };
  /** What is settled with a contest is sent only where it changed. */
  const changed = (): Change => ({
    title: now.title.trim(),
    organiser: now.organiser.trim(),
    phone: now.phone.trim(),
    words: now.words.trim(),
    listed: now.listed,
    ...(now.roll !== (election.roll?.id ?? null) && { roll: now.roll }),
    ...(now.quorum !== String(election.quorum) && { quorum: Number(now.quorum) }),
  });
  return (
    <form
      class="sheet card"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.length === 0) props.onSave(changed());
      }}
    >
      {(['title', 'organiser', 'phone'] as const).map((field) => (
        <TextField
          key={field}
          label={t(field === 'title' ? 'electionTitle' : field)}
          maxLength={{ title: 60, organiser: 50, phone: 30 }[field]}
          value={now[field]}
          error={missing.includes(field) ? wrong[field] : undefined}
          onInput={(value) => set({ [field]: value })}
        />
      ))}
      <TextField
        label={t('intro')}
        optional
        lines={3}
        maxLength={1000}
        value={now.words}
        onInput={(words) => set({ words })}
      />
      {election.preset !== 'nominations' && (
        <Loading from={rolls}>
          {(list) => <RollSelect rolls={list} roll={now.roll} onChoose={(roll) => set({ roll })} />}
        </Loading>
      )}
      {election.preset === 'sealed' && (
        <QuorumSelect quorum={now.quorum} onChoose={(quorum) => set({ quorum })} />
      )}
      <Choice
        kind="box"
        checked={now.listed}
        onChange={(listed) => set({ listed })}
        label={t('listed')}
        note={t('listedNote')}
      />
      <div>
        <Button type="submit" kind="outlined" busy={props.busy}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
