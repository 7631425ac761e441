// One person's entry of a batch: figures in the order in which they are read out, the sum checked while typing, and where
// the other read something else.
import { useState } from 'preact/hooks';
import { type Batch, type CountDesk, enterSheet } from '../../../../schema/api/counts.ts';
import { type SheetFault, sheetFaults } from '../../../../schema/elections/count-sheet.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { call } from '../../../ui/call.ts';
import { useAct } from '../../../ui/load.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast.tsx';
import { sheetOf, sumsOf, type TypedField, type TypedSheet, typedOf } from './typed-sheet.ts';
import { t } from './words.ts';

interface Props {
  desk: CountDesk;
  batch: Batch;
  onDesk: (desk: CountDesk) => void;
  onClose: () => void;
}

export function SheetForm({ desk, batch, onDesk, onClose }: Props) {
  const [typed, setTyped] = useState(() => typedOf(desk, batch.mine));
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const { method } = batch;
  const { seats, style, writeIns, candidates } = desk;
  const { sheet, wrong } = sheetOf(typed, method, desk);
  const faults = sheetFaults(sheet, {
    method,
    seats,
    style,
    writeIns,
    candidates: candidates.map(({ id }) => id),
  });
  const set = (change: Partial<TypedSheet>) => setTyped((before) => ({ ...before, ...change }));
  const send = () =>
    act(async () => {
      setTried(true);
      if (wrong.size > 0 || faults.length > 0) return;
      const params = { contest: desk.contest, batch: batch.id };
      const after = await call(enterSheet, { params, body: { sheet } });
      const now = after.batches.find(({ id }) => id === batch.id);
      toast(
        now?.agreed
          ? t('sentAgreed')
          : now && now.differences.length > 0
            ? t('sentDiffer', { n: now.differences.length })
            : t('sent'),
      );
      onDesk(after);
      onClose();
    });
  const wrongOf = (field: string) => {
    const why = tried ? wrong.get(field) : wrong.get(field) === 'number' ? 'number' : undefined;
    return why && t(`fault-${why}`);
  };
  const plain = (field: TypedField, label: string, hint?: string) => (
    <TextField
      short
      type="number"
      label={label}
      hint={hint}
      value={typed[field]}
      error={wrongOf(field)}
      onInput={(value) => set({ [field]: value })}
      min={0}
    />
  );
  const hands = method === 'hands';
  return (
    <form
      class="stack count-sheet"
      aria-label={batch.name}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="count-figures">
        {hands ? (
          plain('present', t('presentHands'))
        ) : (
          <>
            {plain('issued', t('issued'))}
            {plain('collected', t('collected'))}
            {plain('over', t('over'), t('overHint', { seats }))}
            {plain('spoilt', t('spoilt'), t('spoiltHint'))}
          </>
        )}
        {plain('blank', hands ? t('blankHands') : t('blank'))}
      </div>
      <fieldset class="stack tight">
        <legend class="field-label">{t('votes')}</legend>
        <div class="count-figures">
          {candidates.map(({ id, name }) => (
            <VotesOf
              key={id}
              name={name}
              hands={hands}
              each={style === 'each'}
              for={typed.for[id] ?? ''}
              against={typed.against[id] ?? ''}
              wrongFor={wrongOf(`for:${id}`)}
              wrongAgainst={wrongOf(`against:${id}`)}
              onFor={(value) => set({ for: { ...typed.for, [id]: value } })}
              onAgainst={(value) => set({ against: { ...typed.against, [id]: value } })}
            />
          ))}
        </div>
      </fieldset>
      {writeIns && <Written typed={typed} wrongOf={wrongOf} onChange={(written) => set({ written })} />}
      {!hands && <div class="count-figures">{plain('present', t('present'), t('presentHint'))}</div>}
      <Sums sheet={sheet} desk={desk} />
      {!hands && sheet.collected > sheet.issued && typed.issued !== '' && (
        <Banner kind="warn">{t('moreThanIssued', { n: sheet.collected - sheet.issued })}</Banner>
      )}
      {tried && wrong.size === 0 && faults.length > 0 && (
        <Banner kind="warn">{faults.map((one) => faultWords(one, desk)).join(' ')}</Banner>
      )}
      {problem && <Banner kind="warn">{problem}</Banner>}
      <div class="line">
        <Button type="submit" kind="primary" busy={busy}>
          {t('send')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

function VotesOf(props: {
  name: string;
  hands: boolean;
  each: boolean;
  for: string;
  against: string;
  wrongFor: string | undefined;
  wrongAgainst: string | undefined;
  onFor: (value: string) => void;
  onAgainst: (value: string) => void;
}) {
  const { name, hands, each } = props;
  return (
    <>
      <TextField
        short
        type="number"
        min={0}
        label={each ? t('for', { name }) : hands ? t('hand', { name }) : name}
        value={props.for}
        error={props.wrongFor}
        onInput={props.onFor}
      />
      {each && (
        <TextField
          short
          type="number"
          min={0}
          label={t('against', { name })}
          value={props.against}
          error={props.wrongAgainst}
          onInput={props.onAgainst}
        />
      )}
    </>
  );
}

function Written(props: {
  typed: TypedSheet;
  wrongOf: (field: string) => string | undefined;
  onChange: (written: TypedSheet['written']) => void;
}) {
  const { wrongOf, onChange } = props;
  const { written } = props.typed;
  const put = (row: number, change: Partial<TypedSheet['written'][number]>) =>
    onChange(written.map((one, at) => (at === row ? { ...one, ...change } : one)));
  return (
    <fieldset class="stack tight">
      <legend class="field-label">{t('writtenTitle')}</legend>
      {written.map((one, row) => (
        // Rows have no names of their own until they are typed.
        <div key={row} class="count-written">
          <TextField
            label={t('writtenName')}
            maxLength={60}
            value={one.name}
            error={wrongOf(`name:${row}`)}
            onInput={(name) => put(row, { name })}
          />
          <TextField
            short
            type="number"
            min={1}
            label={t('writtenVotes')}
            value={one.for}
            error={wrongOf(`written:${row}`)}
            onInput={(n) => put(row, { for: n })}
          />
          <Button
            small
            label={`${t('dropWritten')}：${one.name}`}
            onClick={() => onChange(written.filter((_, at) => at !== row))}
          >
            {t('dropWritten')}
          </Button>
        </div>
      ))}
      <div>
        <Button small kind="outlined" onClick={() => onChange([...written, { name: '', for: '' }])}>
          {t('addWritten')}
        </Button>
      </div>
    </fieldset>
  );
}

/** Said while typing, so that a slip is seen beside the ballots and not at the desk. */
function Sums({ sheet, desk }: { sheet: ReturnType<typeof sheetOf>['sheet']; desk: CountDesk }) {
  if (desk.style === 'each' || sheet.collected === 0) return null;
  const { spoken, least, most, has } = sumsOf(sheet, desk.seats);
  const right = has >= least && has <= most;
  return (
    <p role="status" class={right ? undefined : 'count-off'}>
      {t(least === most ? 'sumsOne' : 'sums', { spoken, least, most, has })}{' '}
      <b>{t(right ? 'sumsRight' : 'sumsOff')}</b>
    </p>
  );
}

function faultWords(fault: SheetFault, desk: CountDesk): string {
  switch (fault.code) {
    case 'one': {
      const name = desk.candidates.find(({ id }) => id === fault.of)?.name ?? fault.of;
      return t('fault-one', { of: name, has: fault.has, wants: fault.wants });
    }
    case 'parts':
    case 'present':
    case 'few':
    case 'many':
      return t(`fault-${fault.code}`, { has: fault.has, wants: fault.wants });
    default:
      return t('fault-other');
  }
}
