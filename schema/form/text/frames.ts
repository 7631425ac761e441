// Words between drawn lines, as papers and chats set off their parts: —— 第二部分 ——, -----基本情况-----, ***物业服务***.

const rule = '(?:[-=~—–─━＝～－]{2,}|[—─━]|\\*{3,}|[☆★◆◇※]{2,})';
const frame = new RegExp(`^${rule}\\s*(\\p{L}.{0,40}?[\\p{L}）)?？])\\s*${rule}$`, 'u');
/** Longer lines are no headings, and are not looked at. */
const longest = 120;

/** What asks, or is an option, is no heading, however it is drawn. */
const more = /^[A-Za-z]\s?[.、．）)]|[?？]/;

/** The words, and whether they head what stands below; undefined where a line is no frame. */
export function framedIn(line: string): { words: string; heads: boolean } | undefined {
  const words = line.length <= longest ? frame.exec(line)?.[1] : undefined;
  if (words === undefined || words.includes('__') || /^分页|^第.{1,5}页/.test(words)) return undefined;
  return { words, heads: !more.test(words) };
}
