// Words of the map of a form's paths.
import { dictionary } from '../../../ui/words/dictionary.ts';

export const t = dictionary(
  {
    title: '路线图',
    back: '回到题目',
    intro:
      '从上到下是答题的顺序。左边的线：下面的题要看上面的回答；右边的线：答到这里会跳到那里。选一行，只看和它有关的线。',
    straight: '没有跳转，也没有题要看别的回答：所有人从第一题答到最后一题。',
    end: '答完，交卷',
    ending: '结尾：{title}',
    page: '分页：{title}',
    reads: '要看：{list}',
    readBy: '被看：{list}',
    leads: '跳到：{list}',
    leadsHere: '跳来：{list}',
    open: '去改这一题',
    listed: '、',
  },
  {
    title: 'Paths',
    back: 'Back to the questions',
    intro:
      'From top to bottom is the order. Lines on the left: a question below goes by an answer above. Lines on the right: from here one goes on there. Choose a row to see its lines alone.',
    straight: 'No jumps, and no question goes by another answer: everybody goes from the first to the last.',
    end: 'Done, to be sent',
    ending: 'Ending: {title}',
    page: 'Page: {title}',
    reads: 'Goes by: {list}',
    readBy: 'Read by: {list}',
    leads: 'Goes to: {list}',
    leadsHere: 'Comes from: {list}',
    open: 'Change this question',
    listed: ', ',
  },
);
