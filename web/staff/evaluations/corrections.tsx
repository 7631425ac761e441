// What an upheld objection puts right: the figure that a precondition looks at, or the marks of one rater.
import type { Rules } from '../../../schema/evaluations/scheme.ts';
import { askedOf } from '../../../schema/evaluations/scheme.ts';
import { groupWord } from '../../ui/evaluation-says.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { NumberField } from './number-field.tsx';
import type { SubjectView } from './subject-page.tsx';
import { t } from './words.ts';

export interface Corrected {
  reading?: { item: string; times: number; note: string };
  marks?: { rater: string; marks: (number | null)[] };
}

export function Corrections(props: {
  rules: Rules;
  raters: SubjectView['raters'];
  /** what stands of the subject */
  standing: SubjectView['findings'];
  right: Corrected;
  onChange: (right: Corrected) => void;
  needsSource: boolean;
}) {
  const { rules, raters, right, onChange } = props;
  const { reading, marks, ...none } = right;
  const gates = rules.gates.filter(({ from }) => from === 'reported');
  const stood = (item: string) =>
    props.standing.filter((one) => one.kind === 'reading' && one.item === item).at(-1)?.times ?? 0;
  const rater = raters.find(({ id }) => id === marks?.rater);
  const asked = rater ? askedOf(rules, rater.group) : [];
  return (
    <>
      {gates.length > 0 && (
        <Select
          label={t('rightReading')}
          value={reading?.item ?? ''}
          onChange={(item) =>
            onChange({
              ...none,
              ...(marks && { marks }),
              ...(item !== '' && { reading: { item, times: stood(item), note: reading?.note ?? '' } }),
            })
          }
          options={[
            { value: '', label: '—' },
            ...gates.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      )}
      {reading && (
        <>
          <NumberField
            key={reading.item}
            label={t('readingValue')}
            least={0}
            most={100}
            step={0.01}
            value={reading.times}
            onChange={(times) => onChange({ ...right, reading: { ...reading, times } })}
          />
          <TextField
            label={t('noteSource')}
            maxLength={300}
            value={reading.note}
            onInput={(note) => onChange({ ...right, reading: { ...reading, note } })}
            error={props.needsSource ? t('needNote') : undefined}
          />
        </>
      )}
      {raters.length > 0 && (
        <Select
          label={t('rightMarks')}
          value={rater?.id ?? ''}
          onChange={(id) => {
            const one = raters.find((other) => other.id === id);
            onChange({
              ...none,
              ...(reading && { reading }),
              ...(one && { marks: { rater: one.id, marks: [...one.marks] } }),
            });
          }}
          options={[
            { value: '', label: '—' },
            ...raters.map(({ id, name, group }) => ({
              value: id,
              label: t('aside', { what: name, aside: groupWord(group) }),
            })),
          ]}
        />
      )}
      {marks &&
        rater &&
        rules.indicators.map(({ id, title, most }, place) =>
          asked[place] ? (
            <NumberField
              key={`${rater.id} ${id}`}
              label={t('aside', { what: title, aside: most })}
              least={0}
              most={most}
              value={marks.marks[place] ?? undefined}
              onChange={(mark) =>
                onChange({
                  ...right,
                  marks: {
                    ...marks,
                    marks: marks.marks.map((given, at) => (at === place ? mark : given)),
                  },
                })
              }
            />
          ) : null,
        )}
    </>
  );
}
