// Other days for an election, until the first of its contests is settled.
import { useState } from 'preact/hooks';
import type { ElectionWithPack } from '../../../schema/api/elections.ts';
import { placeDay } from '../../../schema/day.ts';
import { dayFaults } from '../../../schema/elections/calendar.ts';
import type { Days } from '../../../schema/elections/days.ts';
import { Button } from '../../ui/button.tsx';
import { DaysFields } from './days-fields.tsx';
import { packOf } from './plan.ts';
import { t } from './words.ts';

export function MoveDays(props: { election: ElectionWithPack; busy: boolean; onSave: (days: Days) => void }) {
  const { election } = props;
  const [days, setDays] = useState(election.days);
  const faults = dayFaults(packOf(election), days, election, placeDay(Date.now()));
  return (
    <form
      class="sheet card"
      onSubmit={(event) => {
        event.preventDefault();
        if (faults.length === 0) props.onSave(days);
        else document.getElementById('days')?.focus();
      }}
    >
      <DaysFields
        open
        days={days}
        preset={election.preset}
        faults={faults}
        onChange={(some) => setDays({ ...days, ...some })}
      />
      <div>
        <Button type="submit" kind="outlined" busy={props.busy}>
          {t('saveDays')}
        </Button>
      </div>
    </form>
  );
}
