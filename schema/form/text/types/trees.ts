// A choice level by level, in texts: the names of the levels on the first line, then a line for each way down the tree
// (湖北 武汉 江夏), or the tree itself with every level further in.
import type { QuestionOf } from '../../../fields/shapes.ts';
import { blankLabel } from '../../placeholders.ts';
import { atMost, baseOf, type Draft, fitting, takeBody } from '../draft.ts';
import { nodeId } from '../ids.ts';
import { isLiteral, type Piece, part, splitBy } from '../lines.ts';
import { optionMarkOf } from '../option-marks.ts';
import { unmarked } from '../tables.ts';
import type { TextType, Written } from './type.ts';

type Cascade = QuestionOf<'cascade'>;
const mostLevels = 5;
const mostNodes = 2000;

/** `层级：省 市 县` says of the first line what it is. */
const headLine = /^(?:层级|级别)\s*:\s*/;

function stepsOf(whole: Piece): Piece[] {
  const mark = optionMarkOf(whole);
  const line = mark?.style === 'bullet' ? part(whole, mark.length) : whole;
  if (isLiteral(line)) return [line];
  if (line.plain.includes('\t')) return splitBy(line, /\t+/g);
  const apart = splitBy(line, / +/g);
  return apart.length > 1 ? apart : splitBy(line, /[/>→]/g);
}

/** Names of levels, and no places: 省 市 县, 街道 社区. */
const level =
  /^(?:省|市|县|区|省份|城市|区县|县市区|乡镇|镇|街道|社区|村|网格|小区|楼栋|楼|栋|单元|房号|室|学校|年级|班级|部门|科室|单位|大类|中类|小类|类别|分类|第?[一二三四五\d]级|[一二三四五\d]级\S{0,6})$/;

const usual = ['第一级', '第二级', '第三级', '第四级', '第五级'];

/** Ways down, out of lines that are set further in at every level. */
function byIndent(lines: readonly (Piece & { indent?: number })[]): Piece[][] | undefined {
  const depths = lines.map(({ indent = 0 }) => indent);
  if (new Set(depths).size < 2) return undefined;
  const above: { indent: number; piece: Piece }[] = [];
  return lines.map((line, index) => {
    const indent = depths[index] ?? 0;
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
    above.push({ indent, piece: unmarked(line) });
    return above.map(({ piece }) => piece);
  });
}

function treeOf(ways: readonly (readonly Piece[])[], { lose }: Draft): Cascade['nodes'] {
  const nodes: Cascade['nodes'] = [];
  const known = new Map<string, string>();
  for (const way of ways) {
    let under: string | undefined;
    for (const step of atMost(way, mostLevels, lose)) {
      const place = `${under ?? ''} ${step.raw}`;
      let id = known.get(place);
      if (id === undefined) {
        if (nodes.length >= mostNodes) {
          lose({ line: step.at, text: step.raw });
          break;
        }
        id = nodeId(nodes.length);
        known.set(place, id);
        const label = fitting(step, 100, lose) || blankLabel;
        nodes.push({ id, label, ...(under !== undefined && { under }) });
      }
      under = id;
    }
  }
  return nodes;
}

export const cascade: TextType<Cascade> = {
  listed: true,
  read(draft) {
    const body = takeBody(draft);
    const told = headLine.exec(body[0]?.plain.slice(0, 12) ?? '');
    if (told && body[0]) body[0] = part(body[0], told[0].length);
    const lines = body.map((line) => ({ ...line, steps: stepsOf(line) }));
    const [first, ...rest] = lines;
    const named = first?.steps.every(({ plain }) => level.test(plain));
    const head = first && (told || named || headed(lines.map(({ steps }) => steps)));
    const single = lines.every(({ steps }) => steps.length === 1);
    const ways = (single && byIndent(head ? rest : lines)) || (head ? rest : lines).map(({ steps }) => steps);
    const nodes = treeOf(ways, draft);
    const depth = Math.min(Math.max(1, ...ways.slice(0, mostNodes).map((way) => way.length)), mostLevels);
    const names = head ? atMost(first.steps, mostLevels, draft.lose) : [];
    const levels = names.map((name) => fitting(name, 20, draft.lose));
    return {
      ...baseOf(draft),
      type: 'cascade',
      levels: [...levels, ...usual.slice(levels.length, Math.max(depth, 1))],
      nodes: nodes.length > 0 ? nodes : [{ id: nodeId(0), label: blankLabel }],
    };
  },
  write({ levels, nodes }) {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const above = new Set(nodes.flatMap(({ under }) => under ?? []));
    const wayTo = (id: string) => {
      const way: string[] = [];
      for (let at = byId.get(id); at && way.length < mostLevels; at = byId.get(at.under ?? ''))
        way.unshift(at.label);
      return way;
    };
    const leaves = nodes.filter(({ id, retired }) => !above.has(id) && !retired).map(({ id }) => wayTo(id));
    const ways = (sign: string, head: string, lead: string): Written => ({
      marks: [],
      body: [
        { lead: head + levels.join(sign) },
        ...leaves.map((way) =>
          way.length > 1 ? { lead: lead + way.join(sign) } : { lead, words: way[0] ?? '' },
        ),
      ],
    });
    return [ways(' ', '', ''), ways(' ', '层级：', ''), ways('\t', '层级：', '- ')];
  },
};

/** Whether the first line is a head: the others begin with what it does not, and go as deep. */
function headed(ways: readonly (readonly Piece[])[]): boolean {
  const [head, ...rest] = ways;
  if (!head || rest.length === 0) return false;
  const words = new Set(rest.flatMap((way) => way.slice(0, 1).map(({ raw }) => raw)));
  return !words.has(head[0]?.raw ?? '') && rest.every((way) => way.length <= head.length) && head.length > 1;
}
