// Words of sharing a form: as a template of the branch, and by a link that shows its draft.
import { dictionary } from '../../../ui/words/dictionary.ts';

export const t = dictionary(
  {
    share: '分享',
    preview: '分享预览',
    template: '设为模板',
    previewNote:
      '拿到链接的人不用登录，看到的就是居民的页面：打开时草稿是什么样就是什么样，填了也不会保存。7 天后失效，也可以随时收回。',
    previewMake: '生成预览链接',
    previewReady: '链接只在这里显示一次，请现在复制或扫码保存。',
    previewLink: '预览链接',
    previewList: '已经分享的',
    previewLine: '{from} 分享，{to} 到期',
    previewOver: '已失效',
    revoke: '收回',
    revoked: '已收回，这个链接打不开了',
    templateNote:
      '现在的第 {n} 版放进“新建表单 → 本地模板”。设在哪个辖区，那里和它的下级、上级的经办人都能用；以后改了表单，模板不会跟着变，要再设一次。',
    templateFirst: '先发布一版，再设为模板：模板用的是发布过的内容。',
    templateUnit: '给哪个辖区用',
    templateSummary: '一句话说明',
    templateSummaryHint: '做什么用、什么时候用，例如：每季度问一次物业满不满意',
    templateSummaryMissing: '写一句话，同事才知道什么时候用它。',
    templateSet: '已设为{unit}的模板',
    templateUndo: '已撤下，不再是{unit}的模板',
    templateHere: '已经是{unit}的模板（第 {n} 版）',
    templateMake: '设为模板',
    templateRenew: '换成第 {n} 版',
  },
  {
    share: 'Share',
    preview: 'Share a preview',
    template: 'Make it a template',
    previewNote:
      'Whoever has the link sees the residents’ page without signing in: the draft as it is at that moment, and nothing that is filled in is kept. It ends after 7 days, or when you end it.',
    previewMake: 'Make a preview link',
    previewReady: 'The link is shown only here and now: copy it or scan it.',
    previewLink: 'Preview link',
    previewList: 'Links given out',
    previewLine: 'shared {from}, ends {to}',
    previewOver: 'Over',
    revoke: 'End it',
    revoked: 'Ended: the link no longer opens',
    templateNote:
      'Version {n}, as it is now, goes to New form → Of this branch. Organisers of the area that you choose, below and above it can use it. It does not follow later changes: set it again for these.',
    templateFirst: 'Publish a version first: a template is what was published.',
    templateUnit: 'For which area',
    templateSummary: 'In one line',
    templateSummaryHint: 'What it is for and when, for example: asked once a quarter about property services',
    templateSummaryMissing: 'Write a line, so that colleagues know when to use it.',
    templateSet: 'Now a template of {unit}',
    templateUndo: 'Taken down: no longer a template of {unit}',
    templateHere: 'A template of {unit} already (version {n})',
    templateMake: 'Make it a template',
    templateRenew: 'Take version {n}',
  },
);
