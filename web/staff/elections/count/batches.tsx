// Batches of a contest: begun, entered by two people, and where they differ.
import { useState } from 'preact/hooks';
import { addBatch, type Batch, type CountDesk, changeBatch } from '../../../../schema/api/counts.ts';
import type { Difference, Method } from '../../../../schema/elections/count-sheet.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { call } from '../../../ui/call.ts';
import { Choice, ChoiceGroup } from '../../../ui/choice.tsx';
import { freshId } from '../../../ui/fresh-id.ts';
import { useAct } from '../../../ui/load.ts';
import { Table } from '../../../ui/table.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { toast } from '../../../ui/toast.tsx';
import { SheetForm } from './sheet-form.tsx';
import { t } from './words.ts';

interface Props {
  desk: CountDesk;
  /** ballots may be entered now */
  open: boolean;
  onDesk: (desk: CountDesk) => void;
}

export function Batches({ desk, open, onDesk }: Props) {
  const [entering, setEntering] = useState('');
  const [adding, setAdding] = useState(false);
  const standing = desk.batches.filter(({ removed }) => !removed);
  const removed = desk.batches.filter((one) => one.removed);
  return (
    <section class="stack" aria-label={t('batches')}>
      <div class="stack tight">
        <h2>{t('batches')}</h2>
        <p class="note">{t('batchesNote')}</p>
      </div>
      {standing.length === 0 && open && <p>{t('noBatches')}</p>}
      {standing.map((batch) => (
        <OneBatch
          key={batch.id}
          desk={desk}
          batch={batch}
          open={open}
          entering={entering === batch.id}
          onEnter={(on) => setEntering(on ? batch.id : '')}
          onDesk={onDesk}
        />
      ))}
      {open && entering === '' && (
        <div>
          <Button kind="outlined" expanded={adding} onClick={() => setAdding(!adding)}>
            {t('add')}
          </Button>
        </div>
      )}
      {adding && open && entering === '' && (
        <Add
          desk={desk}
          onAdded={(after, id) => {
            setAdding(false);
            onDesk(after);
            setEntering(id);
          }}
        />
      )}
      {removed.length > 0 && desk.mayEdit && open && (
        <details>
          <summary>{t('removedOnes')}</summary>
          {removed.map((batch) => (
            <Restore key={batch.id} desk={desk} batch={batch} onDesk={onDesk} />
          ))}
        </details>
      )}
    </section>
  );
}

function stateWords({ by, first, differences, agreed, method }: Batch): string {
  const names = by.join('、');
  if (agreed) return t(method === 'hands' ? 'agreedHands' : 'agreed', { names, n: agreed.collected });
  if (differences.length > 0) return t('differ', { n: differences.length });
  if (by.length === 0) return t('none');
  return first === null ? t('half', { name: names }) : t('halfMine');
}

function OneBatch(props: {
  desk: CountDesk;
  batch: Batch;
  open: boolean;
  entering: boolean;
  onEnter: (on: boolean) => void;
  onDesk: (desk: CountDesk) => void;
}) {
  const { desk, batch, open, entering, onEnter, onDesk } = props;
  const { busy, problem, act } = useAct();
  const change = (body: { removed?: boolean; reopen?: true }, rev = batch.rev) =>
    act(async () => {
      const params = { contest: desk.contest, batch: batch.id };
      const after = await call(changeBatch, { params, body: { rev, ...body } });
      const now = after.batches.find(({ id }) => id === batch.id);
      if (body.reopen) toast(t('reopened'));
      else if (now?.removed && !batch.byTwo)
        toast(t('removed', { name: batch.name }), () => change({ removed: false }, now.rev));
      else if (now?.removed) toast(t('removed', { name: batch.name }));
      else if (body.removed) toast(t('waitsSecond'));
      else toast(t('restored', { name: batch.name }));
      onDesk(after);
    });
  const own = batch.first !== null || batch.by.length < 2;
  return (
    <article class="card stack tight count-batch">
      <h3>
        {batch.name} <span class="note">{t(batch.method)}</span>
      </h3>
      <p role="status">{stateWords(batch)}</p>
      {batch.out && <p>{t('askedOut', { name: batch.out.by })}</p>}
      {batch.differences.length > 0 && <Differences desk={desk} batch={batch} />}
      {entering && open ? (
        <SheetForm desk={desk} batch={batch} onDesk={onDesk} onClose={() => onEnter(false)} />
      ) : (
        open && (
          <div class="line">
            {!batch.agreed && own && (
              <Button
                small
                kind="outlined"
                label={`${t(batch.mine ? 'correct' : 'enter')}：${batch.name}`}
                onClick={() => onEnter(true)}
              >
                {t(batch.mine ? 'correct' : 'enter')}
              </Button>
            )}
            {!batch.agreed && !own && (
              <span class="note">{t('notYours', { names: batch.by.join('、') })}</span>
            )}
            {batch.agreed && desk.mayEdit && (
              <Button small busy={busy} onClick={() => change({ reopen: true })}>
                {t('reopen')}
              </Button>
            )}
            {desk.mayEdit && !batch.out?.mine && (
              <Button small busy={busy} onClick={() => change({ removed: true })}>
                {t(batch.out ? 'agreeOut' : 'remove')}
              </Button>
            )}
            {desk.mayEdit && batch.out && (
              <Button small busy={busy} onClick={() => change({ removed: false })}>
                {t('keepIt')}
              </Button>
            )}
          </div>
        )
      )}
      {problem && <Banner kind="warn">{problem}</Banner>}
    </article>
  );
}

