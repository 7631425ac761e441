// Which other campaign of the same form stands beside this one.
import type { Output } from '../../schema/api/endpoint.ts';
import type { comparable } from '../../schema/api/scorecards.ts';
import { Select } from '../ui/select.tsx';
import { dayWords } from '../ui/time.ts';
import { t as ui } from '../ui/words/ui.ts';
import { t } from './words.ts';

export type Others = Output<typeof comparable>['campaigns'];

export function ComparePicker(props: {
  others: Others;
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
        { value: '', label: t('compareNone') },
        ...others.map((one) => ({
          value: one.id,
          label: ui('aside', { what: one.title, more: dayWords(one.opensAt) }),
        })),
      ]}
      onChange={props.onChoose}
    />
  );
}
