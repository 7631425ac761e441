// What authors write in brackets beside a title or an option: 选填, 最多选2项, 5分, 限50字. Each is a setting by name; a type
// takes those that it has, and what is left over is told.
import { type Bracket, bracketsOf } from './brackets.ts';
import { typeInRound, typeOf } from './labels.ts';
import { type Piece, splitBy } from './lines.ts';
import { amountOf, numeral } from './numerals.ts';

type NumberMark =
  | 'least'
  | 'most'
  | 'words'
  | 'points'
  | 'decimals'
  | 'step'
  | 'total'
  | 'seats'
  | 'places'
  | 'seconds'
  | 'version'
  | 'reasonBelow'
  | 'photos'
  | 'quota'
  | 'off';
type FlagMark =
  | 'optional'
  | 'required'
  | 'several'
  | 'each'
  | 'halves'
  | 'evidence'
  | 'exact'
  | 'room'
  | 'noRoom'
  | 'camera'
  | 'unsure'
  | 'shuffle'
  | 'exclusive'
  | 'open'
  | 'shown'
  | 'right';
type WordMark = 'type' | 'unit' | 'range';

export type Mark =
  | { key: NumberMark; value: number }
  | { key: FlagMark; value: true }
  | { key: WordMark; value: string };

const count = '(?:个|项|种|条|名|人|位|户|家|组|件|张|天|次|行|段|份|处|类)?(?:选项|答案|以内|以下)?';
const number = (pattern: string) => new RegExp(`^${pattern.replace(/#/g, `(${numeral})`)}$`);
const figure = '(-?\\d{1,4}(?:\\.\\d{1,2})?)';

const numbers: readonly (readonly [NumberMark, RegExp])[] = [
  ['least', number(`(?:请)?(?:最少|至少|不少于|最低)(?:可以|可)?(?:选择|勾选|填|选)?#${count}`)],
  ['quota', /^(?:限|名额|限额|限报):?(\d{1,7})(?:人|名|位)$/],
  [
    'most',
    number(`(?:请)?(?:最多|至多|不超过|限选|限填|限|最大)(?:可以|可)?(?:选择|勾选|上传|填|选)?#${count}`),
  ],
  ['most', number(`#(?:个|项|种|条)(?:以内|以下)`)],
  ['words', number('(?:字数)?(?:请)?(?:限|不超过|最多|至多)?#(?:个)?字(?:以内|以下|之内)?')],
  ['points', new RegExp(`^(?:本题|每题|每小题|满分|分值|计|记|得)?:?${figure}分$`)],
  ['decimals', number('小数(?:点后)?#位')],
  ['decimals', number('(?:保留)?#位小数')],
  ['step', number('(?:步长|每格|间隔)#')],
  ['total', /^(?:总和|合计|共):?(\d{1,7})$/],
  ['seats', number('(?:应选|应选名额|当选名额)#(?:名|人|位)?')],
  ['places', number('(?:只)?(?:排|选出|选|排出)前#(?:位|名|项)?')],
  ['places', number('前#(?:位|名|项)')],
  ['seconds', number('(?:最长|最多|不超过)#秒(?:钟)?')],
  ['version', number('第#版')],
  ['reasonBelow', new RegExp(`^${figure}分以下(?:须|需|请|要)?(?:说明|写明)(?:原因|理由)$`)],
  ['photos', number('(?:可)?(?:附|加)?(?:照片|图片)(?:最多|不超过)?#张')],
  ['off', /^(?:每次|每处|每项|一次)?扣(\d{1,3}(?:\.5)?)分(?:\/次|\/处|\/项)?$/],
];

const flags: readonly (readonly [FlagMark, RegExp])[] = [
  ['optional', /^(?:选填|可选填|非必填|非必答|不必填|可不填|可不答|可空|选答|可选|optional)$/i],
  ['required', /^(?:必填|必答|必选|必做|必须填写|required)(?:题)?$/i],
  ['several', /^(?:可多选|可以多选|可选多项|可选择多项|多选)$/],
  ['each', /^(?:逐人|逐一|逐个)表态$/],
  ['halves', /^(?:可打)?半分(?:制)?$/],
  ['evidence', /^(?:须|必须|需)(?:附|有|上传)?(?:照片|拍照)$/],
  ['exact', /^精确(?:位置|定位)$/],
  ['room', /^(?:含|填|填写)(?:房号|门牌|门牌号|室号)$/],
  ['noRoom', /^(?:不含|不填|无)(?:房号|门牌|门牌号|室号)$/],
  ['camera', /^(?:只能|仅限|须|必须)?(?:现拍|现场拍照|现场拍摄)$/],
  ['unsure', /^(?:可选|含|有)“?不了解”?$/],
  ['shuffle', /^(?:选项)?(?:随机|随机排序|随机排列|乱序)$/],
  ['exclusive', /^(?:排他|互斥|与其他(?:选项)?互斥|单独选择|排他选项)$/],
  ['open', /^(?:可填写|可填空|填空|需填写|带填空)$/],
  ['shown', /^(?:显示结果|填写人可见)$/],
  ['right', /^(?:正确答案|正确选项|正确|答案|标准答案)$/],
];

