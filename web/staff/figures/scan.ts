// Answers read piece by piece, each a bounded number, until the branch ends: the page says how far it is.
export interface Piece {
  read: number;
  next: number | null;
}

/** All pieces in their order. Stops early, with what it has, once `stopped` says so. */
export async function scan<P extends Piece>(
  piece: (after: number | undefined) => Promise<P>,
  onRead: (read: number) => void,
  stopped: () => boolean = () => false,
): Promise<P[]> {
  const pieces: P[] = [];
  let read = 0;
  for (let after: number | undefined; ; ) {
    const found = await piece(after);
    pieces.push(found);
    read += found.read;
    onRead(read);
    if (found.next === null || stopped()) return pieces;
    after = found.next;
  }
}
