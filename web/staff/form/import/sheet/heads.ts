// What the columns of a sheet of questions are called, in Chinese and English, in any order.
export type Head =
  | 'id'
  | 'title'
  | 'type'
  | 'required'
  | 'hint'
  | 'options'
  | 'rows'
  | 'columns'
  | 'min'
  | 'max'
  | 'decimals'
  | 'step'
  | 'unit'
  | 'low'
  | 'high';

const names: Readonly<Record<Head, readonly string[]>> = {
  id: ['编号', '题号', '序号', 'id', 'no', 'no.', 'number'],
  title: ['题目', '标题', '题干', '问题', '题目内容', '题目名称', 'title', 'question', 'label'],
  type: ['题型', '类型', '题目类型', 'type'],
  required: ['必填', '必答', '是否必填', '是否必答', 'required'],
  hint: ['提示', '说明', '填写说明', 'hint'],
  options: ['选项', '选项内容', '备选项', 'options', 'choices'],
  rows: ['行', '矩阵行', '行标题', 'rows'],
  columns: ['列', '矩阵列', '列标题', 'columns'],
  min: ['最少', '最小', '最小值', '至少', '最早', '最少选', 'min', 'minimum'],
  max: ['最多', '最大', '最大值', '至多', '最晚', '最多选', '满分', '字数', '最多字数', 'max', 'maximum'],
  decimals: ['小数', '小数位数', 'decimals'],
  step: ['步长', '间隔', 'step'],
  unit: ['单位', 'unit'],
  low: ['最低一头', '低端', '左端', '最低分的词', 'low'],
  high: ['最高一头', '高端', '右端', '最高分的词', 'high'],
};
const byName = new Map(Object.entries(names).flatMap(([head, list]) => list.map((name) => [name, head])));

export type OptionHead = 'list' | 'label' | 'id' | 'text' | 'exclusive' | 'score' | 'quota' | 'under';
const optionNames: Readonly<Record<OptionHead, readonly string[]>> = {
  list: ['列表名', '列表', '选项表', 'list', 'list_name', 'list name'],
  label: ['选项', '选项内容', '名称', 'option', 'label'],
  id: ['编号', '选项编号', 'id', 'name'],
  text: ['其他可填', '可填写', '要写明', 'other', 'text'],
  exclusive: ['互斥', 'exclusive'],
  score: ['分值', '分数', '得分', 'score'],
  quota: ['名额', 'quota', 'places'],
  under: ['上级', '上级选项', 'under', 'parent'],
};

/** A head without its marks and its remark in brackets: `*题目（必填）` is 题目. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\(.*\)$/, '')
    .replace(/[*:\n]/g, '')
    .trim()
    .toLowerCase();

const isHead = (name: string | undefined): name is Head => name !== undefined && Object.hasOwn(names, name);

/** undefined when no column is called so. 选项1, 选项B, option 3 are columns of options, one each. */
export function headOf(text: string): Head | undefined {
  const name = plain(text);
  const found = byName.get(name) ?? (/^(选项|option)\s*([a-z]|\d{1,2})$/.test(name) ? 'options' : undefined);
  return isHead(found) ? found : undefined;
}

export const optionHeadOf = (text: string): OptionHead | undefined => {
  const found = Object.entries(optionNames).find(([, list]) => list.includes(plain(text)))?.[0];
  return found !== undefined && isOptionHead(found) ? found : undefined;
};
const isOptionHead = (name: string): name is OptionHead => Object.hasOwn(optionNames, name);

/** true, false, or neither when the cell says something else. */
export function yesOrNo(text: string): boolean | undefined {
  const word = text.normalize('NFKC').trim().toLowerCase();
  if (/^(是|对|有|√|✓|✔|1|y|yes|true|必填|必答|required)$/.test(word)) return true;
  return /^(|否|不|无|×|x|0|n|no|false|选填|非必填|optional)$/.test(word) ? false : undefined;
}
