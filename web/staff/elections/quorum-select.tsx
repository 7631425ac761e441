// How many watchers open a box together.
import { Select } from '../../ui/select.tsx';
import { t } from './words.ts';

const numbers = ['2', '3', '4', '5'];

export const QuorumSelect = (props: { quorum: string; onChoose: (quorum: string) => void }) => (
  <Select
    label={t('quorum')}
    value={props.quorum}
    onChange={props.onChoose}
    options={numbers.map((value) => ({ value, label: value }))}
  />
);
