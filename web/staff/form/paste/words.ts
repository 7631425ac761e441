// Words for questions that come out of a pasted text.
import { dictionary } from '../../../ui/words/dictionary.ts';

export const t = dictionary(
  {
    open: '粘贴文字成题',
    text: '把题目和选项粘贴到这里',
    hint: '一题一段，选项各占一行；从 Word、问卷星、微信里复制来的都行。',
    reads: '读出 {n} 题',
    none: '还没有读出题目。题目前写上 1. 2. 3.，或在题与题之间空一行。',
    lost: '有 {n} 处不会加进来：',
    tooMany: '一张表单最多 {max} 题，放得下的有 {n} 题。',
    insert: '加这 {n} 题',
    close: '不加了',
    inserted: '加了 {n} 题',
  },
  {
    open: 'Questions from text',
    text: 'Paste questions and options here',
    hint: 'One question a paragraph, one option a line; copied from Word, a survey site or a chat.',
    reads: '{n} {n|question|questions} read',
    none: 'No question was read yet. Put 1. 2. 3. before questions, or an empty line between them.',
    lost: '{n} {n|piece is|pieces are} not added:',
    tooMany: 'A form takes {max} questions; there is room for {n}.',
    insert: 'Add {n} {n|question|questions}',
    close: 'Do not add',
    inserted: '{n} {n|question|questions} added',
  },
);