const both = new RegExp(
  `^(?:请|可|限|任|可任)?选(?:择)?(${numeral})(?:[-~至到](${numeral}))?(?:个|项|种|条|名|人|位)$`,
);

/** An option (`A.甲`), or a sentence: most of what stands in brackets is looked at no further. */
const noSetting = /^[a-z][.、)]|^.{40}/i;

/** What one word in brackets says; undefined when it is no setting. */
function markOf(word: string, round: boolean): Mark[] | undefined {
  if (noSetting.test(word)) return undefined;
  const type = round ? typeInRound(word) : typeOf(word);
  if (type) return [{ key: 'type', value: word }];
  for (const [key, pattern] of flags) if (pattern.test(word)) return [{ key, value: true }];
  for (const [key, pattern] of numbers) {
    const value = pattern.exec(word)?.[1];
    const amount = value === undefined ? undefined : (amountOf(value) ?? Number(value));
    if (amount !== undefined && Number.isFinite(amount)) return [{ key, value: amount }];
  }
  const ends = both.exec(word);
  const [, least = '', most = least] = ends ?? [];
  const [from, to] = ends ? [amountOf(least), amountOf(most)] : [];
  if (from !== undefined && to !== undefined)
    return from === to && word.startsWith('限')
      ? [{ key: 'most', value: to }]
      : [
          { key: 'least', value: from },
          { key: 'most', value: to },
        ];
  const unit = /^单位:(.{1,10})$/.exec(word)?.[1];
  if (unit) return [{ key: 'unit', value: unit.trim() }];
  const range = /^范围:?\s*([^~]{0,12}~[^~]{0,12})$/.exec(word)?.[1];
  if (range) return [{ key: 'range', value: range }];
  return undefined;
}

/** One of these is no word of a title, whatever stands beside it. */
const telling: ReadonlySet<Mark['key']> = new Set([
  'type',
  'optional',
  'required',
  'several',
  'least',
  'most',
  'words',
]);

const between = /[,;、，；。\s+()[\]|]+/g;

interface Marked {
  marks: Mark[];
  /** words beside a setting that say nothing to a machine: （多选，请打√） */
  rest: Piece[];
}

/** The settings that stand in one bracket; undefined when there is none in it, and it is a part of the words. */
export function marksIn({ inside, round }: Bracket): Marked | undefined {
  if (!/[\p{L}\d]/u.test(inside.plain)) return undefined;
  const whole = markOf(inside.plain, round);
  if (whole) return { marks: whole, rest: [] };
  const words = splitBy(inside, between);
  if (words.length < 2) return undefined;
  const read = words.map((word) => ({ word, marks: markOf(word.plain, round) }));
  const marks = read.flatMap((one) => one.marks ?? []);
  const sure = read.every((one) => one.marks) || marks.some(({ key }) => telling.has(key));
  if (marks.length === 0 || !sure) return undefined;
  return { marks, rest: read.flatMap((one) => (one.marks ? [] : [one.word])) };
}

/** The brackets of a line that hold settings, in order, none inside another. */
export function markedSpans(piece: Piece): (Bracket & Marked)[] {
  const spans: (Bracket & Marked)[] = [];
  for (const bracket of bracketsOf(piece)) {
    if (bracket.from < (spans.at(-1)?.to ?? 0)) continue;
    const marked = marksIn(bracket);
    if (marked) spans.push({ ...bracket, ...marked });
  }
  return spans;
}

/** Settings found beside one title, to be taken by name; the first of a name counts. */
export class Marks {
  readonly #found: (Mark & { at: number; text: string })[] = [];

  add(marks: readonly Mark[], at: number, text: string): void {
    for (const mark of marks) this.#found.push({ ...mark, at, text });
  }

  has(key: Mark['key']): boolean {
    return this.#found.some((mark) => mark.key === key);
  }

  /** The figure, left where it is. */
  peek(key: NumberMark): number | undefined {
    const value = this.#found.find((mark) => mark.key === key)?.value;
    return typeof value === 'number' ? value : undefined;
  }

  /** Takes a figure that fits; one that does not is left, and told. */
  number(key: NumberMark, min: number, max: number, whole = true): number | undefined {
    const value = this.peek(key);
    if (value === undefined || value < min || value > max || (whole && !Number.isInteger(value)))
      return undefined;
    this.#take(key);
    return value;
  }

  flag(key: FlagMark): boolean {
    return this.#take(key) !== undefined;
  }

  word(key: WordMark, fits: (word: string) => boolean = () => true): string | undefined {
    const value = this.#found.find((mark) => mark.key === key)?.value;
    if (typeof value !== 'string' || !fits(value)) return undefined;
    this.#take(key);
    return value;
  }

  #take(key: Mark['key']) {
    const at = this.#found.findIndex((mark) => mark.key === key);
    return at < 0 ? undefined : this.#found.splice(at, 1)[0];
  }

  /** What nothing has taken, each text once. */
  left(): { at: number; text: string }[] {
    return [...new Map(this.#found.map(({ at, text }) => [`${at} ${text}`, { at, text }])).values()];
  }
}
