// The second and the third screen: what is chosen, then the choice in large type before it goes into the box.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LetterContest } from '../../../schema/api/ballots.ts';
import { useAct } from '../../ui/load.ts';
import { WaitingLine } from '../../ui/waiting-line.tsx';
import { Choose } from './choose.tsx';
import type { Kept } from './kept.ts';
import { blank, choicesOf, isBlank, type Marks, writtenOf } from './marks.ts';
import type { Fixed } from './sealing.ts';
import { t } from './words.ts';

export function VoteScreens(props: {
  contest: LetterContest;
  fixed: Fixed;
  kept: Kept;
  hold: (kept: Kept) => void;
  done: (kept: Kept) => void;
  /** on a device that is not the elector's own: goes without casting */
  leave?: (() => void) | undefined;
}) {
  const { contest, fixed, kept } = props;
  const [post] = fixed.freeze.posts;
  const [marks, setMarks] = useState<Marks>(blank);
  const [looking, setLooking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const sent = useAct();
  /** what the ballot on its way was sealed of */
  const sealed = useRef<Marks | undefined>(undefined);
  useEffect(() => {
    heading.current?.focus();
    scrollTo(0, 0);
  }, [looking]);
  if (!post) return null;
  const castIt = () =>
    sent.act(async () => {
      const { castChoice } = await import('./send.ts');
      const again = sealed.current === marks ? kept.pending : undefined;
      props.done(
        await castChoice(fixed, kept, choicesOf(post.id, marks), again, (waiting) => {
          sealed.current = marks;
          props.hold(waiting);
        }),
      );
    });
  if (!looking)
    return (
      <Choose
        heading={heading}
        post={post}
        contest={contest}
        marks={marks}
        change={setMarks}
        next={() => setLooking(true)}
        leave={props.leave}
      />
    );
  const nameOf = (id: string) => post.candidates.find((one) => one.id === id)?.name ?? id;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('yourChoice')}
      </h1>
      <div class="look-over">
        {contest.ballot.style === 'each'
          ? post.candidates.map(({ id, name }) => (
              <p key={id} class="big">
                {name}：
                {t(marks.for.includes(id) ? 'for' : marks.against.includes(id) ? 'against' : 'neither')}
              </p>
            ))
          : marks.for.map((id) => (
              <p key={id} class="big">
                {nameOf(id)}
              </p>
            ))}
        {writtenOf(marks).map((name) => (
          <p key={name} class="big">
            {name}
          </p>
        ))}
        {isBlank(marks) && (
          <>
            <p class="big">{t('nobody')}</p>
            <p>{t('nobodyHelp')}</p>
          </>
        )}
      </div>
      {sent.problem && (
        <p class="notice late" role="alert">
          {sent.problem}
        </p>
      )}
      {sent.busy && <WaitingLine what={t('sealing')} />}
      <button type="button" class="primary" disabled={sent.busy} onClick={castIt}>
        {t('castIt')}
      </button>
      <button type="button" class="plain" disabled={sent.busy} onClick={() => setLooking(false)}>
        ‹ {t('change')}
      </button>
    </>
  );
}
