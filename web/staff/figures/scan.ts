// Answers read piece by piece, each a bounded number, until the branch ends: the page says how far it is.
export interface Piece {
  read: number;
  next: number | null;
}

/** Each piece in its order, before the next is asked for. Stops early once `stopped` says so. */
export async function scan<P extends Piece>(
  piece: (after: number | undefined) => Promise<P>,
  onPiece: (piece: P, read: number) => void,
  stopped: () => boolean = () => false,
): Promise<void> {
  let read = 0;
  for (let after: number | undefined; ; ) {
    const found = await piece(after);
    read += found.read;
    onPiece(found, read);
    if (found.next === null || stopped()) return;
    after = found.next;
  }
}

/** What comes of the pieces: each is worked through as it arrives, so that no page stands still over all of them. */
export interface Gathering<P, R> {
  add: (piece: P) => void;
  made: () => R;
}
