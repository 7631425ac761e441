// Handing out ballots by hand, at the desk or the door: the doors of a contest, one pressed, a reason, and paper or this device.
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { checkInByHand, listDoors } from '../../../schema/api/boxes.ts';
import type { Output } from '../../../schema/api/endpoint.ts';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { freshId } from '../../ui/fresh-id.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { ApiProblem } from '../../ui/problem.ts';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { Page } from '../page.tsx';
import { t } from './words.ts';

type Desk = Output<typeof listDoors>;
type Door = Desk['doors'][number];

export function DeskPage() {
  const { params } = useRoute();
  const contest = params.contest ?? '';
  const loaded = useLoad(`doors ${contest}`, () => call(listDoors, { params: { contest } }));
  const [door, setDoor] = useState<Door>();
  return (
    <Loading from={loaded}>
      {(desk) => (
        <Page
          title={`${t('desk')} · ${desk.name}`}
          steps={[{ title: t('home'), href: '/staff/' }, { title: t('desk') }]}
          facts={t('deskFacts', {
            title: desk.title,
            n: desk.doors.filter(({ channel }) => channel !== null).length,
            total: desk.doors.length,
          })}
        >
          <p class="note">{t('deskNote')}</p>
          {door && (
            <Give
              contest={contest}
              desk={desk}
              door={door}
              given={loaded.again}
              onClose={() => setDoor(undefined)}
            />
          )}
          <ul class="bare desk-doors">
            {desk.doors.map((one) => (
              <li key={one.entry}>
                <Button kind="outlined" disabled={one.channel !== null} onClick={() => setDoor(one)}>
                  <span>
                    {one.channel === null ? '○' : '●'} {one.door}
                  </span>
                  {one.name !== '' && <span>{one.name}</span>}
                  <span class="note">{notesOf(one, desk).join(' · ')}</span>
                </Button>
              </li>
            ))}
          </ul>
        </Page>
      )}
    </Loading>
  );
}

type Who = 'own' | 'helped' | 'proxy';

/** How it took part, whom it lets vote, and for whom it votes. */
function notesOf({ entry, channel, proxy }: Door, { doors }: Desk): string[] {
  const held = doors.filter((one) => one.proxy?.entry === entry).map(({ door }) => door);
  return [
    t(states[channel ?? 'free']),
    ...(proxy ? [t('proxyOf', { door: proxy.door })] : []),
    ...(held.length > 0 ? [t('holds', { doors: held.join('、') })] : []),
  ];
}

const states = { paper: 'doorPaper', token: 'doorToken', free: 'doorFree' } as const;

/** Over the page, so that the door that was pressed stays where it is. */
function Give(props: { contest: string; desk: Desk; door: Door; given: () => void; onClose: () => void }) {
  const { contest, desk, door } = props;
  const [who, setWho] = useState<Who>('own');
  const [reason, setReason] = useState('');
  const [consent, setConsent] = useState(false);
  const [tried, setTried] = useState(false);
  const [press] = useState(freshId);
  const { busy, problem, act } = useAct();
  const helped = who === 'helped';
  const needsReason = helped && reason.trim() === '';
  const ready = () => {
    setTried(true);
    return !needsReason && consent;
  };
  const hand = (blinded?: string) =>
    call(checkInByHand, {
      params: { contest },
      body: {
        entry: door.entry,
        consent: true,
        ...(helped && { reason: reason.trim() }),
        ...(who === 'proxy' && door.proxy && { holder: door.proxy.entry }),
        ...(blinded ? { blinded } : { press }),
      },
    });
  const paper = () =>
    act(async () => {
      if (!ready()) return;
      await hand();
      toast(t('given', { door: door.door }));
      props.onClose();
      props.given();
    });
  /** The ballot is made on this device, and the voting page goes on with it as with a slip. */
  const here = () =>
    act(async () => {
      if (!ready() || desk.entry === null) return;
      const { beginBallot, fixedBy, tokenFrom } = await import('../../vote/ballot/sealing.ts');
      const { slipAddress } = await import('../../vote/ballot/letter.ts');
      const { comeFrom } = await import('../../vote/ballot/desk.ts');
      const fixed = await fixedBy(desk.entry);
      if (!fixed) return;
      const begun = await beginBallot(fixed, contest);
      const { reply } = await hand(begun.blinded);
      const token = await tokenFrom(fixed, begun, reply ?? '');
      if (!token) throw new ApiProblem('internal', 0, t('notSigned'), {});
      comeFrom(contest);
      location.assign(slipAddress(location.origin, { contest, secret: begun.secret, token }));
    });
  return (
    <Dialog
      title={t('give', { door: door.door })}
      verb={t('givePaper')}
      more={
        desk.entry !== null && (
          <Button kind="outlined" busy={busy} onClick={here}>
            {t('giveHere')}
          </Button>
        )
      }
      busy={busy}
      problem={problem}
      onAct={paper}
      onClose={props.onClose}
    >
      {door.name !== '' && <p>{t('onRoll', { name: door.name })}</p>}
      <ChoiceGroup legend={t('who')}>
        {(['own', 'helped', ...(door.proxy ? (['proxy'] as const) : [])] as const).map((one) => (
          <Choice
            key={one}
            kind="radio"
            name="who"
            label={t(`who-${one}`, { door: door.proxy?.door ?? '' })}
            checked={who === one}
            onChange={() => {
              setWho(one);
              setConsent(false);
            }}
          />
        ))}
      </ChoiceGroup>
      {door.proxy && who !== 'proxy' && <p class="note">{t('endsProxy', { door: door.proxy.door })}</p>}
      {helped && (
        <TextField
          label={t('reason')}
          maxLength={200}
          value={reason}
          error={tried && needsReason ? t('needReason') : undefined}
          onInput={setReason}
        />
      )}
      <Choice kind="box" label={t(`consent-${who}`)} checked={consent} onChange={setConsent} />
      {tried && !consent && <p class="field-error">{t('needConsent')}</p>}
    </Dialog>
  );
}
