// 办评选: for which branch, by which of two sets of rules, and who is rated; all else is filled in as usual.
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { createEvaluation } from '../../../schema/api/evaluations.ts';
import { listRolls, type Roll } from '../../../schema/api/rolls.ts';
import { type PresetKind, presetKinds, presets } from '../../../schema/evaluations/presets.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { useAct } from '../../ui/load.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { dateInput, dayLength, fromInputs, yearMonthWords } from '../../ui/time.ts';
import { treeOf } from '../../ui/tree.ts';
import { TreePicker } from '../../ui/tree-picker.tsx';
import { unitKindWord } from '../../ui/words/kinds.ts';
import { type Around, NewInBranch } from '../new-in-branch.tsx';
import type { Branch } from '../session.ts';
import { t as brief } from './brief-words.ts';
import { aroundKind, pairsIn } from './find-unit.ts';
import { unmatchedWords } from './unmatched.ts';
import { t } from './words.ts';

/** What stands for a roll that nobody chose yet. */
const unchosen = '?';

/** Final rolls of households, the newest version of each. */
export async function householdRolls(): Promise<Roll[]> {
  const { rolls } = await call(listRolls, {});
  const newest = new Map<string, Roll>();
  for (const roll of rolls) {
    const other = newest.get(roll.line);
    if (roll.kind === 'household' && roll.state === 'frozen' && (!other || roll.version > other.version))
      newest.set(roll.line, roll);
  }
  return [...newest.values()];
}

export function NewEvaluation() {
  return (
    <NewInBranch
      title={t('newTitle')}
      which={t('branch')}
      cannot={t('cannot')}
      units={(all) => all.filter(({ kind }) => kind !== 'stairwell')}
      rolls={householdRolls}
      sheet={(branch, around) => <Sheet branch={branch} around={around} />}
    />
  );
}

const daysOpen = 14;

