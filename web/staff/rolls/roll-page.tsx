// One roll: what it is and holds, what comes next (add, post, answer, make final, print), building by building.
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import type { Output } from '../../../schema/api/endpoint.ts';
import { freezeRoll, getRoll } from '../../../schema/api/rolls.ts';
import { evaluationName } from '../../../schema/evaluations/names.ts';
import { AskButton } from '../../ui/ask-button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Empty } from '../../ui/empty.tsx';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { toast } from '../../ui/toast.tsx';
import { Page } from '../page.tsx';
import { MakeDoors } from './make-doors.tsx';
import { daysToObject, Objections } from './objections.tsx';
import { lettersDue, RollActs } from './roll-acts.tsx';
import { RollBuildings } from './roll-buildings.tsx';
import { RollFacts } from './roll-facts.tsx';
import { entriesWords, rollAddress, stateWords } from './rolls.tsx';
import { countWord, kindWord, t } from './words.ts';

export type RollView = Output<typeof getRoll>;

export function RollPage() {
  const { params } = useRoute();
  const id = params.roll ?? '';
  const loaded = useLoad(`roll ${id}`, () => call(getRoll, { params: { roll: id } }));
  return (
    <Loading from={loaded}>{(view) => <OneRoll key={id} view={view} onChanged={loaded.again} />}</Loading>
  );
}

export interface RollProps {
  view: RollView;
  onChanged: () => void;
}

function OneRoll({ view, onChanged }: RollProps) {
  const { roll, keeps } = view;
  const draft = roll.state === 'draft' && roll.removedAt === null;
  return (
    <Page
      title={roll.title}
      steps={[{ title: t('title'), href: '/staff/rolls' }, { title: roll.title }]}
      facts={`${kindWord(roll.kind)} · ${roll.unit.name} · ${stateWords(roll)}`}
      action={keeps && <RollActs view={view} onChanged={onChanged} />}
    >
      {roll.removedAt !== null && <Banner>{t('removedBanner')}</Banner>}
      {roll.entries > 0 || !draft || !keeps ? (
        <RollFacts view={view} />
      ) : (
        <Empty
          action={
            <LinkButton kind="primary" href={`${rollAddress(roll.id)}/import`}>
              {t('import')}
            </LinkButton>
          }
        >
          {t(`empty-${roll.kind}`)}
        </Empty>
      )}
      {keeps && roll.state === 'frozen' && <MarkingLetters view={view} />}
      {keeps && roll.state === 'frozen' && !lettersDue(view) && <LettersWait view={view} />}
      {draft && keeps && <Filling view={view} onChanged={onChanged} />}
      {keeps && roll.entries > 0 && <Objections view={view} onChanged={onChanged} />}
      {draft && keeps && roll.entries > 0 && <Finishing view={view} onChanged={onChanged} />}
      {!draft && keeps && roll.entries > 0 && (
        <div class="line no-print">
          <LinkButton kind="outlined" href={`${rollAddress(roll.id)}/entries`}>
            {entriesWords(roll)}
          </LinkButton>
        </div>
      )}
      <RollBuildings view={view} />
    </Page>
  );
}

/** Evaluations in which households mark by these letters: nothing need be settled before they are printed. */
function MarkingLetters({ view }: { view: RollView }) {
  return (
    <>
      {view.evaluations.map((one) => (
        <div key={one.id} class="line no-print">
          <LinkButton kind="outlined" href={`/print/letters?roll=${view.roll.id}&evaluation=${one.id}`}>
            {t('markingLetters', { title: evaluationName(one) })}
          </LinkButton>
        </div>
      ))}
    </>
  );
}

/** Where the election is settled, after which its letters are printed. */
function LettersWait({ view }: { view: RollView }) {
  if (view.elections.length === 0 && view.evaluations.length > 0) return null;
  return (
    <section class="stack tight" aria-label={t('letters')}>
      <p>{t('lettersWait')}</p>
      <div class="line">
        {view.elections.length === 0 && (
          <LinkButton kind="primary" href="/staff/new/election">
            {t('newElection')}
          </LinkButton>
        )}
        {view.elections
          .filter(({ waiting }) => waiting > 0)
          .map(({ id, title }) => (
            <LinkButton key={id} kind="primary" href={`/staff/elections/${id}`}>
              {t('toElection', { title })}
            </LinkButton>
          ))}
      </div>
    </section>
  );
}

function Filling({ view, onChanged }: RollProps) {
  const { roll } = view;
  const [making, setMaking] = useState(false);
  return (
    <>
      <div class="line no-print">
        {roll.entries > 0 && (
          <LinkButton kind="outlined" href={`${rollAddress(roll.id)}/import`}>
            {t('import')}
          </LinkButton>
        )}
        {roll.kind === 'household' && (
          <Button kind="outlined" expanded={making} onClick={() => setMaking(!making)}>
            {t('makeDoors')}
          </Button>
        )}
        {roll.entries > 0 && (
          <LinkButton kind="outlined" href={`${rollAddress(roll.id)}/entries`}>
            {entriesWords(roll)}
          </LinkButton>
        )}
      </div>
      {making && (
        <MakeDoors
          roll={roll}
          onDone={() => {
            setMaking(false);
            onChanged();
          }}
        />
      )}
    </>
  );
}

/** What speaks against making it final now. */
function Reminders({ view }: { view: RollView }) {
  const { roll, openObjections, upheldUnchanged } = view;
  const left = roll.postedAt === null ? 0 : daysToObject(roll.postedAt, Date.now());
  const said = [
    openObjections > 0 && t('stillOpen', { n: openObjections }),
    upheldUnchanged > 0 && t('stillUpheld', { n: upheldUnchanged }),
    left > 0 && t('stillPosted', { n: left }),
  ].filter((one) => one !== false);
  return said.map((one) => <p key={one}>▲ {one}</p>);
}

function Finishing({ view, onChanged }: RollProps) {
  const { roll } = view;
  const freeze = async () => {
    await call(freezeRoll, { params: { roll: roll.id }, body: { rev: roll.rev } });
    toast(t('frozen'));
    onChanged();
  };
  return (
    <section class="stack tight" aria-label={t('check')}>
      <h2>{t('check')}</h2>
      <p>{t('checkWhat')}</p>
      <Reminders view={view} />
      <div>
        <AskButton
          kind="primary"
          word={t('freeze')}
          title={t('freezeTitle', { title: roll.title })}
          verb={t('freezeAct')}
          onAct={freeze}
        >
          <Reminders view={view} />
          <p>{t('freezeWords', { n: countWord(roll.kind, roll.entries) })}</p>
          {roll.version > 1 && <p>{t('freezeLetters')}</p>}
        </AskButton>
      </div>
    </section>
  );
}
