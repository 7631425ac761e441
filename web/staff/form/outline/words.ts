// Words of the outline.
import { dictionary } from '../../../ui/words/dictionary.ts';

export const t = dictionary(
  {
    outline: '题目目录',
    empty: '还没有题目。加上的题会按顺序列在这里。',
    several: '多选',
    marked: '已选 {n} 项',
    markedUp: '选中的往上移',
    markedDown: '选中的往下移',
    unmark: '不选了',
    movedBehind: '已移动 {n} 项，现在排在{name}“{title}”后面。',
    movedFirst: '已移动 {n} 项，现在排在最前面。',
    keys: '上下键走动，回车打开，空格选中，Shift 加上下键选一段，Alt 加上下键移动，左右键收起或展开一页，Ctrl 加 D 复制，Delete 删除。',
    keysRead: '上下键走动，回车看这一题，左右键收起或展开一页。',
  },
  {
    outline: 'Questions',
    empty: 'No questions yet. What you add is listed here in its order.',
    several: 'Select several',
    marked: '{n} selected',
    markedUp: 'Move the selected up',
    markedDown: 'Move the selected down',
    unmark: 'Unselect',
    movedBehind: 'Moved {n}, now behind {name} “{title}”.',
    movedFirst: 'Moved {n}, now first.',
    keys: 'Up and Down walk, Enter opens, Space selects, Shift with Up or Down selects a stretch, Alt with Up or Down moves, Left and Right fold a page, Ctrl with D copies, Delete deletes.',
    keysRead: 'Up and Down walk, Enter looks at a question, Left and Right fold a page.',
  },
);
