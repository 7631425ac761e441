// The last lines of a questionnaire that are none of its questions: thanks, the office and the day under them, whom to call;
// lines to sign on, and what a chat says of answering in time.
import type { Block } from './blocks.ts';
import { isLiteral, type Line } from './lines.ts';
import { dated, isField } from './openings.ts';
import { optionMarkOf } from './option-marks.ts';

export const thanksLine = /^(?:结束语|感谢语|结尾语)\s?:\s?/;
const thanks = [
  /^(?:再次|衷心|由衷|真诚|非常|最后|十分|在此)*[地的]?(?:感谢|谢谢)(?:您|各位|大家|你|居民|业主|邻居|社区|参与|配合|支持|合作|填写|作答|关注|理解|阅读)/,
  /^(?:非常|万分|十分)?(?:谢谢|感谢|多谢|辛苦)(?:啦|了|喽)?(?:$|[!~。.🙏🌹])/u,
  /^(?:本次|本)?(?:问卷|调查|答题|答卷|填写|填答|作答)(?:到此|至此|已|全部)*(?:结束|完毕|完成)|^[到至]此(?:结束|完毕)|^以上就?是(?:全部|所有|本次|本问卷)/,
  /^(?:最后)?祝愿?(?:您|各位|大家|你|阖家|全家)/,
  /^[^?]{1,30}(?:感谢|谢谢)(?:您|大家|各位)的?(?:参与|配合|支持|合作|填写|理解)[。!~🙏]*$/u,
];
/** What one is thanked for or wished, or that it is over: an answer hardly says so. */
const parting = /参与|配合|支持|合作|填写|作答|愉快|快乐|幸福|安康|健康|如意|顺利|结束|完毕|完成/;
/** Signs that chats put before words, and brackets around them. */
const dress = /^(?:\p{Extended_Pictographic}|\ufe0f|[\s~*[(])+/u;
function isThanks({ plain }: Line): boolean {
  const words = plain.slice(0, 300).replace(dress, '');
  return thanks.some((pattern) => pattern.test(words));
}

const contact =
  /^(?:(?:社区|物业)?(?:联系人|联系电话|咨询电话|咨询|联系方式|服务热线|热线|监督电话|举报电话|电话))\s?:.{0,30}\d{5}/;
const office = /(?:居委会|委员会|社区|党支部|党委|街道|办事处|业委会|工作站|服务中心|村委会)$/;
/** When to answer by, and that one has seen it: nothing for those who have answered. */
const reminder =
  /^(?:请?(?:大家|各位)?(?:收到|看到)(?:后|的)?(?:,)?请?(?:回复|回覆|接龙|扣|转发))|^(?:填写|报名|接龙|提交|问卷|投票)?截止(?:时间|日期|到|至)?|^请(?:大家|各位|您)?(?:务必)?(?:于|在).{1,20}(?:前|之前)(?:完成|填写|填完|提交|交回|回复)/;

/** Names of what is signed on paper. */
const signs =
  /(?:填表|填写|调查|测评|评议|评价|被访|受访|户主|业主|本人|审核|负责|经办|单位|记录)?(?:人|员|者)?\(?(?:签名|签字|签章|盖章|公章)\)?|(?:填表|填写|调查|测评|评议)?(?:日期|时间)|(?:联系)?(?:电话|方式)|(?:20\d\d\s?)?[年月日]/g;

/** What a page copied from a site says below its questions. */
const button = /^(?:提交|提交问卷|上一页|下一页|.{0,12}提供技术支持)$/;

/** `签名：      日期：    年   月   日`: a place on paper to sign, and nothing beside it. */
function isSignature({ plain }: Line): boolean {
  if (plain.length > 120 || !/签[名字章]|[盖公]章|日期|年[\s_]*月/.test(plain)) return false;
  return /[:_]|年\s*月|\)$/.test(plain) && plain.replace(signs, '').replace(/[\s:_()、,/]/g, '') === '';
}

type Kind = 'thanks' | 'told';

function kindOf(line: Line): Kind | undefined {
  if (isLiteral(line) || optionMarkOf(line) || line.plain.length > 300) return undefined;
  if (isSignature(line) || reminder.test(line.plain) || button.test(line.plain)) return 'told';
  return isThanks(line) || contact.test(line.plain) ? 'thanks' : undefined;
}

interface Closed {
  blocks: Block[];
  thanks: Line[];
  /** what has no place in a form */
  told: Line[];
}

/** Takes these lines off the end. */
export function closed(all: readonly Block[]): Closed {
  const blocks = [...all];
  // From the last line up.
  const found: Record<Kind, Line[]> = { thanks: [], told: [] };
  for (let last = blocks.at(-1); last; last = blocks.at(-1)) {
    const { kind, head, body } = last;
    if ((kind === 'prose' || kind === 'heading') && isThanks(head)) {
      // The office and the day under thanks go with them.
      for (const line of [...body.reverse(), head]) found[kindOf(line) ?? 'thanks'].push(line);
      blocks.pop();
      continue;
    }
    takeEnd(last, found);
    const said = kind === 'prose' && body.length === 0 ? kindOf(head) : undefined;
    if (!said) break;
    found[said].push(head);
    blocks.pop();
  }
  return { blocks, thanks: found.thanks.reverse(), told: found.told.reverse() };
}

function takeEnd({ kind, body }: Block, found: Record<Kind, Line[]>): void {
  if (kind === 'thanks' || kind === 'page') return;
  const other = body.findIndex((line) => !isField(line));
  const fields = other < 0 ? body.length : other;
  for (let end = body.at(-1); end; end = body.at(-1)) {
    // Places to sign among other fields of one question are its own.
    if (body.length > 1 && body.length <= fields) break;
    const above = body.at(-2);
    const signed = above !== undefined && dated.test(end.plain) && office.test(above.plain);
    const said = signed ? 'thanks' : kindOf(end);
    if (!said || (said === 'thanks' && !signed && mayAnswer(end, body.slice(0, -1)))) break;
    found[said].push(...body.splice(signed ? -2 : -1).reverse());
  }
}

/** Two words of thanks may be an answer, among others that have no marks. */
const mayAnswer = ({ plain }: Line, above: readonly Line[]) =>
  plain.length < 7 &&
  !/[!~🙏]$/u.test(plain) &&
  !parting.test(plain) &&
  above.some((line) => !optionMarkOf(line) && !parting.test(line.plain));
