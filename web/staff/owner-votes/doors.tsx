// The units of one building: notice and ballot recorded as served, signed paper entered, a ballot voided. Choices are
// shown to nobody.

import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso/router';
import type { Output } from '../../../schema/api/endpoint.ts';
import { getOwnerVote, listOwnerUnits, serveOwners } from '../../../schema/api/owner-votes.ts';
import { phaseOf, services } from '../../../schema/elections/owner-vote.ts';
import { showArea } from '../../../schema/rolls/area.ts';
import { AskButton } from '../../ui/ask-button.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { count } from '../../ui/figures.ts';
import { useLoad } from '../../ui/load.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { dateInput, dayWords, fromInputs } from '../../ui/time.ts';
import { toast } from '../../ui/toast.tsx';
import { Page } from '../page.tsx';
import { doorName } from '../rolls/door-name.ts';
import { PaperDialog, VoidDialog } from './paper.tsx';
import type { VoteView } from './vote-page.tsx';
import { t } from './words.ts';
import './owner-votes.css';

export type OwnerDoor = Output<typeof listOwnerUnits>['units'][number];

export function OwnerDoors() {
  const { params } = useRoute();
  const { query } = useLocation();
  const vote = params.vote ?? '';
  const unit = query.unit ?? '';
  const view = useLoad(`owner-vote ${vote}`, () => call(getOwnerVote, { params: { vote } }));
  const doors = useLoad(`owner-doors ${vote} ${unit}`, () =>
    call(listOwnerUnits, { params: { vote }, query: { unit } }),
  );
  return (
    <Loading from={view}>
      {(read) => {
        const building = read.buildings.find((one) => one.unit.id === unit)?.unit.name ?? '';
        return (
          <Page
            title={building}
            facts={t('doors')}
            steps={[
              { title: t('title'), href: '/staff/owner-votes' },
              { title: read.vote.title, href: `/staff/owner-votes/${vote}` },
              { title: building },
            ]}
          >
            <Loading from={doors}>
              {({ units }) => <Doors key={unit} view={read} units={units} onChanged={doors.again} />}
            </Loading>
          </Page>
        );
      }}
    </Loading>
  );
}

function ballotWords({ ballot, papers, mine, differ }: OwnerDoor): string {
  const paper = papers > 0 && t(differ ? 'paperDiffer' : mine ? 'paperMine' : 'paperOne');
  if (!ballot) return paper || t('nobody');
  return [t(`ballot-${ballot.channel}`), ...(paper ? [paper] : [])].join(' · ');
}

interface Props {
  view: VoteView;
  units: readonly OwnerDoor[];
  onChanged: () => void;
}

