// Who watches over the boxes of an election: appointed here, with a link that is shown once.
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { rehearse } from '../../../schema/api/boxes.ts';
import type { Election } from '../../../schema/api/elections.ts';
import type { Output } from '../../../schema/api/endpoint.ts';
import {
  addTeller,
  listTellers,
  removeTeller,
  renewTellerLink,
  type Teller,
} from '../../../schema/api/tellers.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { CopyText } from '../copy-text.tsx';
import { t } from './words.ts';

interface Link {
  name: string;
  link: string;
}

export function Tellers({ election, changed }: { election: Election; changed: () => void }) {
  const params = { election: election.id };
  const loaded = useLoad(`tellers ${election.id}`, () => call(listTellers, { params }));
  const [adding, setAdding] = useState(false);
  const [link, setLink] = useState<Link>();
  const { busy, problem, act } = useAct();
  const [rehearsal, setRehearsal] = useState<Output<typeof rehearse>>();
  const { route } = useLocation();
  const startRehearsal = () => act(async () => setRehearsal(await call(rehearse, { params, body: {} })));
  const again = () => {
    loaded.again();
    changed();
  };
  const renew = ({ id, name }: Teller) =>
    act(async () => {
      const made = await call(renewTellerLink, { params: { ...params, teller: id }, body: {} });
      setLink({ name, link: made.link });
    });
  const remove = ({ id, name }: Teller) =>
    act(async () => {
      await call(removeTeller, { params: { ...params, teller: id }, body: {} });
      toast(t('removedToast', { name }));
      again();
    });
  return (
    <section class="stack no-print" aria-label={t('tellers')}>
      <h2>{t('tellers')}</h2>
      <p class="note">{t('tellersNote', { k: election.quorum, less: election.quorum - 1 })}</p>
      {problem && <Banner kind="warn">{problem}</Banner>}
      <Loading from={loaded}>
        {({ tellers }) => (
          <ul class="bare stack tight">
            {tellers.every(({ removedAt }) => removedAt !== null) && <li>{t('none')}</li>}
            {tellers
              .filter(({ removedAt }) => removedAt === null)
              .map((one) => (
                <li key={one.id} class="line">
                  <span>
                    {one.provedAt === null ? '○' : '●'} {one.name} · {one.unit.name}{' '}
                    <span class="note">
                      {t(one.provedAt !== null ? 'ready' : one.registered ? 'registered' : 'waits')}
                      {one.fixed && ` · ${t('fixed')}`}
                    </span>
                    {one.unsigned > 0 && <b> ▲ {t('unsigned', { n: one.unsigned })}</b>}
                  </span>
                  {election.mayEdit && (
                    <>
                      <Button small busy={busy} onClick={() => renew(one)}>
                        {t('newLink')}
                      </Button>
                      {!one.fixed && (
                        <Button small busy={busy} onClick={() => remove(one)}>
                          {t('remove')}
                        </Button>
                      )}
                    </>
                  )}
                </li>
              ))}
          </ul>
        )}
      </Loading>
      {election.mayEdit && (
        <div>
          <Button small kind="outlined" expanded={adding} onClick={() => setAdding(!adding)}>
            {t('add')}
          </Button>{' '}
          <Button small busy={busy} onClick={startRehearsal}>
            {t('rehearse')}
          </Button>
          <p class="note">{t('rehearseNote')}</p>
        </div>
      )}
      {rehearsal && (
        <Dialog
          title={t('rehearsed')}
          verb={t('toRehearsal')}
          done
          onAct={() => route(`/staff/elections/${rehearsal.election}`)}
          onClose={() => setRehearsal(undefined)}
        >
          {rehearsal.letters.map(({ door, link: address }) => (
            <CopyText key={door} text={address} label={door} />
          ))}
        </Dialog>
      )}
      {adding && (
        <Add
          election={election}
          added={(made) => {
            setAdding(false);
            setLink(made);
            again();
          }}
        />
      )}
      {link && (
        <Dialog
          title={t('linkTitle', { name: link.name })}
          verb={t('linkSent')}
          done
          onAct={() => setLink(undefined)}
          onClose={() => setLink(undefined)}
        >
          <p>{t('linkNote')}</p>
          <QrCode text={link.link} of={link.name} />
          <CopyText text={link.link} />
        </Dialog>
      )}
    </section>
  );
}

function Add({ election, added }: { election: Election; added: (made: Link) => void }) {
  const [name, setName] = useState('');
  const [unit, setUnit] = useState(election.unit.id);
  const [tried, setTried] = useState(false);
  const { busy, problem, act } = useAct();
  return (
    <form
      class="sheet card"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const who = name.trim();
        if (who === '') return;
        act(async () => {
          const { link } = await call(addTeller, {
            params: { election: election.id },
            body: { unit, name: who },
          });
          added({ name: who, link });
        });
      }}
    >
      <TextField
        label={t('name')}
        maxLength={40}
        value={name}
        error={tried && name.trim() === '' ? t('needName') : undefined}
        onInput={setName}
      />
      <UnitPicker label={t('where')} chosen={unit} onChoose={(chosen) => setUnit(chosen.id)} />
      {problem && <Banner kind="warn">{problem}</Banner>}
      <div>
        <Button type="submit" kind="outlined" busy={busy}>
          {t('addAct')}
        </Button>
      </div>
    </form>
  );
}