function Sheet({ branch, around }: { branch: Branch; around: Around }) {
  const { route, query } = useLocation();
  const asked = presetKinds.find((one) => one === query.preset);
  const [preset, setPreset] = useState<PresetKind>(asked ?? 'simple');
  const [whom, setWhom] = useState<'units' | 'people'>('units');
  const [scope, setScope] = useState<ReadonlySet<string>>(new Set([branch.id]));
  const kinds = useMemo(() => [...new Set(around.units.map(({ kind }) => kind))], [around]);
  const [kind, setKind] = useState(kinds.includes('building') ? 'building' : (kinds.at(-1) ?? 'building'));
  const [post, setPost] = useState(t('usualPost'));
  const [people, setPeople] = useState('');
  const { contact } = around;
  const [title, setTitle] = useState(t('usualTitle', { place: branch.name }));
  const [period, setPeriod] = useState(yearMonthWords(Date.now()));
  const [organiser, setOrganiser] = useState(contact.organiser);
  const [phone, setPhone] = useState(contact.phone);
  const [closesDay, setClosesDay] = useState(dateInput(Date.now() + daysOpen * dayLength));
  const [picked, setRoll] = useState<string>();
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const tree = useMemo(() => treeOf(around.units), [around]);
  const ticked = useMemo(() => {
    const under = (id: string | null): boolean =>
      id !== null && (scope.has(id) || under(tree.byId.get(id)?.parent ?? null));
    return around.units.filter((unit) => unit.kind === kind && under(unit.id));
  }, [around, scope, kind, tree]);
  const offered = useMemo(() => aroundKind(around.units, kind), [around, kind]);
  const pairs = useMemo(() => pairsIn(people, around.units, { first: 'unit' }), [people, around]);
  const unmatched = unmatchedWords(pairs);
  const subjects =
    whom === 'units'
      ? ticked.map(({ id }) => ({ unit: id, person: '' }))
      : pairs.flatMap(({ unit, person, door }) =>
          unit ? [{ unit: unit.id, person, ...(door !== '' && { door }) }] : [],
        );
  const covering = useMemo(() => {
    const rated = new Set(subjects.map(({ unit }) => unit));
    const paths = around.units.flatMap(({ id, path }) => (rated.has(id) ? [path] : []));
    return around.rolls.filter(({ unit }) => paths.every((path) => path.includes(`/${unit.id}/`)));
  }, [around, ticked, pairs, whom]);
  const only = subjects.length > 0 && covering.length === 1 ? covering[0]?.id : undefined;
  const roll = picked ?? only ?? unchosen;
  const closesAt = fromInputs(closesDay, '20:00');
  const problems = tried
    ? [
        ...(title.trim() === '' ? [{ field: 'name', sentence: t('needName') }] : []),
        ...(whom === 'people' && unmatched !== '' ? [{ field: 'people', sentence: unmatched }] : []),
        ...(subjects.length === 0
          ? [{ field: whom === 'people' ? 'people' : 'scope', sentence: t('needSubjects') }]
          : []),
        ...(closesAt === undefined || closesAt <= Date.now()
          ? [{ field: 'closes', sentence: t('needWindow') }]
          : []),
        ...(around.rolls.length > 0 && roll === unchosen ? [{ field: 'roll', sentence: t('needRoll') }] : []),
        ...(organiser.trim() === '' ? [{ field: 'organiser', sentence: t('needOrganiser') }] : []),
      ]
    : [];
  const wrong = (field: string) => problems.find((one) => one.field === field)?.sentence;
  const send = () =>
    act(async () => {
      setTried(true);
      const unready =
        title.trim() === '' ||
        organiser.trim() === '' ||
        subjects.length === 0 ||
        (around.rolls.length > 0 && roll === unchosen) ||
        (whom === 'people' && unmatched !== '');
      if (unready || closesAt === undefined || closesAt <= Date.now()) return;
      const body = {
        title: title.trim(),
        period: period.trim(),
        words: '',
        post: whom === 'people' ? post.trim() || t('usualPost') : '',
        rules: presets[preset],
        closesAt,
        appealDays: 7,
        organiser: organiser.trim(),
        phone: phone.trim(),
        roll: roll === '' || roll === unchosen ? null : roll,
        campaign: null,
        seed: '',
        each: 3,
        subjects,
      };
      const made = await call(createEvaluation, { params: { unit: branch.id }, body });
      route(`/staff/evaluations/${made.id}`);
    });
  return (
    <form
      class="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ErrorSummary problems={problems} />
      <ChoiceGroup legend={t('how')}>
        {presetKinds.map((one) => (
          <Choice
            key={one}
            kind="radio"
            name="preset"
            checked={preset === one}
            onChange={() => setPreset(one)}
            label={brief(`preset-${one}`)}
            note={brief(`presetNote-${one}`)}
          />
        ))}
      </ChoiceGroup>
      <ChoiceGroup legend={t('whom')} across>
        <Choice
          kind="radio"
          name="whom"
          checked={whom === 'units'}
          onChange={() => setWhom('units')}
          label={t('whom-units')}
          note={t('whomNoteUnits')}
        />
        <Choice
          kind="radio"
          name="whom"
          checked={whom === 'people'}
          onChange={() => setWhom('people')}
          label={t('whom-people')}
          note={t('whomNotePeople')}
        />
      </ChoiceGroup>
      {whom === 'units' ? (
        <div id="scope" tabIndex={-1} class="stack tight">
          {wrong('scope') && <span class="field-error">{wrong('scope')}</span>}
          <Select
            label={t('rated')}
            value={kind}
            onChange={(value) => {
              setKind(value);
              setScope(new Set([branch.id]));
            }}
            options={kinds.map((one) => ({ value: one, label: unitKindWord(one) }))}
          />
          <TreePicker label={t('scope')} units={offered} chosen={scope} onChoose={setScope} />
        </div>
      ) : (
        <>
          <TextField label={t('post')} maxLength={20} value={post} onInput={setPost} />
          <TextField
            id="people"
            label={t('people')}
            hint={t('peopleHint')}
            lines={6}
            value={people}
            onInput={setPeople}
            error={wrong('people')}
          />
        </>
      )}
      <p class="note" role="status">
        {brief('subjectsN', { n: subjects.length })}
      </p>
      {around.rolls.length === 0 ? (
        <p class="note">
          {t('noFinalRoll')} <a href="/staff/rolls">{t('toRolls')}</a>
        </p>
      ) : (
        <Select
          id="roll"
          label={t('roll')}
          hint={picked === undefined && only ? t('rollOnly', { hint: t('rollHint') }) : t('rollHint')}
          error={wrong('roll')}
          value={roll}
          onChange={setRoll}
          options={[
            ...(roll === unchosen ? [{ value: unchosen, label: t('chooseRoll') }] : []),
            ...around.rolls.map((one) => ({ value: one.id, label: one.title })),
            { value: '', label: t('noRoll') },
          ]}
        />
      )}
      <TextField
        id="name"
        label={t('name')}
        maxLength={60}
        value={title}
        onInput={setTitle}
        error={wrong('name')}
      />
      <TextField
        label={t('period')}
        hint={t('periodHint')}
        optional
        maxLength={20}
        value={period}
        onInput={setPeriod}
      />
      <TextField
        id="closes"
        type="date"
        label={t('closesDay')}
        value={closesDay}
        onInput={setClosesDay}
        error={wrong('closes')}
      />
      <TextField
        id="organiser"
        label={t('organiser')}
        maxLength={50}
        value={organiser}
        onInput={setOrganiser}
        error={wrong('organiser')}
      />
      <TextField label={t('phone')} type="tel" maxLength={30} value={phone} onInput={setPhone} />
      {problem && <Banner kind="warn">{problem}</Banner>}
      <Button kind="primary" type="submit" busy={busy}>
        {t('create')}
      </Button>
    </form>
  );
}
