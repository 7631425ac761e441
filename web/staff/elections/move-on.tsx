// Everything that can go on, by one press each: contests that lack nothing are settled, those whose time has come are opened,
// those whose time is over are sealed. The clock does the last two by itself.

import { closeContests, freezeContests, openContests } from '../../../schema/api/boxes.ts';
import type { ContestLine } from '../../../schema/api/elections.ts';
import { lacks, type SteeredElection, toSeal } from '../../../schema/elections/steering.ts';
import { AskButton } from '../../ui/ask-button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { call } from '../../ui/call.ts';
import { count } from '../../ui/figures.ts';
import { useAct } from '../../ui/load.ts';
import { toast } from '../../ui/toast.tsx';
import { t } from './words.ts';

export function MoveOn(props: {
  id: string;
  election: SteeredElection;
  contests: readonly ContestLine[];
  again: () => void;
}) {
  const { election, contests } = props;
  const { busy, problem, act } = useAct();
  const params = { election: props.id };
  const now = Date.now();
  const ready = (state: string) =>
    contests.filter((line) => line.state === state && lacks(election, line, now).length === 0);
  const freezes = election.preset === 'nominations' ? [] : ready('preparing');
  const done = (sentence: string) => {
    toast(sentence);
    props.again();
  };
  const freeze = async () => {
    let n = 0;
    // Twenty a request, each of which makes keys.
    for (let after: string | null | undefined; after !== null; ) {
      const body = after === undefined ? {} : { after };
      const step = await call(freezeContests, { params, body });
      n += step.frozen.length;
      after = step.next;
    }
    done(t('frozeN', { n: count(n) }));
  };
  const open = () =>
    act(async () => {
      let n = 0;
      let unsigned = 0;
      for (let left = true; left; ) {
        const step = await call(openContests, { params, body: {} });
        n += step.opened;
        unsigned = step.unsigned;
        left = step.left && step.opened > 0;
      }
      done(t(unsigned > 0 ? 'openedUnsigned' : 'openedN', { n: count(n), unsigned: count(unsigned) }));
    });
  const close = () =>
    act(async () => {
      let n = 0;
      for (let left = true; left; ) {
        const step = await call(closeContests, { params, body: {} });
        n += step.closed;
        left = step.left && step.closed > 0;
      }
      done(t('closedN', { n: count(n) }));
    });
  const acts = [
    { n: ready('frozen').length, word: 'openN', run: open },
    {
      n: toSeal(election, contests, now),
      word: election.rehearsal ? 'closeRehearsal' : 'closeN',
      run: close,
    },
  ] as const;
  const offered = acts.filter(({ n }) => n > 0);
  if (freezes.length === 0 && offered.length === 0 && !problem) return null;
  const bare = freezes.filter(({ candidates }) => candidates === 0);
  return (
    <section class="stack tight no-print" aria-label={t('matter-ready')}>
      {problem && <Banner kind="warn">{problem}</Banner>}
      <div class="line">
        {freezes.length > 0 && (
          <AskButton
            kind="outlined"
            word={t('freezeN', { n: count(freezes.length) })}
            title={t('freezeTitle', { n: count(freezes.length) })}
            verb={t('freezeAct')}
            onAct={freeze}
          >
            <p>{t('freezeNote')}</p>
            {bare.length > 0 && (
              <p>
                {t('freezeBare', {
                  n: count(bare.length),
                  names: bare
                    .slice(0, 3)
                    .map(({ above, name }) => `${above} ${name}`.trim())
                    .join(t('comma')),
                })}
              </p>
            )}
          </AskButton>
        )}
        {offered.map(({ n, word, run }) => (
          <Button key={word} kind="outlined" busy={busy} onClick={run}>
            {t(word, { n: count(n) })}
          </Button>
        ))}
      </div>
    </section>
  );
}
