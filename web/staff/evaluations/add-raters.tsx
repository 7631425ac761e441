// Raters are asked for, one a line; their links are told once.
import { useMemo, useState } from 'preact/hooks';
import type { Output } from '../../../schema/api/endpoint.ts';
import { addRaters } from '../../../schema/api/evaluation-raters.ts';
import type { Evaluation, EvaluationSubject } from '../../../schema/api/evaluation-shapes.ts';
import type { Unit } from '../../../schema/api/units.ts';
import { tidyName } from '../../../schema/elections/person.ts';
import { namedTwice } from '../../../schema/evaluations/assign.ts';
import type { GroupKind } from '../../../schema/evaluations/scheme.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { groupWord } from '../../ui/evaluation-says.ts';
import { useAct } from '../../ui/load.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { t as say } from '../../ui/words/evaluations.ts';
import { holding, pairsIn } from './find-unit.ts';
import type { Rater } from './raters.tsx';
import { unmatchedWords } from './unmatched.ts';
import { t } from './words.ts';

/** A link as it is told, this once. */
export type Told = Output<typeof addRaters>['raters'][number];

export function AddRaters(props: {
  evaluation: Evaluation;
  subjects: readonly EvaluationSubject[];
  groups: readonly GroupKind[];
  units: readonly Unit[];
  there: readonly Rater[];
  onAdded: (links: readonly Told[]) => void;
}) {
  const { evaluation, subjects, groups, units } = props;
  const [group, setGroup] = useState<GroupKind>(groups[0] ?? 'grid');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const pairs = useMemo(() => {
    const usual = units.find(({ id }) => id === evaluation.unit.id);
    const nominees = holding(
      units,
      subjects.map(({ unit }) => unit),
    );
    return pairsIn(text, units, { first: 'person', usual, nominees });
  }, [text, units, subjects]);
  const lost = pairs.filter(({ unit }) => !unit).map(({ line }) => line);
  const raters = pairs.flatMap(({ person, unit }) => (unit ? [{ group, name: person, unit: unit.id }] : []));
  const paths = new Map(units.map(({ id, path }) => [id, path]));
  const seats = (list: readonly { group: GroupKind; name: string; unit: string }[]) =>
    list.map(({ group, name, unit }) => ({ group, name: tidyName(name), path: paths.get(unit) ?? unit }));
  const standing = props.there.flatMap(({ removed, unit, ...one }) =>
    removed ? [] : { ...one, unit: unit.id },
  );
  const twice = namedTwice(seats(raters), seats(standing));
  const wrong =
    unmatchedWords(pairs) ||
    (raters.length === 0
      ? t('needLines')
      : twice.length > 0
        ? t('namedTwice', { names: twice.join(say('comma')) })
        : '');
  const send = () =>
    act(async () => {
      setTried(true);
      if (raters.length === 0 || twice.length > 0) return;
      const made = await call(addRaters, { params: { evaluation: evaluation.id }, body: { raters } });
      // What was not understood stays to be put right.
      setText(lost.join('\n'));
      setTried(lost.length > 0);
      props.onAdded(made.raters);
    });
  return (
    <details>
      <summary>{t('addRaters')}</summary>
      <form
        class="sheet card"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Select
          label={t('raterGroup')}
          value={group}
          onChange={setGroup}
          options={groups.map((kind) => ({ value: kind, label: groupWord(kind) }))}
        />
        <TextField
          label={t('raterLines')}
          hint={t('raterLinesHint')}
          lines={4}
          value={text}
          onInput={setText}
          error={tried && wrong ? wrong : undefined}
        />
        {problem && <Banner kind="warn">{problem}</Banner>}
        <div>
          <Button type="submit" kind="outlined" busy={busy}>
            {raters.length === 0 ? t('addNobody') : t('addThem', { n: raters.length })}
          </Button>
        </div>
      </form>
    </details>
  );
}
