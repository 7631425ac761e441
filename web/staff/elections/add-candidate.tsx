// Somebody put forward by hand: who says so, and whether they agree to stand.
import { useState } from 'preact/hooks';
import { addCandidate } from '../../../schema/api/elections.ts';
import { personMost } from '../../../schema/elections/person.ts';
import { Banner } from '../../ui/banner.tsx';
import { call } from '../../ui/call.ts';
import { Choice } from '../../ui/choice.tsx';
import { useAct } from '../../ui/load.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { PersonFields } from './person-fields.tsx';
import { t } from './words.ts';

const sources = ['community', 'party', 'resident', 'self'] as const;

export function AddCandidate(props: { contest: string; onAdded: () => void }) {
  const [source, setSource] = useState<(typeof sources)[number]>('community');
  const [saidBy, setSaidBy] = useState('');
  const [consent, setConsent] = useState(false);
  const { busy, problem, act } = useAct();
  return (
    <div class="sheet card">
      {problem && <Banner kind="warn">{problem}</Banner>}
      <PersonFields
        busy={busy}
        verb={t('add')}
        start={{ name: '', line: '' }}
        onSend={(person) =>
          act(async () => {
            await call(addCandidate, {
              params: { contest: props.contest },
              body: { ...person, source, saidBy: source === 'self' ? '' : saidBy.trim(), consent },
            });
            toast(t('added'));
            props.onAdded();
          })
        }
      >
        <Select
          label={t('whoSays')}
          value={source}
          onChange={setSource}
          options={sources.map((value) => ({ value, label: t(`source-${value}`) }))}
        />
        {source !== 'self' && (
          <TextField
            label={t('saidBy')}
            optional
            maxLength={personMost.said}
            value={saidBy}
            onInput={setSaidBy}
          />
        )}
        <Choice
          kind="box"
          checked={consent}
          onChange={setConsent}
          label={t('consent')}
          note={t('consentNote')}
        />
      </PersonFields>
    </div>
  );
}
