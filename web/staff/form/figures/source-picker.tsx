// Which question gives a figure, and which row of it.
import { Select } from '../../../ui/select.tsx';
import { placesOf } from '../logic/answers.ts';
import { t as logic } from '../logic/words.ts';
import { choicesOf } from '../numbering.ts';
import type { FigureProps } from './figure-editor.tsx';
import { figureFrom, questionsThatGive, rowsThatGive, type Source } from './sources.ts';
import { t } from './words.ts';

const whole = '';

export function SourcePicker(props: FigureProps & { source: Source; id: string; row?: string | undefined }) {
  const { source, id, row, definition } = props;
  const questions = questionsThatGive(source, props.sources);
  const chosen = questions.find((one) => one.id === id);
  const rows = chosen ? rowsThatGive(source, chosen) : [];
  const named = choicesOf(definition, questions);
  const put = (question: string, part: string | undefined) =>
    props.onChange(figureFrom(source, question, part));
  return (
    <>
      <Select
        label={t('ofQuestion')}
        value={id}
        options={chosen ? named : [{ value: id, label: logic('lost') }, ...named]}
        onChange={(next) => {
          const question = questions.find((one) => one.id === next);
          if (question) put(next, rowsThatGive(source, question)[0]);
        }}
      />
      {chosen && rows.some((one) => one !== undefined) && (
        <Select
          label={t('ofRow')}
          value={row ?? whole}
          options={rows.map((one) => ({
            value: one ?? whole,
            label: placesOf(chosen).find((place) => place.id === one)?.label ?? logic('wholeQuestion'),
          }))}
          onChange={(next) => put(id, next === whole ? undefined : next)}
        />
      )}
    </>
  );
}
