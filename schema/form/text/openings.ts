// How lines begin things where no number and no label says so: questions, fields of paper forms, prose.
import { keyedList, optionsBeside } from './beside.ts';
import { isInBrackets } from './brackets.ts';
import { examLineOf } from './exam.ts';
import { cutAt, isLiteral, type Line, type Piece } from './lines.ts';
import { numberOf } from './numbers.ts';
import { isAnswer, isFirstAnswer, optionMarkOf } from './option-marks.ts';
import { fieldsBeside } from './tabbed.ts';
import { opensSide } from './tables.ts';

const greeting = /^(?:尊敬的|亲爱的|各位|您好|你好|大家好|为了|为进一步|感谢您|非常感谢)/;
const field =
  /(?:姓名|性别|年龄|电话|手机|手机号|单位|部门|职务|地址|住址|房号|门牌号|楼栋|微信号|邮箱|身份证号|民族|学历|职业|签名|籍贯|政治面貌)$/;

/** The day under the name of an office. */
export const dated = /^(?:\d{4}|[一二三四五六七八九〇○]{4})年.{1,3}月(?:.{1,3}日)?$/;

/** Words that ask. */
export const asks = ({ plain }: Piece) =>
  /\?$/.test(plain) || /您|是否|哪|什么|多少|请(?!假)|怎/.test(plain.slice(0, 200));

const isProse = ({ plain }: Piece) => /[。!]$/.test(plain) || greeting.test(plain) || plain.length > 80;

/** What is none of the answers, with a place to say it. */
const other = /^(?:其[他它]|另)/;

/** A field of a paper form: `姓名：`, `电话：____`, `性别：□男 □女`. */
export const isField = (line: Piece) =>
  /^[^:_?]{1,14}:\s?(?:$|_|[□○☐])|^[^:_?]{1,12}_{2,}$|^[^:_?]{1,14}:[^:_]{0,20}_{2,}/.test(line.plain) &&
  !other.test(line.plain) &&
  !greeting.test(line.plain) &&
  !optionMarkOf(line) &&
  !examLineOf(line) &&
  !opensSide(line);

/** A sentence of a paper form with places to write on in it: `您居住在____社区____栋`. */
export const isGapped = (line: Piece) =>
  line.plain.length <= 100 &&
  /_{2,}[^_]*[^_\s][^_]*_{2,}/.test(line.plain) &&
  !optionMarkOf(line) &&
  !isLiteral(line);

/** The same with its answers behind it: `性别：男 / 女`. */
export const isKeyed = (line: Piece) =>
  !optionMarkOf(line) && !examLineOf(line) && !opensSide(line) && keyedList(line) !== undefined;

/** A name with nothing to choose beside it, or a sentence: among short answers without marks hardly one of them. */
export const isDoubtful = (line: Piece) =>
  !isLiteral(line) &&
  !optionMarkOf(line) &&
  !other.test(line.plain) &&
  (/:$/.test(line.plain) ||
    field.test(/^([^:_]{1,14}):?\s?_+$/.exec(line.plain)?.[1] ?? '') ||
    (line.plain.length > 12 && /[。!]$/.test(line.plain)));

/** Several fields on one line of a paper form: `姓名：____ 电话：____`, or in the cells of a table. */
export function fieldsIn(line: Line): Line[] {
  const beside = fieldsBeside(line);
  if (beside) return beside;
  if (numberOf(line) || !isField(line)) return [line];
  const places = [...line.plain.matchAll(/\s(?=[^\s_:□○☐]{1,12}\s?(?::|_{2,}))/g)].map(({ index }) => index);
  const fields = cutAt(line, places).map((piece): Line => ({ ...line, ...piece }));
  return fields.every(isField) ? fields : [line];
}

/** Words with answers below them. */
export const headsList = (line: Piece, next: Piece | undefined) =>
  next !== undefined &&
  line.plain !== '' &&
  isFirstAnswer(next) &&
  !optionMarkOf(line) &&
  !isAnswer(line) &&
  !isLiteral(line) &&
  !isInBrackets(line) &&
  !examLineOf(line) &&
  !opensSide(line) &&
  !isProse(line);

/** `请在□内打√` */
export const saysToTick = ({ plain }: Piece) => /[打划画]\s?[√✓勾]/.test(plain);

/** No title with its answers beside it is longer. */
const longestTitle = 1000;

/** Words with answers behind them: `您的性别 □男 □女`. */
export const bearsList = (line: Piece) =>
  line.raw.length <= longestTitle &&
  !optionMarkOf(line) &&
  !saysToTick(line) &&
  !/[。!]$/.test(line.plain) &&
  optionsBeside(line) !== undefined;

const following = (lines: readonly Line[], at: number): Line | undefined => {
  const next = lines[at + 1];
  if (next && !next.blank) return next;
  // A title and its first option may be apart.
  const after = lines[at + 2];
  return after && !after.blank && optionMarkOf(after)?.n === 1 ? after : undefined;
};

/** Whether a line after a blank one begins a question that has neither number nor label. */
export function opensQuestion(line: Line, lines: readonly Line[], at: number, ruled: boolean): boolean {
  const { plain } = line;
  if (optionMarkOf(line) || isLiteral(line)) return false;
  if (plain.endsWith('?')) return true;
  if (plain.length <= 60 && /_{2,}/.test(plain)) return true;
  if (plain.length <= 12 && (plain.endsWith(':') || (!ruled && field.test(plain)))) return true;
  const next = following(lines, at);
  const marked = next && optionMarkOf(next);
  if (marked && marked.style !== 'loose' && marked.style !== 'bullet') return !isProse(line);
  const listed =
    next !== undefined &&
    next === lines[at + 1] &&
    !isProse(line) &&
    !isProse(next) &&
    !dated.test(next.plain);
  return !ruled && listed && plain.length <= 60;
}

const titled = /调查|问卷|表$|评议|登记|报名|测评|征集|通知|活动|评选|推选|招募|方案|考试|测试|票$/;

/** The same for the first lines of a text without numbers, of which one is the title of the whole. */
export function opensForm(
  line: Line,
  lines: readonly Line[],
  at: number,
  labels: boolean,
  before: number,
): boolean {
  if (bearsList(line)) return true;
  if (isProse(line)) return false;
  if (before > 0)
    return (
      headsList(line, lines[at + 1]) ||
      (lines[at - 1]?.blank === true && opensQuestion(line, lines, at, labels))
    );
  if (titled.test(line.plain) && !line.plain.endsWith('?')) return false;
  const next = following(lines, at);
  if (next && isField(next) && !isField(line)) return false;
  const asking = asks(line) || field.test(line.plain);
  if (next === undefined) return line.plain.endsWith('?');
  return opensQuestion(line, lines, at, labels) && (asking || (!labels && next.plain.length <= 15));
}

/** Every line with a blank one before it, as word processors paste: then blank lines part nothing. */
export function doubleSpaced(lines: readonly Line[], isHead: (at: number) => boolean): boolean {
  let all = 0;
  let spaced = 0;
  let loose = 0;
  let begun = false;
  lines.forEach((line, at) => {
    if (line.blank) return;
    begun ||= isHead(at);
    if (!begun) return;
    all += 1;
    if (lines[at - 1]?.blank) spaced += 1;
    if (!isHead(at) && !optionMarkOf(line)) loose += 1;
  });
  return all >= 6 && spaced >= all * 0.8 && loose >= all * 0.4;
}
