// Marks kept as they are given: the newest choice is sent once the one before it is through, so that a slow line loses none
// and sends none twice.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Rating, sendMarks } from '../../../schema/api/ratings.ts';
import { isProblem, sentenceOf } from '../../ui/problem.ts';
import { ask } from '../ask.ts';

export type Marks = readonly (number | null)[];
type Subject = Rating['subjects'][number];

export type Kept =
  | { state: 'none' }
  | { state: 'saving' }
  | { state: 'saved'; at: number; overtaken: boolean }
  | { state: 'failed'; why: string };

export function useKeeping(
  secret: string,
  { evaluation, indicators }: Rating,
  subject: Subject,
  onKept: (marks: Marks, rev: number) => void,
): { marks: Marks; put: (place: number, mark: number) => void; kept: Kept; again: () => void } {
  const [marks, setMarks] = useState<Marks>(subject.marks ?? indicators.map(() => null));
  const [kept, setKept] = useState<Kept>({ state: 'none' });
  const newest = useRef(marks);
  const rev = useRef(subject.rev);
  const running = useRef(false);
  const told = useRef(onKept);
  told.current = onKept;
  const send = async () => {
    if (running.current) return;
    running.current = true;
    setKept({ state: 'saving' });
    let overtaken = false;
    try {
      for (let sent: Marks | undefined; sent !== newest.current; ) {
        sent = newest.current;
        const body = { secret, evaluation, subject: subject.id, rev: rev.current, marks: [...sent] };
        try {
          const answer = await ask<typeof sendMarks>('/api/ratings/marks', { method: 'POST', body });
          rev.current = answer.rev;
          told.current(sent, answer.rev);
        } catch (thrown) {
          // Given from another phone in between: what is chosen here now takes its place, and the page says so.
          const current = isProblem(thrown, 'stale') ? thrown.details.current : undefined;
          const there = typeof current === 'object' && current && 'rev' in current ? Number(current.rev) : 0;
          if (there === 0 || overtaken) throw thrown;
          rev.current = there;
          overtaken = true;
          sent = undefined;
        }
      }
      setKept({ state: 'saved', at: Date.now(), overtaken });
    } catch (thrown) {
      setKept({ state: 'failed', why: sentenceOf(thrown) });
    } finally {
      running.current = false;
    }
  };
  const put = (place: number, mark: number) => {
    newest.current = newest.current.map((one, at) => (at === place ? mark : one));
    setMarks(newest.current);
    void send();
  };
  // Who closes the page while marks are not kept is asked first.
  useEffect(() => {
    if (kept.state !== 'saving' && kept.state !== 'failed') return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [kept.state]);
  return { marks, put, kept, again: () => void send() };
}
