// What an admin may do to one account.
import { useState } from 'preact/hooks';
import type { Output } from '../../../schema/api/endpoint.ts';
import { type Account, resetStaff, updateStaff } from '../../../schema/api/staff.ts';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useAct } from '../../ui/load.ts';
import { Menu } from '../../ui/menu.tsx';
import { sentenceOf } from '../../ui/problem.ts';
import { toast } from '../../ui/toast.tsx';
import { type GrantDraft, GrantsField, grantsOf } from './grants-field.tsx';
import { InvitationCard } from './invitation-card.tsx';
import { t } from './words.ts';

export function AccountActs(props: { account: Account; onChanged: () => void }) {
  const { account, onChanged } = props;
  const { name } = account;
  const [open, setOpen] = useState<'reset' | 'access'>();
  const [invitation, setInvitation] = useState<Output<typeof resetStaff>>();
  const { busy, problem, act } = useAct();
  const params = { staff: account.id };
  const use = (disabled: boolean, rev = account.rev) => {
    call(updateStaff, { params, body: { rev, disabled } })
      .then((next) => {
        onChanged();
        toast(
          t(disabled ? 'disabledNow' : 'enabledNow', { name }),
          disabled ? () => use(false, next.rev) : undefined,
        );
      })
      .catch((thrown: unknown) => toast(sentenceOf(thrown)));
  };
  if (invitation)
    return (
      <InvitationCard
        name={name}
        invitation={invitation}
        onClose={() => {
          setInvitation(undefined);
          onChanged();
        }}
      />
    );
  return (
    <>
      <Menu
        about={name}
        items={[
          { title: t('change'), onChoose: () => setOpen('access') },
          { title: t('reset'), onChoose: () => setOpen('reset') },
          account.disabled
            ? { title: t('enable'), onChoose: () => use(false) }
            : { title: t('disable'), danger: true, onChoose: () => use(true) },
        ]}
      />
      {open === 'access' && (
        <Access
          account={account}
          onDone={() => {
            setOpen(undefined);
            onChanged();
          }}
        />
      )}
      {open === 'reset' && (
        <Dialog
          title={t('resetTitle', { name })}
          verb={t('resetAct')}
          danger
          busy={busy}
          problem={problem}
          onClose={() => setOpen(undefined)}
          onAct={() =>
            act(async () => {
              setInvitation(await call(resetStaff, { params, body: {} }));
              setOpen(undefined);
            })
          }
        >
          <p>{t('resetWords')}</p>
        </Dialog>
      )}
    </>
  );
}

function Access(props: { account: Account; onDone: () => void }) {
  const { account } = props;
  const [drafts, setDrafts] = useState<GrantDraft[]>(
    account.grants.map((grant) => ({ role: grant.role, unit: grant.unit })),
  );
  const { busy, problem, act } = useAct();
  const grants = grantsOf(drafts);
  const before = account.grants.map(({ role, unit }) => ({ role, unit: unit.id }));
  const save = (rev: number, given: typeof before) =>
    call(updateStaff, { params: { staff: account.id }, body: { rev, grants: given } });
  const send = () =>
    act(async () => {
      if (!grants) return;
      const { rev } = await save(account.rev, grants);
      toast(t('changed'), () => save(rev, before).then(props.onDone));
      props.onDone();
    });
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {problem && <p class="field-error">{problem}</p>}
      <GrantsField value={drafts} onChange={setDrafts} error={grants ? undefined : t('needGrant')} />
      <div>
        <Button type="submit" kind="outlined" busy={busy}>
          {t('changeAct')}
        </Button>
      </div>
    </form>
  );
}
