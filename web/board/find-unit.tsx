// Any area of the own branches that the run reached, by its name or code, to open its card.
import { UnitPicker } from '../ui/unit-picker.tsx';
import { t } from './words.ts';

export function FindUnit(props: { campaign: string; chosen: string; onChoose: (unit: string) => void }) {
  return (
    <section class="card no-print">
      <UnitPicker
        label={t('find')}
        campaign={props.campaign}
        chosen={props.chosen}
        onChoose={({ id }) => props.onChoose(id)}
      />
    </section>
  );
}
