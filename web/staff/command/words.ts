// Words of the command palette.
import { dictionary } from '../../ui/words/dictionary.ts';

export const t = dictionary(
  {
    title: '找页面、操作、表单、活动、辖区',
    open: '找',
    placeholder: '输入名称',
    list: '找到的',
    pages: '页面',
    acts: '这一页上的操作',
    forms: '表单',
    campaigns: '活动',
    areas: '辖区',
    none: '没有找到“{words}”。换个说法，或只输入其中一两个字。',
    count: '找到 {n} 个，上下键选，回车打开',
    newForm: '新建表单',
    paste: '用粘贴的文字或 Word 建表单',
  },
  {
    title: 'Find pages, acts, forms, runs, areas',
    open: 'Find',
    placeholder: 'Type a name',
    list: 'Found',
    pages: 'Pages',
    acts: 'On this page',
    forms: 'Forms',
    campaigns: 'Runs',
    areas: 'Areas',
    none: 'Nothing found for “{words}”. Try other words, or fewer letters.',
    count: '{n} found; arrows choose, Enter opens',
    newForm: 'New form',
    paste: 'A form from pasted text or Word',
  },
);
