// What a list of answers is narrowed by: one folded line that says it, the fields under it. Nothing is looked for before
// the reader says so.
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { type AnswerFilter, responseStates } from '../../../schema/api/responses.ts';
import type { Question } from '../../../schema/form/definition.ts';
import { foundBy, keysOf } from '../../../schema/form/findable.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { channels, channelWord } from '../../ui/words/kinds.ts';
import { Fold } from '../form/fold.tsx';
import { filterOf, type Place, searchOf } from './filter.ts';
import { filterSays } from './filter-words.ts';
import { t } from './words.ts';

/** What is typed, by the names of the filter; nothing typed is ''. */
type Draft = Partial<Record<keyof AnswerFilter, string>>;
type Set = (change: Draft) => void;

interface Props {
  /** address of the lists of this run, up to the unit */
  lists: string;
  unit: { id: string; name: string };
  filter: AnswerFilter;
  order: Place;
  questions: readonly Question[];
}

/** Two ends the wrong way round. */
const crossed = (from: string | number = '', to: string | number = '') =>
  from !== '' && to !== '' && from > to;

export function FilterForm({ lists, unit, filter, order, questions }: Props) {
  const { route } = useLocation();
  const [area, setArea] = useState(unit);
  const [draft, setDraft] = useState<Draft>(() =>
    Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)])),
  );
  const set: Set = (change) => setDraft({ ...draft, ...change });
  const asked = filterOf(new URLSearchParams(filled(draft)).toString());
  const wrongDays = crossed(asked.from, asked.to);
  const wrongEnds = crossed(asked.min, asked.max);
  const says = filterSays(filter, questions);
  return (
    <Fold title={t('filter')} says={[says.join(' · ') || t('filterNone')]}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrongDays && !wrongEnds) route(`${lists}/${area.id}${searchOf(asked, order)}`);
        }}
      >
        <Fold title={t('unit')} says={[area.name]}>
          <UnitPicker label={t('unit')} chosen={area.id} onChoose={setArea} />
        </Fold>
        <div class="pair">
          <TextField
            type="date"
            label={t('from')}
            value={draft.from ?? ''}
            onInput={(from) => set({ from })}
          />
          <TextField
            type="date"
            label={t('to')}
            value={draft.to ?? ''}
            onInput={(to) => set({ to })}
            error={wrongDays ? t('wrongDays') : undefined}
          />
          <Select
            label={t('channel')}
            value={draft.channel ?? ''}
            options={withAny(channels.map((value) => ({ value, label: channelWord(value) })))}
            onChange={(channel) => set({ channel })}
          />
          <Select
            label={t('state')}
            value={draft.state ?? ''}
            options={withAny(responseStates.map((value) => ({ value, label: t(value) })))}
            onChange={(state) => set({ state })}
          />
        </div>
        <QuestionFields questions={questions} draft={draft} set={set} wrong={wrongEnds} />
        <TextField
          type="search"
          label={t('words')}
          hint={t('wordsHint')}
          maxLength={100}
          value={draft.words ?? ''}
          onInput={(words) => set({ words })}
        />
        <div class="line">
          <Button type="submit" kind="primary">
            {t('find')}
          </Button>
          {says.length > 0 && (
            <LinkButton href={`${lists}/${unit.id}${searchOf({}, order)}`}>{t('all')}</LinkButton>
          )}
        </div>
      </form>
    </Fold>
  );
}

const filled = (draft: Draft): Record<string, string> =>
  Object.fromEntries(Object.entries(draft).flatMap(([name, value]) => (value ? [[name, value]] : [])));

type Choices = readonly { value: string; label: string }[];
const withAny = (choices: Choices): Choices => [{ value: '', label: t('any') }, ...choices];

/** One question, and the value of it: of those that are counted one of them, of figures two ends, of words none. */
function QuestionFields(props: { questions: readonly Question[]; draft: Draft; set: Set; wrong: boolean }) {
  const { draft, set } = props;
  const open = props.questions.filter((question) => foundBy(question));
  const asked = open.find(({ id }) => id === draft.question);
  const by = asked && foundBy(asked);
  return (
    <div class="pair">
      <Select
        label={t('question')}
        value={draft.question ?? ''}
        options={withAny(open.map(({ id, title }) => ({ value: id, label: title })))}
        onChange={(question) => set({ question, is: '', min: '', max: '' })}
      />
      {asked && by === 'key' && (
        <Select
          label={t('is')}
          value={draft.is ?? ''}
          options={[
            { value: '', label: t('answered') },
            ...keysOf(asked).map(({ key, label }) => ({ value: key, label })),
          ]}
          onChange={(is) => set({ is })}
        />
      )}
      {by === 'figure' && (
        <>
          <TextField
            type="number"
            label={t('min')}
            value={draft.min ?? ''}
            onInput={(min) => set({ min })}
            error={props.wrong ? t('wrongEnds') : undefined}
          />
          <TextField type="number" label={t('max')} value={draft.max ?? ''} onInput={(max) => set({ max })} />
        </>
      )}
    </div>
  );
}
