// The command palette (Ctrl or ⌘ with K): every page, all that can be done on this one, and forms, runs, elections,
// votes of owners, rolls and areas by name.
import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { findContests } from '../../../schema/api/boxes.ts';
import { listCampaigns } from '../../../schema/api/campaigns.ts';
import { listElections } from '../../../schema/api/elections.ts';
import { listForms } from '../../../schema/api/forms.ts';
import { listOwnerVotes } from '../../../schema/api/owner-votes.ts';
import { listRolls } from '../../../schema/api/rolls.ts';
import { searchUnits } from '../../../schema/api/units.ts';
import { call } from '../../ui/call.ts';
import { useLoad } from '../../ui/load.ts';
import { useModal } from '../../ui/modal.ts';
import { type Act, actsOnPage } from '../../ui/on-the-page.ts';
import { t as rate } from '../evaluations/brief-words.ts';
import { adminBranches, boardBranches, editorBranches, useSession } from '../session.ts';
import { formTitle, t as staff } from '../words.ts';
import { actOfVote, actsOfContest, actsOfElection, actsOfRoll } from './election-acts.ts';
import { foundIn, type Group } from './found.ts';
import { actsOf } from './run-acts.ts';
import { t } from './words.ts';

export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { me } = useSession();
  const { route } = useLocation();
  const id = useId();
  const modal = useModal(onClose);
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  // As the page stands now: it may have been loading when this was opened.
  const here = useMemo(actsOnPage, [words]);
  const named = useNamed(words);
  const to = (name: string, href: string): Act => ({ name, go: () => route(href) });
  const admin = adminBranches(me).length > 0;
  const editor = editorBranches(me).length > 0;
  const pages = [
    to(staff('home'), '/staff/'),
    ...(editor
      ? [
          to(t('newForm'), '/staff/new'),
          to(t('paste'), '/staff/new/import'),
          to(t('newElection'), '/staff/new/election'),
          to(t('newOwnerVote'), '/staff/owner-votes?new'),
        ]
      : []),
    to(staff('areas'), '/staff/areas'),
    ...(boardBranches(me).length > 0 ? [to(staff('rolls'), '/staff/rolls')] : []),
    to(staff('ownerVotes'), '/staff/owner-votes'),
    to(rate('title'), '/staff/evaluations'),
    ...(admin
      ? [
          to(staff('people'), '/staff/people'),
          to(staff('history'), '/staff/history'),
          to(staff('settings'), '/staff/settings'),
        ]
      : []),
    to(staff('changePassword'), '/staff/password'),
  ];
  // What is offered under its own heading is no act of this page as well.
  const titles = new Set([
    ...pages.map(({ name }) => name),
    ...named.forms.map(({ title }) => formTitle(title)),
    ...named.elections.map(({ title }) => title),
  ]);
  const groups: Group[] = foundIn(
    [
      { title: t('pages'), acts: pages },
      { title: t('acts'), acts: here.filter(({ name }) => !titles.has(name)) },
      {
        title: t('forms'),
        acts: named.forms.map(({ title, id }) => to(formTitle(title), `/staff/forms/${id}`)),
      },
      {
        title: t('campaigns'),
        // Runs of one form have one name; the area tells them apart.
        acts: named.campaigns.flatMap((run) => actsOf(run, me, route, words.trim() !== '')),
      },
      {
        title: t('elections'),
        acts: [
          ...named.elections.flatMap((one) => actsOfElection(one, route)),
          ...named.contests.flatMap((one) => actsOfContest(one, route)),
        ],
      },
      { title: staff('ownerVotes'), acts: named.votes.map((one) => actOfVote(one, route)) },
      {
        title: staff('rolls'),
        acts: named.rolls
          .filter(({ removedAt }) => removedAt === null)
          .flatMap((one) => actsOfRoll(one, me, route)),
      },
      { title: t('areas'), acts: named.areas.map(({ name, id }) => to(name, `/staff/areas/${id}`)) },
    ],
    words,
  );
  const all = groups.flatMap(({ acts }) => acts);
  const chosen = Math.min(at, all.length - 1);
  const optionId = (index: number) => `${id}-${index}`;
  useEffect(() => {
    document.getElementById(optionId(chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const run = (act: Act | undefined) => {
    if (!act) return;
    onClose();
    // Once this is closed, so that what the act focuses stays focused.
    setTimeout(act.go);
  };
  let index = -1;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same
    <dialog
      {...modal}
      class="dialog command"
      aria-label={t('title')}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <input
        class="input"
        role="combobox"
        aria-label={t('title')}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen < 0 ? undefined : optionId(chosen)}
        autocomplete="off"
        placeholder={t('placeholder')}
        value={words}
        onInput={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'ArrowDown') setAt((chosen + 1) % Math.max(1, all.length));
          else if (event.key === 'ArrowUp') setAt((chosen - 1 + all.length) % Math.max(1, all.length));
          else if (event.key === 'Enter') run(all[chosen]);
          else return;
          event.preventDefault();
        }}
      />
      <p class="note" role="status">
        {all.length > 0 ? t('count', { n: all.length }) : t('none', { words: words.trim() })}
      </p>
      <div role="listbox" id={`${id}-list`} aria-label={t('list')} class="command-list">
        {groups.map(({ title, acts }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
          <div key={title} role="group" aria-label={title}>
            <p class="note dim" aria-hidden="true">
              {title}
            </p>
            {acts.map((act) => {
              index += 1;
              const own = index;
              return (
                // biome-ignore lint/a11y: the field above keeps the focus and hears the keys
                <div
                  key={own}
                  id={optionId(own)}
                  role="option"
                  aria-selected={own === chosen}
                  class="command-act"
                  onClick={() => run(act)}
                >
                  {act.name}
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </dialog>
  );
}

/**
 * What was changed last; once something is typed, older ones and areas too. Owner votes and rolls are few and read whole. What
 * cannot be read is not offered.
 */
function useNamed(words: string) {
  const search = words.trim();
  const recent = useLoad('recent', async () => {
    const [named, votes, rolls] = await Promise.all([
      byName({}),
      call(listOwnerVotes, {}).catch(() => ({ votes: [] })),
      call(listRolls, {}).catch(() => ({ rolls: [] })),
    ]);
    return { ...named, ...votes, ...rolls };
  });
  const found = useLoad(`found ${search}`, async () => {
    if (search === '') return;
    await new Promise((typed) => setTimeout(typed, 200));
    const [named, areas] = await Promise.all([
      byName({ search }),
      call(searchUnits, { query: { search } }).catch(() => ({ units: [] })),
    ]);
    return { ...named, areas: areas.units };
  });
  return {
    forms: eachOnce(recent.value?.forms, found.value?.forms),
    campaigns: eachOnce(recent.value?.campaigns, found.value?.campaigns),
    elections: eachOnce(recent.value?.elections, found.value?.elections),
    contests: eachOnce(recent.value?.contests, found.value?.contests),
    votes: recent.value?.votes ?? [],
    rolls: recent.value?.rolls ?? [],
    areas: found.value?.areas ?? [],
  };
}

async function byName(query: { search?: string }) {
  const [forms, runs, elections, contests] = await Promise.all([
    call(listForms, { query }).catch(() => ({ forms: [] })),
    call(listCampaigns, { query }).catch(() => ({ campaigns: [] })),
    call(listElections, { query }).catch(() => ({ elections: [] })),
    call(findContests, { query }).catch(() => ({ contests: [] })),
  ]);
  return { ...forms, ...runs, ...elections, ...contests };
}

const eachOnce = <T extends { id: string }>(...lists: (readonly T[] | undefined)[]): T[] => [
  ...new Map(lists.flatMap((list) => (list ?? []).map((one) => [one.id, one]))).values(),
];
