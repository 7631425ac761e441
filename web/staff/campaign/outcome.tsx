// 办得怎么样: what was done about the result, in words that residents read on the page of their building.
import { useState } from 'preact/hooks';
import { type Campaign, updateCampaign } from '../../../schema/api/campaigns.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { t } from './words.ts';

export function Outcome(props: { run: Campaign; put: (run: Campaign) => void }) {
  const { run, put } = props;
  const [words, setWords] = useState(run.outcome);
  const { busy, problem, act } = useAct();
  const save = () =>
    act(async () => {
      put(
        await call(updateCampaign, { params: { campaign: run.id }, body: { rev: run.rev, outcome: words } }),
      );
      toast(t('outcomeSaved'));
    });
  return (
    <form
      class="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>{t('outcome')}</h2>
      {problem && <Banner kind="warn">{problem}</Banner>}
      <TextField
        label={t('outcome')}
        hideLabel
        hint={t('outcomeHint')}
        lines={4}
        maxLength={2000}
        value={words}
        onInput={setWords}
      />
      <div>
        <Button type="submit" kind="outlined" busy={busy} disabled={words === run.outcome}>
          {t('outcomeSave')}
        </Button>
      </div>
    </form>
  );
}
