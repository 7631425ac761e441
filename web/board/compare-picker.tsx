// Which other campaign of the same form stands beside this one.
import { Select } from '../ui/select.tsx';
import { dayWords } from '../ui/time.ts';
import { t as ui } from '../ui/words/ui.ts';
import { type Beside, noCompare } from './read-card.ts';
import { t } from './words.ts';

export function ComparePicker(props: {
  others: Beside['campaigns'];
  chosen: string;
  onChoose: (campaign: string) => void;
}) {
  const { others } = props;
  if (others.length === 0) return null;
  return (
    <Select
      label={t('compareWith')}
      value={props.chosen}
      options={[
        { value: noCompare, label: t('compareNone') },
        ...others.map((one) => ({
          value: one.id,
          label: ui('aside', {
            what: one.title,
            more: t('until', { from: dayWords(one.opensAt), to: dayWords(one.closesAt) }),
          }),
        })),
      ]}
      onChange={props.onChoose}
    />
  );
}