function Restore({
  desk,
  batch,
  onDesk,
}: {
  desk: CountDesk;
  batch: Batch;
  onDesk: (desk: CountDesk) => void;
}) {
  const { busy, problem, act } = useAct();
  const restore = () =>
    act(async () => {
      const params = { contest: desk.contest, batch: batch.id };
      onDesk(await call(changeBatch, { params, body: { rev: batch.rev, removed: false } }));
      toast(t('restored', { name: batch.name }));
    });
  return (
    <p class="line">
      <span>{batch.name}</span>
      {batch.by.length < 2 && (
        <Button small busy={busy} onClick={restore}>
          {t('restore')}
        </Button>
      )}
      {problem && <span class="field-error">{problem}</span>}
    </p>
  );
}

/** The name of a figure, as it stands on the form. */
function fieldWords({ field, of }: Difference, { candidates, style }: CountDesk, method: Method): string {
  const name = candidates.find(({ id }) => id === of)?.name ?? of ?? '';
  if (field === 'for' && style === 'choose') return name;
  if (field === 'for' || field === 'against') return t(field, { name });
  if (field === 'written') return t('rowOf', { name });
  if (field === 'blank' && method === 'hands') return t('blankHands');
  return t(field);
}

/** Candidates in the order of the ballot. */
function asOnTheForm(differences: readonly Difference[], { candidates }: CountDesk): Difference[] {
  const place = ({ of }: Difference) => candidates.findIndex(({ id }) => id === of);
  const votes = differences.filter((line) => place(line) >= 0).sort((a, b) => place(a) - place(b));
  const isOther = (line: Difference) => place(line) < 0;
  const [figures, names] = [
    differences.filter((line) => isOther(line) && line.of === undefined),
    differences.filter((line) => isOther(line) && line.of !== undefined),
  ];
  return [...figures, ...votes, ...names];
}

function Differences({ desk, batch }: { desk: CountDesk; batch: Batch }) {
  const { differences, first, by, method } = batch;
  const shown = (value: number | null) => (value === null ? '—' : value);
  const [one, other] = first === null ? by : first ? [t('yours'), t('others')] : [t('others'), t('yours')];
  return (
    <>
      <Table
        caption={t('differ', { n: differences.length })}
        hideCaption
        keepTable
        rows={asOnTheForm(differences, desk)}
        rowKey={(line) => `${line.field} ${line.of ?? ''}`}
        columns={[
          { key: 'figure', title: t('figure'), head: true, cell: (line) => fieldWords(line, desk, method) },
          { key: 'first', title: one ?? '', number: true, cell: (line) => shown(line.first) },
          { key: 'second', title: other ?? '', number: true, cell: (line) => shown(line.second) },
        ]}
      />
      <p class="note">{t('differNote')}</p>
    </>
  );
}

function Add({ desk, onAdded }: { desk: CountDesk; onAdded: (desk: CountDesk, id: string) => void }) {
  const [id] = useState(freshId);
  const [name, setName] = useState(desk.batches.length === 0 ? t('firstBatch') : '');
  const [method, setMethod] = useState<Method>('paper');
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  const send = () =>
    act(async () => {
      setTried(true);
      if (name.trim() === '') return;
      const params = { contest: desk.contest, batch: id };
      onAdded(await call(addBatch, { params, body: { name: name.trim(), method } }), id);
    });
  return (
    <form
      class="sheet card"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextField
        label={t('batchName')}
        hint={t('batchNameHint')}
        maxLength={40}
        value={name}
        onInput={setName}
        error={tried && name.trim() === '' ? t('needName') : undefined}
      />
      {desk.preset === 'spot' && (
        <ChoiceGroup legend={t('method')} across>
          {(['paper', 'hands'] as const).map((one) => (
            <Choice
              key={one}
              kind="radio"
              name="method"
              checked={method === one}
              onChange={() => setMethod(one)}
              label={t(one)}
            />
          ))}
        </ChoiceGroup>
      )}
      {problem && <Banner kind="warn">{problem}</Banner>}
      <div>
        <Button type="submit" kind="outlined" busy={busy}>
          {t('addAct')}
        </Button>
      </div>
    </form>
  );
}
