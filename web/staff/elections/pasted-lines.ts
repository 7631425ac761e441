// A pasted list as lines of cells: tabs as Excel copies them, a delimiter, or words apart: building, name, and the rest. Lists
// are put together from several places, so each line is cut by what stands in it.
import { isName, tidyName } from '../../../schema/elections/person.ts';
import { linesOf } from '../rolls/sheet-file.ts';

export function pastedLines(text: string): string[][] {
  const lines = text.split(/\r?\n/);
  const filled = lines.filter((line) => line.trim() !== '');
  if (!text.includes('\t') && filled.every((line) => /[,;，]/.test(line)) && filled.some(isTable))
    return linesOf(text);
  return lines.map((line) => {
    const cells = line.split('\t');
    return cells.length > 2 || isName(tidyName(cells[1] ?? '')) ? cells : apart(line);
  });
}

/** As a program writes it: quotes, or a heading. */
const isTable = (line: string): boolean => /"|姓名|候选人|name/i.test(line);

/** The name is the first word after the building that reads like one; all before it is the building. */
function apart(line: string): string[] {
  const words = [...line.matchAll(/[^\s,;，；]+/g)];
  const found = words.findIndex(([word], at) => at > 0 && isName(tidyName(word)));
  const name = words[found > 0 ? found : 1];
  const building = words.slice(0, found > 0 ? found : 1).map(([word]) => word);
  const rest = name ? line.slice(name.index + name[0].length).replace(/^[\s,;，；]+/, '') : '';
  return [building.join(' '), name?.[0] ?? '', rest.trim()];
}
