// Voting letters of a final roll: made building by building, shown this once, printed, and then said to be printed. What
// was made and never said to be printed is made anew the next time, and the earlier letters are void.
import { useMemo, useState } from 'preact/hooks';
import type { Output } from '../../schema/api/endpoint.ts';
import { getEvaluation } from '../../schema/api/evaluations.ts';
import {
  type Entry,
  getRoll,
  listEntries,
  makeLetters,
  markPrinted,
  type RollUnit,
  revokeLetters,
} from '../../schema/api/rolls.ts';
import { whoAmI } from '../../schema/api/session.ts';
import { getSettings } from '../../schema/api/settings.ts';
import { evaluationName } from '../../schema/evaluations/names.ts';
import type { RollKind } from '../../schema/rolls/rows.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { call } from '../ui/call.ts';
import { Empty } from '../ui/empty.tsx';
import { count } from '../ui/figures.ts';
import { useAct } from '../ui/load.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { momentWords } from '../ui/time.ts';
import { Toasts, toast } from '../ui/toast.tsx';
import { WaitingLine } from '../ui/waiting-line.tsx';
import { language } from '../ui/words/language.ts';
import { useChunks } from './chunks.ts';
import { LetterSheet } from './letter-sheet.tsx';
import { t } from './letter-words.ts';

/** Letters made and printed at a time. */
const partSize = 200;

export interface LettersFrom {
  view: Output<typeof getRoll>;
  /** whose letter is made anew; null: it is not on the roll */
  whose: Entry | null;
  /** that households mark in by these letters; undefined: they are for an election or a vote */
  marking: Marking | undefined;
  organiser: string;
  phone: string;
  demo: boolean;
}

export type Marking = Output<typeof getEvaluation>;

/** `entry`: the one whose letter is made anew, or ''; `evaluation`: the one that they are for, or '' for what there is. */
export async function readLetters(roll: string, entry: string, evaluation = ''): Promise<LettersFrom> {
  const params = { roll };
  const [view, me, found] = await Promise.all([
    call(getRoll, { params }),
    call(whoAmI, {}),
    entry === '' ? undefined : call(listEntries, { params, query: { entry } }),
  ]);
  // By itself only where there is one thing that they can be for.
  const [only, other] = view.elections.length === 0 ? view.evaluations : [];
  const asked = evaluation || (only && !other ? only.id : '');
  const [{ settings }, marking] = await Promise.all([
    call(getSettings, { params: { unit: view.roll.unit.id } }),
    asked === '' ? undefined : call(getEvaluation, { params: { evaluation: asked } }),
  ]);
  return {
    view,
    marking,
    whose: found?.entries[0] ?? null,
    // Signed by whoever holds the evaluation, or by the branch of the roll.
    organiser: marking?.evaluation.organiser ?? settings.organiser,
    phone: marking?.evaluation.phone || settings.phone,
    demo: me.demo,
  };
}

/** By building: the community's name and those on the way down; what a building's own name begins with is not said twice. */
export const placesOf = ({ roll, units }: LettersFrom['view']): ReadonlyMap<string, string> =>
  new Map(
    units.map(({ unit, above }) => {
      const names = [roll.unit.kind === 'city' ? '' : roll.unit.name, ...above.split(' ')];
      return [unit.id, [...names.filter((name) => name && !unit.name.startsWith(name)), unit.name].join(' ')];
    }),
  );

type Made = Output<typeof makeLetters>;

const whoWords = ({ unit, stairwell, door, name }: Entry): string =>
  [unit.name, stairwell === '' ? door : t('door', { stairwell, door }), name].filter(Boolean).join(' ');

