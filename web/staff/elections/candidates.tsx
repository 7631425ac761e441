// Who stands in a contest and who was proposed: added by hand, accepted, refused with a reason, withdrawn, taken back.
import { useState } from 'preact/hooks';
import { type Candidate, type ContestWhole, decideCandidate } from '../../../schema/api/elections.ts';
import type { Body } from '../../../schema/api/endpoint.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { useAct } from '../../ui/load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { momentWords } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import { AddCandidate } from './add-candidate.tsx';
import { PersonFields } from './person-fields.tsx';
import { PhotoField } from './photo-field.tsx';
import { t } from './words.ts';

type Decision = Omit<Body<typeof decideCandidate>, 'rev'>;

export function Candidates({ contest, again }: { contest: ContestWhole; again: () => void }) {
  const [adding, setAdding] = useState(false);
  const open = contest.mayEdit && contest.state === 'preparing';
  const later = contest.kind !== 'first';
  // Somebody written in declined a second round: who comes next by votes may stand.
  const declined = contest.kind === 'second' && contest.stand.some(({ state }) => state === 'refused');
  return (
    <section class="stack tight">
      <div class="line apart">
        <h2>{t('stand')}</h2>
        {open && (!later || declined) && (
          <Button small kind="outlined" expanded={adding} onClick={() => setAdding(!adding)}>
            {t('addCandidate')}
          </Button>
        )}
      </div>
      {open && later && <p class="note">{t('fromCount')}</p>}
      {adding && open && (
        <AddCandidate
          contest={contest.id}
          onAdded={() => {
            setAdding(false);
            again();
          }}
        />
      )}
      {contest.stand.length === 0 && <p>{t('standNone')}</p>}
      <ul class="bare election-people">
        {contest.stand.map((one) => (
          <li key={one.id} class="card stack tight">
            <Person
              one={one}
              contest={contest.id}
              open={open && !(later && one.state === 'accepted')}
              renames={!later}
              again={again}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Person(props: {
  one: Candidate;
  contest: string;
  open: boolean;
  renames: boolean;
  again: () => void;
}) {
  const { one, open } = props;
  const [step, setStep] = useState<'refuse' | 'edit'>();
  const { busy, problem, act } = useAct();
  const params = { contest: props.contest, candidate: one.id };
  const decide = (what: Decision, said: string) =>
    act(async () => {
      const { rev } = await call(decideCandidate, { params, body: { rev: one.rev, ...what } });
      setStep(undefined);
      // What was erased with the decision does not come back; the decision does.
      toast(said, () =>
        act(async () => {
          await call(decideCandidate, {
            params,
            body: {
              rev,
              state: one.state,
              reason: one.reason,
              name: one.name,
              line: one.line,
              consent: one.consent,
            },
          });
          props.again();
        }),
      );
      props.again();
    });
  return (
    <>
      <h3>
        {one.name} <span class="note">{t(`is-${one.state}`)}</span>
      </h3>
      {one.photo && (
        <img class="election-photo" src={`/m/${one.photo}`} alt={t('photoOf', { name: one.name })} />
      )}
      {one.line && <p>{one.line}</p>}
      <p class="note">
        {[
          t(`source-${one.source}`),
          one.saidBy && t('pair', { name: t('saidBy'), value: one.saidBy }),
          momentWords(one.at),
          !one.consent && t('notConsented'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {one.contact && (
        <p>
          {t('pair', { name: t('contact'), value: '' })}
          <a href={`tel:${one.contact.replace(/[^\d+]/g, '')}`}>{one.contact}</a>{' '}
          <span class="note">{t('contactNote')}</span>
        </p>
      )}
      {one.reason && <p>{t('because', { reason: one.reason })}</p>}
      {problem && <Banner kind="warn">{problem}</Banner>}
      {open && (
        <div class="line">
          {one.state !== 'accepted' && (
            <Button
              small
              kind="outlined"
              busy={busy}
              onClick={() => decide({ state: 'accepted', consent: true, reason: '' }, t('accepted'))}
            >
              {t(one.consent ? 'accept' : 'acceptConsented')}
            </Button>
          )}
          {one.state !== 'refused' && (
            <Button
              small
              expanded={step === 'refuse'}
              onClick={() => setStep(step === 'refuse' ? undefined : 'refuse')}
            >
              {t('refuse')}
            </Button>
          )}
          {one.state === 'accepted' && (
            <Button small busy={busy} onClick={() => decide({ state: 'withdrawn' }, t('withdrawn'))}>
              {t('withdraw')}
            </Button>
          )}
          {props.renames && (
            <Button
              small
              expanded={step === 'edit'}
              onClick={() => setStep(step === 'edit' ? undefined : 'edit')}
            >
              {t('editPerson')}
            </Button>
          )}
        </div>
      )}
      {step === 'refuse' && (
        <Refuse busy={busy} onRefuse={(reason) => decide({ state: 'refused', reason }, t('refused'))} />
      )}
      {step === 'edit' && (
        <PersonFields
          busy={busy}
          verb={t('save')}
          start={one}
          onSend={({ name, line }) =>
            decide({ name, line, state: one.state, reason: one.reason }, t('saved'))
          }
        >
          <PhotoField one={one} contest={props.contest} onKept={props.again} />
        </PersonFields>
      )}
    </>
  );
}

function Refuse(props: { busy: boolean; onRefuse: (reason: string) => void }) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  return (
    <form
      class="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing) props.onRefuse(reason.trim());
      }}
    >
      <TextField
        label={t('refuseReason')}
        maxLength={200}
        value={reason}
        onInput={setReason}
        error={tried && missing ? t('needReason') : undefined}
      />
      <div>
        <Button small type="submit" kind="outlined" busy={props.busy}>
          {t('refuseAct')}
        </Button>
      </div>
    </form>
  );
}
