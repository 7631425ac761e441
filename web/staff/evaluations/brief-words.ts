// The few words of evaluations that stand on other pages too, apart so that those load no more.
import { dictionary } from '../../ui/words/dictionary.ts';

export const t = dictionary(
  {
    title: '评选',
    newNote: '给楼栋、网格或任职的人打分，评先进。',
    intro: '给楼栋、网格或任职的人打分，按办法算，公布前本辖区可以申诉。',
    'preset-simple': '简单评选',
    'preset-full': '综合评选',
    'presetNote-simple': '五项各 20 分，只由居民打分，每户一份。',
    'presetNote-full': '居民 50 · 网格员 20 · 物业 15 · 社区 15，有扣分和一票否决。',
    'state-draft': '○ 正在写办法',
    'state-rating': '◐ 评分中',
    'state-provisional': '◐ 初评，可以申诉',
    'state-final': '● 终评已定',
    'state-cancelled': '○ 已取消',
    subjectsN: '{n} 个参评',
    until: '到 {day}',
    appealsN: '{n} 件申诉等裁定',
  },
  {
    title: 'Evaluations',
    newNote: 'Rate buildings, grids or people in a post.',
    intro:
      'Rate buildings, grids or people in a post by stated rules; each area may appeal before it is final.',
    'preset-simple': 'Simple',
    'preset-full': 'Full',
    'presetNote-simple': 'Five criteria of 20 marks, rated by residents alone, one per household.',
    'presetNote-full':
      'Residents 50 · grid workers 20 · property 15 · community 15, with deductions and vetoes.',
    'state-draft': '○ Rules being written',
    'state-rating': '◐ Being marked',
    'state-provisional': '◐ Provisional, appeals open',
    'state-final': '● Final',
    'state-cancelled': '○ Cancelled',
    subjectsN: '{n} {n|nominee|nominees}',
    until: 'until {day}',
    appealsN: '{n} {n|appeal|appeals} to decide',
  },
);