/** `entry`: the one whose letter is made anew. */
export function LettersPage(props: { from: LettersFrom; entry: string; onPrinted: () => void }) {
  const { entry } = props;
  const { view, whose, marking } = props.from;
  const { roll } = view;
  // Where buildings are rated, theirs alone are offered first to last.
  const units = useMemo(() => {
    const rated = new Set(marking?.subjects.map(({ unit }) => unit));
    const homes = view.units.filter(({ unit }) => rated.has(unit.id));
    return homes.length > 0 ? homes : view.units;
  }, [view, marking]);
  const [organiser, setOrganiser] = useState(props.from.organiser);
  const [phone, setPhone] = useState(props.from.phone);
  const [chosen, setChosen] = useState(() => units.find((one) => one.letters < one.due)?.unit.id ?? '');
  const [made, setMade] = useState<Made>();
  const { busy, problem, act } = useAct();
  const building = units.find((one) => one.unit.id === chosen);
  const left = building ? building.due - building.letters : 0;
  const waits = roll.kind !== 'owner' && !marking && view.elections.every(({ settled }) => settled === 0);
  const make = () =>
    act(async () => {
      const of = entry === '' ? { unit: chosen } : { entry };
      setMade(await call(makeLetters, { params: { roll: roll.id }, body: { of, most: partSize } }));
    });
  const printed = () =>
    act(async () => {
      if (!made) return;
      const entries = made.letters.map((one) => one.entry);
      const body = { entries, making: made.making };
      const done = await call(markPrinted, { params: { roll: roll.id }, body });
      setMade(undefined);
      toast(
        done.printed === entries.length
          ? t('printedNow', { n: count(done.printed) })
          : t('overtaken', { n: count(entries.length - done.printed) }),
      );
      props.onPrinted();
    });
  if (roll.state !== 'frozen') return <Empty>{t('draft')}</Empty>;
  return (
    <div class="print-columns">
      <div class="stack no-print">
        <h1>{t(marking ? 'titleMarking' : 'title')}</h1>
        <p>{roll.title}</p>
        {marking && <p>{purposeOf(marking)}</p>}
        <Purposes from={props.from} />
        {entry === '' ? (
          <p class="note">{t('note')}</p>
        ) : (
          <p>{whose ? t('noteOne', { who: whoWords(whose) }) : t('gone')}</p>
        )}
        {waits && !made && <Banner kind="warn">{t('waits')}</Banner>}
        {entry === '' && units.some(({ due, entries }) => due < entries) && (
          <p class="note">{t('developer')}</p>
        )}
        {entry === '' && (
          <Select
            label={t('which')}
            value={chosen}
            disabled={made !== undefined}
            options={units.map(({ unit, letters, due }) => ({
              value: unit.id,
              label: `${unit.name}（${t('doneOf', { n: count(letters), all: count(due) })}）`,
            }))}
            onChange={setChosen}
          />
        )}
        <TextField label={t('organiserLabel')} maxLength={50} value={organiser} onInput={setOrganiser} />
        <TextField label={t('phoneLabel')} maxLength={30} value={phone} onInput={setPhone} />
        {problem && <Banner kind="warn">{problem}</Banner>}
        {!made && entry === '' && left === 0 && <p>● {t('allPrinted')}</p>}
        {!made && (whose || left > 0) && (
          <div>
            <Button kind="primary" busy={busy} onClick={make}>
              {entry === '' ? t('make', { n: count(Math.min(left, partSize)) }) : t('makeOne')}
            </Button>
          </div>
        )}
        {made && (
          <Ready made={made} coded={marking === undefined} kind={roll.kind} busy={busy} onPrinted={printed} />
        )}
        {!made && entry === '' && building && building.letters > 0 && (
          <VoidAll roll={roll.id} building={building} onVoid={props.onPrinted} />
        )}
        <p class="note">{t('envelope')}</p>
        <p class="note">{t('paper')}</p>
        <a href={`/staff/rolls/${roll.id}`}>{t('toRoll')}</a>
      </div>
      {made && (
        <Sheets
          made={made}
          kind={roll.kind}
          title={roll.title}
          sha256={roll.sha256}
          marking={marking}
          placeOf={placesOf(props.from.view)}
          organiser={organiser}
          phone={phone}
        />
      )}
      <Toasts />
    </div>
  );
}

/** For letters of a building that were lost or taken on their way: all of them end. */
function VoidAll(props: { roll: string; building: RollUnit; onVoid: () => void }) {
  const { unit, letters } = props.building;
  const end = async () => {
    const params = { roll: props.roll };
    const { revoked } = await call(revokeLetters, { params, body: { of: { unit: unit.id } } });
    toast(t('voidedNow', { n: count(revoked) }));
    props.onVoid();
  };
  return (
    <div>
      <AskButton
        small
        word={t('voidAll')}
        title={t('voidTitle', { name: unit.name })}
        verb={t('voidAct', { n: count(letters) })}
        danger
        onAct={end}
      >
        <p>{t('voidWords')}</p>
      </AskButton>
    </div>
  );
}

const purposeOf = ({ evaluation }: Marking): string =>
  t(evaluation.state === 'draft' ? 'forMarkingSoon' : 'forMarking', {
    title: evaluationName(evaluation),
    day: momentWords(evaluation.closesAt),
  });

/** The other things that letters of this roll can be for: what is printed says one of them. */
function Purposes({ from: { view, marking } }: { from: LettersFrom }) {
  const others = view.evaluations.filter(({ id }) => id !== marking?.evaluation.id);
  if (others.length === 0) return null;
  return (
    <ul class="plain">
      {others.map((one) => (
        <li key={one.id}>
          <a href={`?roll=${view.roll.id}&evaluation=${one.id}`}>
            {t('toMarking', { title: evaluationName(one) })}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Ready(props: {
  made: Made;
  /** for what the check code of an election or a vote stands for */
  coded: boolean;
  kind: RollKind;
  busy: boolean;
  onPrinted: () => void;
}) {
  const n = props.made.letters.length;
  return (
    <div class="stack">
      <p role="status">
        <b>{t('ready', { n: count(n) })}</b>
      </p>
      <Banner kind="warn">{t('once')}</Banner>
      {props.coded &&
        (props.kind === 'owner'
          ? props.made.about === null && <p>▲ {t('noVote')}</p>
          : props.made.settled === null && <p>▲ {t('noCode')}</p>)}
      <div class="line">
        <Button kind="primary" onClick={() => print()}>
          {t('print', { n: count(n) })}
        </Button>
        <Button kind="outlined" busy={props.busy} onClick={props.onPrinted}>
          {t('printed')}
        </Button>
      </div>
    </div>
  );
}

function Sheets(props: {
  made: Made;
  kind: RollKind;
  title: string;
  sha256: string | null;
  marking: Marking | undefined;
  placeOf: ReadonlyMap<string, string>;
  organiser: string;
  phone: string;
}) {
  const { made, title, placeOf, organiser, phone } = props;
  const key = `${language()} ${made.making} ${organiser} ${phone}`;
  const drawn = useChunks(key, made.letters.length, 8);
  const sheets = useMemo(
    () =>
      made.letters.map((letter) => (
        <LetterSheet
          key={letter.entry}
          letter={letter}
          origin={made.origin}
          settled={made.settled}
          about={made.about}
          sha256={props.sha256}
          marking={props.marking?.evaluation}
          kind={props.kind}
          title={title}
          place={placeOf.get(letter.unit) ?? ''}
          organiser={organiser}
          phone={phone}
        />
      )),
    [key, made, title],
  );
  return (
    <section class="sheets" aria-label={t('preview')}>
      {drawn < sheets.length && <WaitingLine what={t('preparing')} done={drawn} total={sheets.length} />}
      {sheets.slice(0, drawn)}
    </section>
  );
}