function Doors({ view, units, onChanged }: Props) {
  const { vote, keeps } = view;
  const phase = phaseOf(vote, Date.now());
  const serving = phase === 'notice' || phase === 'open';
  const entering = phase === 'open' || phase === 'over';
  const canVoid = ({ ballot, papers }: OwnerDoor) =>
    papers > 0 || (ballot !== null && (phase === 'open' || ballot.channel === 'paper'));
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<{ what: 'paper' | 'void'; door: OwnerDoor }>();
  const pick = (entry: string, on: boolean) => {
    const next = new Set(picked);
    if (on) next.add(entry);
    else next.delete(entry);
    setPicked(next);
  };
  const left = units.filter(({ service }) => service === null);
  const together = (head: number) => units.filter((one) => one.head === head).length;
  const dayOf = (day: string) => dayWords(fromInputs(day, '12:00') ?? 0);
  const columns: Column<OwnerDoor>[] = [
    {
      key: 'door',
      title: t('door'),
      head: true,
      cell: (one) => (
        <>
          {serving ? (
            <label class="tick">
              <input
                type="checkbox"
                checked={picked.has(one.entry)}
                onChange={(event) => pick(one.entry, event.currentTarget.checked)}
              />
              {doorName(one)}
            </label>
          ) : (
            doorName(one)
          )}{' '}
          <span class="note dim">{t('square', { area: showArea(one.area) })}</span>
          {together(one.head) > 1 && (
            <span class="note dim"> · {t('sameHead', { n: together(one.head) })}</span>
          )}
        </>
      ),
    },
    ...(keeps ? [{ key: 'owner', title: t('owner'), cell: ({ name }: OwnerDoor) => name }] : []),
    {
      key: 'service',
      title: t('service'),
      cell: ({ service }) =>
        service
          ? `● ${t('servedAs', { how: t(`how-${service.how}`), day: dayOf(service.day) })}`
          : t('notServed'),
    },
    { key: 'ballot', title: t('ballot'), cell: ballotWords },
    ...(entering
      ? [
          {
            key: 'acts',
            title: t('acts'),
            cell: (door: OwnerDoor) => (
              <span class="line">
                <Button
                  small
                  label={`${t('enter')}：${doorName(door)}`}
                  onClick={() => setAsking({ what: 'paper', door })}
                >
                  {t('enter')}
                </Button>
                {keeps && canVoid(door) && (
                  <Button
                    small
                    label={`${t('void')}：${doorName(door)}`}
                    onClick={() => setAsking({ what: 'void', door })}
                  >
                    {t('void')}
                  </Button>
                )}
              </span>
            ),
          },
        ]
      : []),
  ];
  const close = () => setAsking(undefined);
  const Ask = asking?.what === 'void' ? VoidDialog : PaperDialog;
  return (
    <>
      {serving && (
        <Serve
          vote={vote}
          units={units}
          picked={picked}
          left={left.map(({ entry }) => entry)}
          onPick={setPicked}
          onChanged={onChanged}
        />
      )}
      <Table caption={t('doors')} hideCaption rows={units} rowKey={({ entry }) => entry} columns={columns} />
      {asking && (
        <Ask
          key={asking.door.entry}
          vote={vote}
          door={asking.door}
          onClose={close}
          onChanged={() => {
            close();
            onChanged();
          }}
        />
      )}
    </>
  );
}

function Serve(props: {
  vote: VoteView['vote'];
  units: readonly OwnerDoor[];
  picked: ReadonlySet<string>;
  left: readonly string[];
  onPick: (picked: ReadonlySet<string>) => void;
  onChanged: () => void;
}) {
  const { vote, picked, left } = props;
  const [how, setHow] = useState<(typeof services)[number]>('hand');
  const [day, setDay] = useState(() => dateInput(Date.now()));
  const [note, setNote] = useState('');
  const send = (entries: string[], by: typeof how | null) =>
    call(serveOwners, { params: { vote: vote.id }, body: { entries, how: by, day, note: note.trim() } });
  const serve = async () => {
    const entries = [...picked];
    const before = new Set(left);
    const { changed } = await send(entries, how);
    props.onPick(new Set());
    props.onChanged();
    toast(t('servedNow', { n: count(changed) }), async () => {
      await send(
        entries.filter((entry) => before.has(entry)),
        null,
      );
      props.onChanged();
    });
  };
  return (
    <section class="line owner-serving" aria-label={t('service')}>
      <Button kind="outlined" small disabled={left.length === 0} onClick={() => props.onPick(new Set(left))}>
        {t('pickLeft', { n: count(left.length) })}
      </Button>
      <Button small disabled={picked.size === 0} onClick={() => props.onPick(new Set())}>
        {t('pickNone')}
      </Button>
      <AskButton
        kind="primary"
        disabled={picked.size === 0}
        word={t('serve', { n: count(picked.size) })}
        title={t('serve', { n: count(picked.size) })}
        verb={t('serveAct')}
        onAct={serve}
      >
        <Select
          label={t('how')}
          value={how}
          options={services.map((value) => ({ value, label: t(`how-${value}`) }))}
          onChange={setHow}
        />
        <TextField
          type="date"
          label={t('day')}
          value={day}
          min={dateInput(vote.noticedAt ?? 0)}
          max={dateInput(Date.now())}
          onInput={setDay}
        />
        <TextField label={t('note')} optional maxLength={200} value={note} onInput={setNote} />
      </AskButton>
    </section>
  );
}
