// Thirty questions as communities ask them, and answers to them by a number: for tests and figures.
import type { Definition } from '../../schema/form/definition.ts';

/** Thirty questions as communities ask them; every basic type occurs. */
export function thirtyQuestions(): Definition {
  const five = ['很不满意', '不满意', '一般', '满意', '很满意'];
  const questions: Definition['questions'] = [];
  for (let index = 0; index < 12; index++)
    questions.push({
      id: `s${index}`,
      type: 'scale',
      title: `第 ${index + 1} 方面，您满意吗？`,
      from: 1,
      to: 5,
      labels: five,
      na: true,
      required: true,
    });
  for (let index = 0; index < 8; index++)
    questions.push({
      id: `c${index}`,
      type: 'single',
      title: `第 ${index + 1} 件事，您怎么看？`,
      required: true,
      options: ['a', 'b', 'c', 'd'].map((id) => ({ id, label: `选项 ${id}` })),
    });
  for (let index = 0; index < 3; index++)
    questions.push({
      id: `m${index}`,
      type: 'multi',
      title: `第 ${index + 1} 组，最想先解决哪些？`,
      max: 3,
      options: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, label: `事项 ${id}` })),
    });
  questions.push(
    { id: 'star', type: 'rating', title: '请给楼栋长打分', required: true },
    { id: 'nps', type: 'nps', title: '您愿意劝亲友搬来住吗？' },
    { id: 'yes', type: 'yes-no', title: '您认识本楼的楼栋长吗？', required: true },
    { id: 'people', type: 'number', title: '家里常住几口人？', min: 1, max: 20 },
    {
      id: 'area',
      type: 'dropdown',
      title: '您住在哪一片？',
      options: ['n', 's', 'w'].map((id) => ({ id, label: `${id} 片` })),
    },
    {
      id: 'grid',
      type: 'matrix-scale',
      title: '下面几方面，您满意吗？',
      from: 1,
      to: 5,
      labels: five,
      rows: ['r1', 'r2', 'r3', 'r4'].map((id) => ({ id, label: `方面 ${id}` })),
    },
    { id: 'more', type: 'long-text', title: '还有什么想说的？' },
  );
  return { title: '三十题满意度调查', layout: 'steps', questions };
}

/** Answers that every version of {@link thirtyQuestions} accepts, by a whole number as seed. */
export function thirtyAnswers(seed: number): Record<string, unknown> {
  let state = (seed * 2654435761 + 1013904223) >>> 0;
  const pick = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
  const answers: Record<string, unknown> = {};
  for (let index = 0; index < 12; index++) answers[`s${index}`] = pick(12) === 0 ? 'na' : 1 + pick(5);
  for (let index = 0; index < 8; index++) answers[`c${index}`] = 'abcd'.charAt(pick(4));
  for (let index = 0; index < 3; index++)
    if (pick(3) > 0) answers[`m${index}`] = ['abc', 'bd', 'f', 'ae'][pick(4)]?.split('');
  answers.star = 1 + pick(5);
  if (pick(2)) answers.nps = pick(11);
  answers.yes = pick(2) ? 'yes' : 'no';
  if (pick(2)) answers.people = 1 + pick(6);
  if (pick(2)) answers.area = 'nsw'.charAt(pick(3));
  if (pick(2)) answers.grid = { r1: 1 + pick(5), r3: 1 + pick(5) };
  if (pick(4) === 0) answers.more = `意见 ${seed}`;
  return answers;
}
