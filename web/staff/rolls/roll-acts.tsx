// What is done with a whole roll: printed, exported, corrected in a next version, named, put away and brought back.
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { correctRoll, exportRoll, updateRoll } from '../../../schema/api/rolls.ts';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { addressOf, call } from '../../ui/call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useAct } from '../../ui/load.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import type { RollProps, RollView } from './roll-page.tsx';
import { rollAddress } from './rolls.tsx';
import { t } from './words.ts';

const lettersOf = (id: string) => `/print/letters?roll=${id}`;

/** Letters of an election carry the check code of what was settled: before there is one, they wait. */
export const lettersDue = ({ roll, elections }: RollView): boolean =>
  roll.kind === 'owner' || elections.some(({ settled }) => settled > 0);

export function RollActs({ view, onChanged }: RollProps) {
  const { roll } = view;
  const { route } = useLocation();
  const { problem, act } = useAct();
  const [naming, setNaming] = useState(false);
  const put = (removed: boolean, rev: number) =>
    act(async () => {
      const after = await call(updateRoll, { params: { roll: roll.id }, body: { rev, removed } });
      const { title } = roll;
      if (removed) toast(t('removed', { title }), () => put(false, after.rev));
      else toast(t('restored', { title }));
      onChanged();
    });
  const correct = () =>
    act(async () => {
      const next = await call(correctRoll, { params: { roll: roll.id }, body: {} });
      toast(t('corrected', { n: next.version }));
      route(rollAddress(next.id));
    });
  const fileOf = (format: 'csv' | 'ndjson') =>
    addressOf(exportRoll, { params: { roll: roll.id }, query: { format } });
  const newest = view.versions.every(
    ({ version, removedAt }) => removedAt !== null || version <= roll.version,
  );
  const items: MenuItem[] = [
    { title: t('export'), href: fileOf('csv') },
    ...(roll.state === 'frozen' ? [{ title: t('exportBytes'), href: fileOf('ndjson') }] : []),
    ...(newest && roll.state === 'frozen' && !lettersDue(view)
      ? [{ title: t('printLetters'), href: lettersOf(roll.id) }]
      : []),
    ...(roll.state === 'frozen' && newest && roll.kind === 'owner'
      ? [{ title: t('ownerVote'), href: `/staff/owner-votes?new&roll=${roll.id}` }]
      : []),
    ...(roll.state === 'frozen' && newest ? [{ title: t('correct'), onChoose: correct }] : []),
    ...(roll.state === 'draft'
      ? [
          { title: t('rename'), onChoose: () => setNaming(true) },
          roll.removedAt === null
            ? { title: t('remove'), onChoose: () => void put(true, roll.rev) }
            : { title: t('restore'), onChoose: () => void put(false, roll.rev) },
        ]
      : []),
  ];
  return (
    <>
      {roll.state === 'frozen' && newest && lettersDue(view) && (
        <LinkButton kind="primary" href={lettersOf(roll.id)}>
          {t('printLetters')}
        </LinkButton>
      )}
      <Menu title={t('more')} items={items} />
      {naming && <Rename view={view} onChanged={onChanged} onClose={() => setNaming(false)} />}
      {problem && <Banner kind="warn">{problem}</Banner>}
    </>
  );
}

function Rename({ view, onChanged, onClose }: RollProps & { onClose: () => void }) {
  const { roll } = view;
  const [title, setTitle] = useState(roll.title);
  const [note, setNote] = useState(roll.note);
  const { busy, problem, act } = useAct();
  const send = () =>
    act(async () => {
      if (title.trim() === '') return;
      const body = { rev: roll.rev, title: title.trim(), note: note.trim() };
      await call(updateRoll, { params: { roll: roll.id }, body });
      toast(t('saved'));
      onClose();
      onChanged();
    });
  return (
    <Dialog
      title={t('rename')}
      verb={t('save')}
      busy={busy}
      problem={problem || (title.trim() === '' ? t('needTitle') : '')}
      onAct={send}
      onClose={onClose}
    >
      <TextField label={t('name')} maxLength={60} value={title} onInput={setTitle} />
      <TextField label={t('note')} optional maxLength={200} value={note} onInput={setNote} />
    </Dialog>
  );
}
