// Which blocks of a report stand on which sheet, from how high each is: none is cut, what belongs together stays
// together, and a table goes on under its head.

export interface Placed {
  /** in any one unit, that of the room */
  height: number;
  /** it does not end a sheet: what follows stands below it */
  keep?: boolean | undefined;
  /** rows of one table, with the height of its head */
  table?: { name: string; head: number } | undefined;
}

/** Places of the blocks, sheet by sheet. What is higher than a sheet has one to itself. */
export function sheetsOf(blocks: readonly Placed[], room: number): number[][] {
  const sheets: number[][] = [];
  let sheet: number[] = [];
  let left = room;
  const last = () => blocks[sheet.at(-1) ?? -1];
  const needs = (block: Placed, after: Placed | undefined) =>
    block.height + (block.table && block.table.name !== after?.table?.name ? block.table.head : 0);
  blocks.forEach((block, at) => {
    let whole = needs(block, last());
    // A heading comes with the first line of what it heads.
    for (let next = at; blocks[next]?.keep; next++) {
      const follower = blocks[next + 1];
      if (follower) whole += needs(follower, blocks[next]);
    }
    if (sheet.length > 0 && whole > left) {
      sheets.push(sheet);
      sheet = [];
      left = room;
    }
    left -= needs(block, last());
    sheet.push(at);
  });
  return sheet.length > 0 ? [...sheets, sheet] : sheets;
}
