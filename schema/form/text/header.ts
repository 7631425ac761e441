// What stands above the first question: the title of the form, and its introduction.
import { formTextMax } from '../definition.ts';
import type { Unplaced } from '../reading.ts';
import { bracketsOf } from './brackets.ts';
import { together } from './draft.ts';
import { isLiteral, type Line, type Piece, part, without } from './lines.ts';

/** Labels of the whole, as SurveyKing has them: 标题【问卷】, 欢迎语【欢迎语】. */
const whole = /^(?:问卷|调查问卷|考试|试卷|测评|表单|报名表|登记表|欢迎语|引导语|卷首语|问卷标题|标题)$/;
const keyed =
  /^(?:(?:问卷|表单|调查)?标题|问卷名称|(?:问卷|表单)?说明|卷首语|欢迎语|引导语|导语)\s?:\s?(?=\S)/;
/** Which paper of several it is, above its title. */
const annex = /^附(?:件|表|录)(?:\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:-\d{1,2})?\s?:?)?$/;
export const isAnnex = ({ plain }: Piece) => annex.test(plain);

/** Words to people, and no name of a form. */
const address = /^(?:尊敬的|亲爱的|各位|您好|你好|大家好)|^.{40,}[。!]$/;

function bare(line: Line): Piece {
  const labels = (line.plain.includes('[') ? bracketsOf(line) : []).filter(
    ({ round, inside, from, to }) =>
      !round &&
      whole.test(inside.plain) &&
      (from === 0 || to === line.raw.length || line.plain.charAt(to) === '['),
  );
  const words = labels.length > 0 ? without(line, labels) : line;
  const key = keyed.exec(words.plain);
  return key ? part(words, key[0].length) : words;
}

export function headerOf(
  lines: readonly Line[],
  lose: (lost: Unplaced) => void,
): { title: string; intro: string; titleAt: number | undefined } {
  const words = lines.map(bare).filter(({ raw }) => raw !== '');
  const [above, below] = words;
  const which = above && below && isAnnex(above) ? above : undefined;
  if (which) lose({ line: which.at, text: which.raw });
  const [first, ...rest] = words.slice(which ? 1 : 0);
  const named =
    first && first.raw.length <= formTextMax.title && (isLiteral(first) || !address.test(first.plain));
  const intro = named ? rest : first ? [first, ...rest] : [];
  return {
    title: named ? first.raw : '',
    intro: together(intro, formTextMax.intro, lose),
    titleAt: named ? first.at : undefined,
  };
}
