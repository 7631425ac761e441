// References in words: 第5题“什么时候出现”.
import type { Definition } from '../../../schema/form/definition.ts';
import { dictionary } from '../../ui/words/dictionary.ts';
import { called } from './logic/names.ts';
import type { Reference } from './references.ts';

export const t = dictionary(
  {
    shows: '{by}：什么时候出现',
    lists: '{by}：有的选项什么时候列出来',
    requires: '{by}：什么时候必填',
    checks: '{by}：检查填得对不对',
    jumps: '{by}：什么时候跳走',
    lands: '{by}：跳到这里',
    carries: '{by}：只列出前面选过的',
    counts: '{by}：怎么算',
    says: '{by}：文字里写着它的回答',
    ends: '{by}：什么时候到这个结尾',
    quota: '{by}：名额怎么算',
    ending: '结尾“{title}”',
    thanks: '结束语',
    quotaBy: '名额“{title}”',
    usedTitle: '别处还在用这一题，删了那里就不起作用：',
    usedPage: '有题要跳到这一页，删了就跳不到：',
    usedEnding: '有题要跳到这个结尾，删了就跳不到：',
    removeAll: '还是删除',
    keep: '不删了',
    turned: '现在{by}要看{of}，可是{of}排在后面了。',
    turnedPage: '现在{by}要往回跳，跳转不起作用。',
  },
  {
    shows: '{by}: when it shows',
    lists: '{by}: when some of its options are listed',
    requires: '{by}: when it is required',
    checks: '{by}: the check of what is filled in',
    jumps: '{by}: when it goes elsewhere',
    lands: '{by}: goes here',
    carries: '{by}: lists what was chosen here',
    counts: '{by}: how it is calculated',
    says: '{by}: repeats its answer in a text',
    ends: '{by}: when it is reached',
    quota: '{by}: what is counted',
    ending: 'ending “{title}”',
    thanks: 'the closing words',
    quotaBy: 'places “{title}”',
    usedTitle: 'Other places go by this question and will stop working:',
    usedPage: 'Questions jump to this page and will not get there:',
    usedEnding: 'Questions jump to this ending and will not get there:',
    removeAll: 'Delete all the same',
    keep: 'Keep it',
    turned: 'Now {by} goes by {of}, which stands after it.',
    turnedPage: 'Now {by} jumps back, which does nothing.',
  },
);

function byWords({ by }: Reference, definition: Definition): string {
  if (by === 'thanks') return t('thanks');
  if ('question' in by) return called(definition, by.question);
  return 'quota' in by ? t('quotaBy', { title: by.quota }) : t('ending', { title: by.ending });
}

export const referenceWords = (reference: Reference, definition: Definition): string =>
  t(reference.way, { by: byWords(reference, definition) });

export const turnedWords = (reference: Reference, definition: Definition): string =>
  t(reference.way === 'lands' ? 'turnedPage' : 'turned', {
    by: byWords(reference, definition),
    of: called(definition, reference.of),
  });
