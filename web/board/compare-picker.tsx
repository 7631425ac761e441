// Which other campaign of the same form stands beside this one.
import { comparable } from '../../schema/api/scorecards.ts';
import { call } from '../ui/call.ts';
import { useLoad } from '../ui/load.ts';
import { Select } from '../ui/select.tsx';
import { dayWords } from '../ui/time.ts';
import { t } from './words.ts';

export function ComparePicker(props: {
  campaign: string;
  unit: string;
  chosen: string;
  onChoose: (campaign: string) => void;
}) {
  const { campaign, unit } = props;
  const others = useLoad(`${campaign} ${unit}`, () => call(comparable, { params: { campaign, unit } }));
  const found = others.value?.campaigns ?? [];
  if (found.length === 0) return null;
  return (
    <Select
      label={t('compareWith')}
      value={props.chosen}
      options={[
        { value: '', label: t('compareNone') },
        ...found.map((one) => ({ value: one.id, label: `${one.title}（${dayWords(one.opensAt)}）` })),
      ]}
      onChange={props.onChoose}
    />
  );
}
