// Reading all answers of a branch for one thing on the page: how far it is, what came of it, and whether it may begin.
import { useEffect, useRef, useState } from 'preact/hooks';
import { count } from '../../ui/figures.ts';
import { useAct } from '../../ui/load.ts';
import { WaitingLine } from '../../ui/waiting-line.tsx';
import { type Gathering, type Piece, scan } from './scan.ts';
import { t } from './words.ts';

export function useScan<P extends Piece, R>(
  piece: (after: number | undefined) => Promise<P>,
  gather: () => Gathering<P, R>,
) {
  const [result, setResult] = useState<R>();
  const [read, setRead] = useState(0);
  const gone = useRef(false);
  const { busy, problem, act } = useAct();
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );
  const begin = () =>
    act(async () => {
      setRead(0);
      setResult(undefined);
      const gathering = gather();
      await scan(
        piece,
        (found, soFar) => {
          gathering.add(found);
          setRead(soFar);
        },
        () => gone.current,
      );
      if (!gone.current) setResult(gathering.made());
    });
  return { begin, busy, problem, read, result };
}

/** How far it is of `n`, or why it broke off. */
export function Scanning(props: { of: { busy: boolean; problem: string; read: number }; n: number }) {
  const { busy, problem, read } = props.of;
  return (
    <>
      {busy && (
        <WaitingLine
          what={t('scanning', { read: count(read), n: count(props.n) })}
          done={read}
          total={Math.max(1, props.n)}
        />
      )}
      {problem && <p class="field-error">{problem}</p>}
    </>
  );
}
