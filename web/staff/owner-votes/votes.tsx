// Votes of owners in the own branches, and a new one on a final roll of owners.
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { createOwnerVote, listOwnerVotes } from '../../../schema/api/owner-votes.ts';
import { listRolls, type Roll } from '../../../schema/api/rolls.ts';
import { getSettings } from '../../../schema/api/settings.ts';
import { phaseOf } from '../../../schema/elections/owner-vote.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { Empty } from '../../ui/empty.tsx';
import { count } from '../../ui/figures.ts';
import { useAct, useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { dateInput, dayLength, fromInputs, momentWords } from '../../ui/time.ts';
import { Page } from '../page.tsx';
import { editorBranches, useSession } from '../session.ts';
import { t } from './words.ts';

const voteAddress = (id: string) => `/staff/owner-votes/${id}`;

export function OwnerVotes() {
  const { me } = useSession();
  const { query } = useLocation();
  const mayMake = editorBranches(me).length > 0;
  const [making, setMaking] = useState(query.new !== undefined && mayMake);
  const loaded = useLoad('owner-votes', async () => (await call(listOwnerVotes, {})).votes);
  const start = mayMake && !making && (
    <Button kind="primary" onClick={() => setMaking(true)}>
      {t('create')}
    </Button>
  );
  return (
    <Page title={t('title')} action={start}>
      <p>{t('intro')}</p>
      {making && <NewVote />}
      <Loading from={loaded}>
        {(votes) =>
          votes.length === 0 ? (
            !making && <Empty>{t(mayMake ? 'none' : 'noneHere')}</Empty>
          ) : (
            <Table
              caption={t('title')}
              hideCaption
              rows={votes}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'title',
                  title: t('name'),
                  head: true,
                  cell: ({ id, title }) => <a href={voteAddress(id)}>{title}</a>,
                },
                { key: 'area', title: t('area'), cell: ({ unit }) => unit.name },
                {
                  key: 'window',
                  title: t('window'),
                  cell: ({ opensAt, closesAt }) =>
                    t('fromTo', { from: momentWords(opensAt), to: momentWords(closesAt) }),
                },
                { key: 'state', title: t('state'), cell: (vote) => t(`phase-${phaseOf(vote, Date.now())}`) },
              ]}
            />
          )
        }
      </Loading>
    </Page>
  );
}

/** The newest final version of each roll of owners. */
async function ownerRolls(): Promise<Roll[]> {
  const { rolls } = await call(listRolls, {});
  const newest = new Map<string, Roll>();
  for (const roll of rolls) {
    const other = newest.get(roll.line);
    if (roll.kind === 'owner' && roll.state === 'frozen' && (!other || roll.version > other.version))
      newest.set(roll.line, roll);
  }
  return [...newest.values()];
}

function NewVote() {
  const loaded = useLoad('owner-rolls', ownerRolls);
  return (
    <Loading from={loaded}>
      {(rolls) => {
        const [first] = rolls;
        return first ? (
          <NewOn rolls={rolls} first={first} />
        ) : (
          <Empty
            action={
              <LinkButton kind="primary" href="/staff/rolls">
                {t('toRolls')}
              </LinkButton>
            }
          >
            {t('noRoll')}
          </Empty>
        );
      }}
    </Loading>
  );
}

/** Of notice and a day to spare, then a week of voting. */
const [daysAhead, daysOpen] = [16, 7];

function NewOn({ rolls, first }: { rolls: readonly Roll[]; first: Roll }) {
  const { route, query } = useLocation();
  const [roll, setRoll] = useState(query.roll ?? first.id);
  const chosen = rolls.find(({ id }) => id === roll) ?? first;
  const [own, setOwn] = useState<string>();
  const [organiser, setOrganiser] = useState<string>();
  const [tried, setTried] = useState(false);
  const settings = useLoad(`settings ${chosen.unit.id}`, () =>
    call(getSettings, { params: { unit: chosen.unit.id } }),
  );
  const { busy, problem, act } = useAct();
  const title = own ?? t('usualTitle', { place: chosen.unit.name });
  const held = organiser ?? settings.value?.settings.organiser ?? '';
  const send = () =>
    act(async () => {
      setTried(true);
      if (title.trim() === '' || held.trim() === '') return;
      const day = dateInput(Date.now() + daysAhead * dayLength);
      const opensAt = fromInputs(day, '08:00') ?? 0;
      const closesAt = fromInputs(dateInput(opensAt + (daysOpen - 1) * dayLength), '20:00') ?? 0;
      const phone = settings.value?.settings.phone ?? '';
      const body = { title: title.trim(), organiser: held.trim(), phone, opensAt, closesAt };
      const vote = await call(createOwnerVote, { params: { roll: chosen.id }, body });
      route(voteAddress(vote.id));
    });
  return (
    <form
      class="sheet card"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {problem && <Banner kind="warn">{problem}</Banner>}
      <Select
        label={t('whichRoll')}
        value={chosen.id}
        options={rolls.map((one) => ({
          value: one.id,
          label: t('rollOption', { title: one.title, unit: one.unit.name, n: count(one.entries) }),
        }))}
        onChange={setRoll}
      />
      <TextField
        label={t('name')}
        maxLength={60}
        value={title}
        onInput={setOwn}
        error={tried && title.trim() === '' ? t('needName') : undefined}
      />
      <TextField
        label={t('organiser')}
        maxLength={50}
        value={held}
        onInput={setOrganiser}
        error={tried && held.trim() === '' ? t('needOrganiser') : undefined}
      />
      <Button type="submit" kind="primary" busy={busy}>
        {t('begin')}
      </Button>
    </form>
  );
}
