// What the check before publishing found, as sentences that name the questions by number and title and say what to do.
// `form-title-missing`, `title-missing`, `label-missing` and `too-much` are found here only: the Worker never sees a blank,
// because blanks are saved as a placeholder, nor what is too much to be saved. A code after a colon is the same finding
// where it is advice and reads otherwise.
import type { FindingCode } from '../../../schema/form/lint.ts';
import { dictionary } from '../../ui/words/dictionary.ts';

export type Code = FindingCode | 'form-title-missing' | 'title-missing' | 'label-missing' | 'too-much';
export type Sentence =
  | Code
  | 'condition-cycle:self'
  | 'reads-later:advice'
  | 'pipe-later:advice'
  | 'counting-changed:advice'
  | 'meaning-changed:advice'
  | 'condition-retired:advice';

const zh: Record<Sentence, string> = {
  'form-title-missing': '表单还没有标题。',
  'title-missing': '{name}还没写题目。',
  'label-missing': '{where}还是空的。',
  'too-much': '{where}太长，或者里面的项太多，存不下。请改短，或删掉一些。',
  'no-questions': '还没有题目，先加一题。',
  'duplicate-question': '{q}和另一题的内部编号相同，回答会混在一起。请删掉一题重新加。',
  'duplicate-option': '{q}有两项的内部编号相同，数不清是谁。请删掉一项重新加。',
  'duplicate-ending':
    '结束语“{ending}”的内部编号和别的结束语或分页相同，不知道该跳到哪里。请删掉一个重新加。',
  'duplicate-quota': '名额“{quota}”的内部编号用了两次。请删掉一个重新加。',
  'reserved-name': '“{id}”这个内部编号另有用处。请删掉这一项重新加。',
  'too-many-cells': '{all}的选项或表格太大：一题最多 400 格，一张表单最多 2000 格。请拆小。',
  'too-many-minutes': '填完大约要 {minutes} 分钟，超过 15 分钟许多人会中途放弃。能少问的就少问。',
  'not-all-checked': '条件一环套一环，太多太绕，没能全部查完。最好少用几个条件，或者分成两张表单。',
  'page-without-questions': '{q}里没有要回答的题，不会单独成一页，页名也不会显示。',
  'param-twice': '{q}和{others}都取链接里的“{param}”，记下的是同一个值。',
  'duplicate-title': '{q}和{others}写得一样，看结果时分不清。',
  'duplicate-label': '{q}有两项都写着“{label}”，居民分不清。',
  'left-to-write': '这里还是模板的话：“{text}”。请换成您自己的。',
  'too-long-for-poster': '标题有 {length} 个字那么宽，海报上最多放 {most} 个字，后面的会被截掉。',
  'too-long-to-read': '{where}有 {length} 个字那么长，手机上不好读，最好不超过 {most} 个字。',
  untranslated: '{tongue} 还有 {texts} 处没有翻译，看 {tongue} 的人会看到原文。',
  'wide-on-phone': '{q}一行有 {columns} 格，手机上一排只放得下三格。最好不超过 {most} 格，或者改用下拉框。',
  'pipe-not-filled': '{where}里的双花括号不会换成回答，居民会看到括号本身。',
  'pipe-unknown': '{where}要引用的题已经不在了。',
  'pipe-asks-nothing': '{where}引用了{others}，那里不用回答，没有内容可以引用。',
  'pipe-later': '{where}引用了{others}的回答，可到那时还没有回答。',
  'pipe-later:advice': '{where}引用了同一页里排在后面的{others}，要等答了才会换上。',
  'pipe-unanswered':
    '{where}引用了{others}的回答，可有的人没有回答它，看到的是“……”。请给它写一个没回答时用的词。',
  'condition-source-missing': '{where}要看的题已经不在了，或者它不用回答。',
  'condition-row': '{where}要看{others}里的一行，可那一行已经不在了。',
  'condition-operator': '{where}和{others}的题型不合，没法这样比。',
  'condition-value': '{where}用到了{others}没有的选项或答案。',
  'condition-retired': '{where}要看有没有选“{values}”，可{others}里它已经停用，没有人选得到。',
  'condition-retired:advice': '{where}还用到{others}里已经停用的“{values}”，现在没有人选得到它。',
  'condition-range': '{where}要{others}{how}，可它只能答{range}，永远不成立。',
  'condition-cycle': '{all}互相等待，谁也出现不了。请改掉其中一处。',
  'condition-cycle:self': '{q}要等它自己的回答，永远等不到。',
  'figure-source-missing': '{where}要算的题已经不在了，或者它没有回答。',
  'figure-source-kind': '{where}要用{others}来算，可它的回答不是数。',
  'divides-by-zero': '{where}里除以了零，永远算不出来。',
  'figure-never': '{q}不管怎么答都算不出数来。',
  'reads-later':
    '{where}要看{others}，可它排在后面：居民答到那里，这里已经翻过去了。请把这里移到后面，或换一题作条件。',
  'reads-later:advice': '{where}要看同一页里排在后面的{others}：居民看过的地方会忽然变样。最好移到它后面。',
  'checks-later': '{where}要看{others}，可它排在后面：居民到最后才知道这里不对，还要翻回来。',
  'figure-later': '{q}要等{others}答了才有数，可它排在后面：居民看到这里时还没有。',
  'jump-nowhere': '{where}要去的地方不在了，或者不是分页和结束语。',
  'jump-backwards': '{where}往回跳到了{others}。只能往后跳。',
  'jump-never': '{where}永远轮不到：它的条件成立不了，或者排在前面的跳转总是先走。',
  'jump-reads-later': '{where}要看{others}，可它排在后面，那时还没有回答。',
  'never-visible': '{q}永远不会出现：没有一种回答能满足它的条件。{also}',
  'required-never-shown': '{q}是必答题，可它永远不会出现：没有一种回答能满足它的条件。{also}',
  'always-skipped': '{q}答完总会跳走，谁也见不到{others}。',
  'option-never-offered': '{q}里的“{label}”永远不会出现：没有一种回答能满足它的条件。',
  'may-offer-nothing': '{q}的每一项都有条件，有的居民会一项也看不到，这题就不问他了。',
  'condition-always': '{where}总是成立，写不写都一样。',
  'required-if-never': '{where}永远不成立，这题从来不必答。',
  'required-if-always': '{where}总是成立，直接设为必答就行。',
  'ending-unreachable': '结束语“{ending}”谁也走不到。',
  'rule-source': '{where}要比的题已经不在了，或者就是它自己。',
  'rule-type': '{where}和题型不合，不起作用。',
  'rule-impossible': '{q}的检查互相矛盾，或者和题目的范围对不上，没有一个答案能通过。',
  'cannot-be-sent': '{all}都要回答，可它们的检查对不上：怎么答都交不上。',
  'cannot-be-answered': '{q}要必答，可有的居民能选的项太少，怎么选都不行，就交不上了。',
  'quota-by': '名额“{quota}”要按一道题填的数来扣，可那题不在了，或者填的不是数。',
  'quota-impossible': '“{quota}”的名额只有 {max} 个，每份答卷至少要占 {least} 个，谁也占不到。',
  'quota-never-counts': '“{quota}”的名额没有人占得到：没有一种回答能用上它。',
  'carry-source': '{q}要沿用的题已经不在了，或者它没有选项。',
  'carry-differs': '{q}沿用{others}的选项，两边要一样。{missingWords}{strangeWords}',
  'shuffle-unknown': '打乱顺序的一组里，有 {gone} 题已经不在了。',
  'shuffle-twice': '{all}在两组打乱顺序的题里都有，只能放在一组里。',
  'shuffle-pages': '{all}不在同一页，不能一起打乱顺序。',
  'shuffle-before-source': '打乱顺序以后，{q}可能排到{second}前面，可它要等那里的回答。',
  'quiz-answer-missing': '{q}的正确答案已经不在选项里了。',
  'quiz-never-right': '{q}的正确答案照这题的选法选不出来，没有人能答对。',
  'sensitive-without-consent': '{all}问的是敏感个人信息，只能问在前面一题“同意书”里同意了的人。',
  'refuses-late': '“{ending}”会请一些人不用再填，可他们那时已经填了{rest}。最好先问{q}。',
  'type-changed': '{q}在发布过的版本里是另一种题型，新旧回答不能合在一起数。请另加一题。',
  'counting-changed': '{q}的小数位或范围变了，和已收的数加不到一起。请另加一题。',
  'counting-changed:advice': '{q}的分数范围和发布过的不一样，新旧答卷合不成一个得分。',
  'meaning-changed':
    '{q}发布时写的“{was}”改成了“{label}”，意思变了：旧答卷会数到“{label}”上。请改回来，或者另加一项、另加一题。',
  'meaning-changed:advice':
    '{q}发布时写的“{was}”改成了“{label}”。如果不是同一个意思，请另加一项：旧答卷会数到“{label}”上。',
  'option-removed': '{q}少了发布过的“{labels}”。停用而不删除更稳妥：新居民看不到它，旧答卷照样数。',
  'part-removed': '{q}少了发布过的“{labels}”。已收的回答都留着，只是新答卷不再问。',
  'question-removed': '发布过的 {n} 题不在了：{titles}。已收的回答都留着，只是新答卷不再问。',
  'consent-not-renewed': '{q}的文字改了，还是第 {version} 版：同意过旧文字的人，等于没有同意新的。',
  'no-options-left': '{q}没有选项，居民没法选。',
  'contradictory-range': '{q}的最小和最大对不上，没有答案填得进去。',
  'labels-do-not-fit': '{q}里词的个数和量表的点数不一样。',
  'gaps-do-not-fit': '{q}题目里的空（两个以上下划线）和设置里的空数目不一样。',
  'list-in-pieces': '{q}的多级内容里有接不上的，或者比级数还深。',
  'picture-missing': '{q}有的选项还没有图片。',
  'media-missing': '{q}还没有放图片或视频。',
  'picture-undescribed': '{q}的图片还没写说的是什么，看不见的人不知道。',
};

