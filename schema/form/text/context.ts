// What the whole text shows of how it is written: whether it is a test, and where its labels stand.
import type { Block } from './blocks.ts';
import { bracketsOf } from './brackets.ts';
import { examLineOf } from './exam.ts';
import { typeOf } from './labels.ts';
import type { Line, Piece } from './lines.ts';

export interface Context {
  /** 5分 is what an answer is worth, and not the most that may be given */
  exam: boolean;
  /** where most labels in square brackets stand; there a word that names no type is a label all the same */
  labels: 'front' | 'end' | undefined;
}

const examTitle = /考试|测试|测验|竞赛|试卷|考核|试题/;
const answered = /\((?:对|错|√|×|\s*[A-H]{1,8}\s*)\)\s*(?:$|[[(])/;
const right = /\(正确答案\)/;

export function contextOf(header: readonly Line[], blocks: readonly Block[]): Context {
  const questions = blocks.filter(({ kind }) => kind === 'question');
  const lines = questions.flatMap(({ head, body }) => [head, ...body]);
  const exam =
    header.slice(0, 3).some(({ plain }) => examTitle.test(plain.slice(0, 100))) ||
    questions.some(({ head }) => answered.test(head.plain.slice(0, 300))) ||
    lines.some((line) => examLineOf(line) !== undefined || right.test(line.plain.slice(0, 300)));
  const places = questions.map(({ head }) => labelPlace(head));
  const [front, end] = (['front', 'end'] as const).map((side) => places.filter((at) => at === side).length);
  const labels = (front ?? 0) > (end ?? 0) ? 'front' : 'end';
  return { exam, labels: Math.max(front ?? 0, end ?? 0) > 1 ? labels : undefined };
}

function labelPlace(head: Piece): Context['labels'] {
  const label = bracketsOf(head).find(({ round, inside }) => !round && typeOf(inside.plain) !== undefined);
  if (!label) return undefined;
  return label.from < head.raw.length - label.to ? 'front' : 'end';
}
