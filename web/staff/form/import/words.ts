// Words of pasting a text and bringing in a file.
import { dictionary } from '../../../ui/words/dictionary.ts';

export const t = dictionary(
  {
    title: '粘贴文字或导入文件',
    facts: '放在{unit}',
    kind: '做成',
    intro:
      '从问卷星、腾讯问卷、金数据、Word 或微信群里复制来的问卷，粘贴在下面就行：题号、选项、[题型]、（选填）、（最多选2项）、（跳到第7题）都认得，认不出的一行也不会丢。',
    text: '问卷文字',
    example: '填入一个例子',
    file: '或者选一个文件',
    fileHint: '{ends} 都可以，拖到这里也行。',
    fileRead: '已读“{name}”。',
    fileAway: '不用这个文件，改成粘贴文字',
    reading: '正在读“{name}”…',
    old: '“{name}”是旧格式，读不了。请用 WPS 或 Word 打开它，点“文件 → 另存为”，类型选“Word 文档（.docx）”，再来导入。',
    unknown: '“{name}”这种文件读不了。可以读 {ends}；也可以打开它，把文字复制过来粘贴。',
    large: '“{name}”太大了，最多 10 MB。',
    broken: '“{name}”没有读出来，可能已损坏。可以打开它，把文字复制过来粘贴。',
    sheet: '下载 Excel 空表',
    sheetName: '问卷空表',
    image: '图片',
    video: '视频',
    lost: '“{name}”里有 {n} 处没有读进来',
    lostHint: '图片可以在建好表单以后，在题目里重新放上；页眉、脚注、批注里的话，需要的请写进文字。',
    preview: '认出的题目',
    found: '认出 {n} 题',
    none: '粘贴以后，认出的题目列在这里，可以先改题型，再建成表单。',
    noneYet: '还没有认出题目。每题一行开头写题号（1. 2. 3.），选项写在下一行。',
    noTitle: '（还没写题目，建好后再写）',
    noFormTitle: '（还没写标题，建好后再写）',
    thanks: '结束语：',
    and: '、',
    typeOf: '第 {n} 题的题型',
    typeOfNote: '“{title}”的题型',
    optional: '（选填）',
    more: ' 等 {n} 项',
    rows: '{n} 行：{labels}',
    columns: '{n} 列：{labels}',
    unplaced: '有 {n} 处没有放进表单',
    unplacedHint:
      '点一下，文字里对应的一行会选中，下面就能选：当作题目、选项、提示，或不要。建成表单时不会带上它们，需要的请先复制。',
    unplacedFile: '建成表单时不会带上它们，需要的请先复制。',
    unplacedMore: '还有 {n} 处没有列出来，复制时都会带上。',
    allPlaced: '每一行都放进去了。',
    line: '第 {line} 行',
    lineBar: '光标所在的一行',
    lineNone: '光标放在哪一行，这里就说它成了什么。',
    lineIs: '第 {line} 行：{fate}',
    lineOf: '（第 {n} 题）',
    lineLost: '第 {line} 行没有放进表单：',
    lineQuestion: '看认出的题目',
    lineUndo: '撤销刚才的改动',
    'as-question': '当作题目',
    'as-option': '当作选项',
    'as-hint': '当作提示',
    'as-heading': '当作小标题',
    'as-thanks': '当作结束语',
    'as-away': '不要',
    notThis: '不是这样',
    'refused-question': '这一行做不成一道题：可能太长，或者别处的意思会变。请直接改文字。',
    'refused-option': '这一行放不进选项：上面要先有一道选择题，一项最多 100 个字。',
    'refused-hint': '这一行做不成提示：上面要先有一道题，别处的意思也不能变。请直接改文字。',
    'refused-heading': '这一行做不成小标题：它下面的选项会跟着它走。请直接改文字。',
    'refused-thanks': '这一行做不成结束语：别处的意思会变。请直接改文字。',
    'refused-away': '去掉它，别处的意思会变。请直接改文字。',
    legend: '左边的记号是什么意思',
    toLine: '在文字里找到这一题',
    copy: '把没放进去的内容复制出来',
    create: '建成表单（{n} 题）',
  },
  {
    title: 'Paste a text or bring in a file',
    facts: 'In {unit}',
    kind: 'Make it a',
    intro:
      'Paste a questionnaire from any survey site, Word or a chat: numbers, options, [types], (optional), limits and where to go on are recognised, and no line is lost.',
    text: 'Text of the questionnaire',
    example: 'Fill in an example',
    file: 'Or choose a file',
    fileHint: '{ends}, or drop it here.',
    fileRead: '“{name}” has been read.',
    fileAway: 'Leave this file and paste a text',
    reading: 'Reading “{name}”…',
    old: '“{name}” is of an old format that cannot be read. Open it in WPS or Word, choose File → Save as → Word document (.docx), and bring that in.',
    unknown: 'Files like “{name}” cannot be read. {ends} can; or open it, copy its text and paste it here.',
    large: '“{name}” is too large: 10 MB at most.',
    broken: '“{name}” could not be read; it may be damaged. Open it, copy its text and paste it here.',
    sheet: 'Download an empty Excel sheet',
    sheetName: 'Questionnaire',
    image: 'Picture',
    video: 'Video',
    lost: '{n} {n|thing|things} in “{name}” {n|was|were} not read',
    lostHint:
      'Pictures can be put into their questions again once the form is created. Words of headers, notes and comments that are needed can be written into the text.',
    preview: 'Questions found',
    found: '{n} {n|question|questions} found',
    none: 'What is recognised will be listed here; change a type if need be, then create the form.',
    noneYet:
      'No question found yet. Begin each with its number (1. 2. 3.), and put its options on the lines below.',
    noTitle: '(not written yet: write it afterwards)',
    noFormTitle: '(no title yet: write it afterwards)',
    thanks: 'At the end: ',
    and: ', ',
    typeOf: 'Type of question {n}',
    typeOfNote: 'Type of “{title}”',
    optional: ' (optional)',
    more: ' … {n} in all',
    rows: '{n} {n|row|rows}: {labels}',
    columns: '{n} {n|column|columns}: {labels}',
    unplaced: '{n} {n|piece has|pieces have} no place in the form',
    unplacedHint:
      'Press one to select its line in the text, and make it a question, an option or a hint below, or leave it out. What stays here will not be in the form: copy what you need.',
    unplacedFile: 'They will not be in the form: copy what you need.',
    unplacedMore: '{n} more are not listed here; they are copied with the others.',
    allPlaced: 'Every line has its place.',
    line: 'Line {line}',
    lineBar: 'Line of the cursor',
    lineNone: 'Put the cursor on a line to see what it became.',
    lineIs: 'Line {line}: {fate}',
    lineOf: ' (question {n})',
    lineLost: 'Line {line} has no place in the form:',
    lineQuestion: 'See the question',
    lineUndo: 'Undo the last change',
    'as-question': 'Make it a question',
    'as-option': 'Make it an option',
    'as-hint': 'Make it a hint',
    'as-heading': 'Make it a heading',
    'as-thanks': 'Make it words at the end',
    'as-away': 'Leave it out',
    notThis: 'Not this',
    'refused-question':
      'This line makes no question: it may be too long, or other words would mean something else. Change the text itself.',
    'refused-option':
      'This line makes no option: a question with options must stand above, and an option has 100 signs at most.',
    'refused-hint':
      'This line makes no hint: a question must stand above, and nothing else may change. Change the text itself.',
    'refused-heading':
      'This line makes no heading: the options below would go with it. Change the text itself.',
    'refused-thanks':
      'This line makes no words at the end: other words would mean something else. Change the text itself.',
    'refused-away': 'Without it other words would mean something else. Change the text itself.',
    legend: 'What the marks on the left mean',
    toLine: 'Find this question in the text',
    copy: 'Copy what has no place',
    create: 'Create the form ({n} {n|question|questions})',
  },
);

/** A questionnaire that shows most of what the text format has. The same in both languages: residents read Chinese. */
export const example = `幸福里小区2号楼楼栋长推选意见征集
请每户派一人填写，约2分钟。
1. 您家的房号[填空题]
2. 您愿意参加推选吗？
A. 愿意 B. 不愿意 C. 弃权
3. 您最看重哪些条件（最多选2项）[多选题]
热心公益
有空闲时间
会用手机
其他____
4. 对现有服务的评价[矩阵单选题]
很满意 满意 一般 不满意
环境卫生
矛盾调解
5. 总体满意度[量表题]
1~5
6. 其他建议（选填）[简答题]
`;