const en: Record<Sentence, string> = {
  'form-title-missing': 'The form has no title yet.',
  'title-missing': '{name} has no text yet.',
  'label-missing': '{where} is still empty.',
  'too-much': '{where} is too long, or has too many entries, to be saved. Shorten it, or take some out.',
  'no-questions': 'There are no questions yet.',
  'duplicate-question':
    '{q} shares its internal name with another question: answers would mix. Delete one and add it again.',
  'duplicate-option':
    'Two items of {q} share an internal name: they cannot be counted apart. Delete one and add it again.',
  'duplicate-ending':
    'The ending “{ending}” shares its internal name with another ending or a page: no jump can tell them apart. Delete one and add it again.',
  'duplicate-quota': 'Two quotas “{quota}” share an internal name. Delete one and add it again.',
  'reserved-name': 'The internal name “{id}” means something else already. Delete this and add it again.',
  'too-many-cells': '{all} is too large: at most 400 cells in a question and 2,000 in a form. Split it.',
  'too-many-minutes': 'It takes about {minutes} minutes; beyond 15 many give up. Ask less where you can.',
  'not-all-checked':
    'There are too many conditions upon conditions to check them all. Use fewer, or make two forms of it.',
  'page-without-questions':
    '{q} has no question on it: it is no page of its own, and its title is not shown.',
  'param-twice': '{q} and {others} both take “{param}” from the link and hold the same value.',
  'duplicate-title': '{q} and {others} read the same: results cannot be told apart.',
  'duplicate-label': 'Two items of {q} read “{label}”.',
  'left-to-write': 'This is still the template’s: “{text}”. Put your own words in its place.',
  'too-long-for-poster': 'The title is {length} characters wide; a poster holds {most}, the rest is cut off.',
  'too-long-to-read': '{where} is {length} characters long; on a phone {most} are enough.',
  untranslated: 'Texts without {tongue}: {texts}. Its readers see the original there.',
  'wide-on-phone':
    '{q} has {columns} cells in a row, a phone shows three side by side. Use at most {most}, or a drop-down.',
  'pipe-not-filled': 'Double braces in {where} are not filled in: residents would see them.',
  'pipe-unknown': '{where} repeats an answer of a question that is gone.',
  'pipe-asks-nothing': '{where} repeats {others}, where nothing is answered.',
  'pipe-later': '{where} repeats the answer of {others}, which is not there by then.',
  'pipe-later:advice':
    '{where} repeats the answer of {others} further down the same page; it appears only afterwards.',
  'pipe-unanswered':
    '{where} repeats the answer of {others}, which some will not give: they read “……”. Say what to put instead.',
  'condition-source-missing': '{where} reads a question that is gone, or that asks nothing.',
  'condition-row': '{where} reads a row of {others} that is gone.',
  'condition-operator': '{where} does not fit the type of {others}.',
  'condition-value': '{where} uses an option or answer that {others} does not have.',
  'condition-retired': '{where} asks for “{values}”, which {others} no longer offers to anybody.',
  'condition-retired:advice': '{where} still uses “{values}”, which {others} no longer offers to anybody.',
  'condition-range': '{where} wants {others} {how}, which takes {range} only: it never holds.',
  'condition-cycle': '{all} wait for each other; none can ever show. Change one of them.',
  'condition-cycle:self': '{q} waits for its own answer, which never comes.',
  'figure-source-missing': '{where} reckons with a question that is gone, or has no answer.',
  'figure-source-kind': '{where} reckons with {others}, whose answer is no number.',
  'divides-by-zero': '{where} divides by nought: there is never a figure.',
  'figure-never': '{q} never has a figure, whatever is answered.',
  'reads-later':
    '{where} reads {others}, which comes later: by then residents have passed this place. Move it down, or read another question.',
  'reads-later:advice':
    '{where} reads {others} further down the same page: what was read already changes. Better below it.',
  'checks-later':
    '{where} reads {others}, which comes later: residents learn only at the end that something is wrong here.',
  'figure-later':
    '{q} has no figure before {others} is answered, which comes later: residents see none here.',
  'jump-nowhere': '{where} leads to what is gone, or is neither a page nor an ending.',
  'jump-backwards': '{where} leads back to {others}. Jumps go forward only.',
  'jump-never': '{where} is never taken: its condition cannot hold, or one before it is always taken.',
  'jump-reads-later': '{where} reads {others}, which comes later and is not answered by then.',
  'never-visible': '{q} never shows: no answers meet its condition. {also}',
  'required-never-shown': '{q} is required and never shows: no answers meet its condition. {also}',
  'always-skipped': 'After {q} there is always a jump: nobody sees {others}.',
  'option-never-offered': '“{label}” in {q} is never offered: no answers meet its condition.',
  'may-offer-nothing': 'Every item of {q} has a condition: some residents see none, and are not asked.',
  'condition-always': '{where} always holds; it says nothing.',
  'required-if-never': '{where} never holds; the question is never required.',
  'required-if-always': '{where} always holds; simply make it required.',
  'ending-unreachable': 'Nobody reaches the ending “{ending}”.',
  'rule-source': '{where} compares with a question that is gone, or with itself.',
  'rule-type': '{where} does not fit the type and does nothing.',
  'rule-impossible':
    'The checks of {q} contradict each other or the ranges of the questions: no answer passes.',
  'cannot-be-sent': '{all} must be answered, and their checks contradict each other: no answers can be sent.',
  'cannot-be-answered':
    '{q} must be answered, and some residents are left too little to choose from: they cannot send.',
  'quota-by': 'The quota “{quota}” counts by a question that is gone, or gives no number.',
  'quota-impossible':
    '“{quota}” has {max} {max|place|places} and every response takes at least {least}: nobody gets one.',
  'quota-never-counts': 'Nobody takes a place of “{quota}”: no answers use it.',
  'carry-source': '{q} carries on a question that is gone, or has no options.',
  'carry-differs':
    '{q} carries on the options of {others}; both should be the same. {missingWords}{strangeWords}',
  'shuffle-unknown': 'Questions of a group in drawn order that are gone: {gone}.',
  'shuffle-twice': 'Two groups in drawn order hold {all}, where only one can.',
  'shuffle-pages': '{all} are not on one page and cannot change places.',
  'shuffle-before-source': 'In a drawn order {q} may come before {second}, whose answer it waits for.',
  'quiz-answer-missing': 'The right answer of {q} is no longer among its options.',
  'quiz-never-right': 'The right answer of {q} cannot be chosen as the question stands: nobody can be right.',
  'sensitive-without-consent':
    '{all} asks for sensitive personal information: only those who agreed in a consent before it may be asked.',
  'refuses-late': '“{ending}” sends people away who have filled in {rest} by then. Better ask {q} first.',
  'type-changed':
    '{q} was of another type when published: old and new answers cannot be counted together. Add a new question.',
  'counting-changed':
    'The decimals or range of {q} changed: its figures do not add up with those received. Add a new question.',
  'counting-changed:advice':
    'The points of {q} differ from the published ones: old and new answers make no common score.',
  'meaning-changed':
    '“{was}” in {q} became “{label}”, which means something else: older answers would count as “{label}”. Change it back, or add a new item or question.',
  'meaning-changed:advice':
    '“{was}” in {q} became “{label}”. If that is not the same, add a new item: those who chose “{was}” would count as “{label}”.',
  'option-removed':
    'The published “{labels}” is gone from {q}. Retire it instead: nobody is offered it, and older answers still count.',
  'part-removed': 'The published “{labels}” is gone from {q}. Answers received stay; it is no longer asked.',
  'question-removed':
    'Published questions that are gone: {titles}. Answers received stay; they are no longer asked.',
  'consent-not-renewed':
    'The text of {q} changed and is still version {version}: who agreed to the old one has not agreed to this.',
  'no-options-left': '{q} has no options to choose.',
  'contradictory-range': 'Smallest and largest of {q} do not fit: no answer does.',
  'labels-do-not-fit': 'The words of {q} differ in number from the points of the scale.',
  'gaps-do-not-fit':
    'The blanks in the title of {q} (two or more underscores) and in its settings differ in number.',
  'list-in-pieces': 'Something in the tree of {q} hangs loose, or is deeper than the levels.',
  'picture-missing': 'An option of {q} has no picture yet.',
  'media-missing': '{q} has no picture or video yet.',
  'picture-undescribed': 'The picture of {q} has no description for those who do not see it.',
};
export const findingWord = dictionary(zh, en);
