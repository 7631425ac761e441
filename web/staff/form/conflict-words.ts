// Words of the choice between two versions of one draft.
import { dictionary } from '../../ui/words/dictionary.ts';

export const t = dictionary(
  {
    title: '有两个版本，请选一个',
    intro:
      '这张表单在别处也改过并保存了。两个版本都在，还没有覆盖任何一个。没选的那个，选完还能用“撤销”找回。',
    differ: '和已保存的版本比，这里的版本：',
    differMore: '还有 {n} 处',
    here: '这里的版本',
    saved: '已保存的版本',
    keepHere: '用这里的版本',
    keepSaved: '用已保存的版本',
  },
  {
    title: 'There are two versions: choose one',
    intro:
      'This form was changed and saved elsewhere too. Both versions are kept; nothing was overwritten. The other one can be had back by Undo.',
    differ: 'Compared with the saved version, the one here:',
    differMore: '{n} more',
    here: 'The version here',
    saved: 'The saved version',
    keepHere: 'Use the one here',
    keepSaved: 'Use the saved one',
  },
);
