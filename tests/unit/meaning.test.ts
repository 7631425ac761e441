// Whether a text under an id still says the same: what is plain is told, and what is not is left to a person.
import { expect, test } from 'vitest';
import { type Meaning, meaningOf } from '../../schema/form/lint/meaning.ts';

const cases: Record<Meaning, [string, string][]> = {
  same: [
    ['同意', '我同意'],
    ['停车不便', '停车不变'],
    ['物业服务', '对物业的服务态度'],
    ['非常满意', '很满意'],
    ['有没有电梯', '有电梯吗'],
    ['其他', '其他（请不要写姓名）'],
    ['物业费', '物业费不含水电'],
    ['不满意', '不太满意'],
    ['Lift', 'The lift'],
    ['', '新'],
  ],
  unsure: [
    ['上午', '下午'],
    ['1 号楼', '2 号楼'],
    ['60 岁以上', '65 岁以上'],
    ['同意', 'I agree'],
  ],
  other: [
    ['同意', '不同意'],
    ['不愿意', '愿意参加'],
    ['满意', '不太满意'],
    ['有', '没有'],
    ['无', '有'],
    ['成年人', '未成年人'],
    ['您同意加装电梯吗', '您不同意加装电梯吗'],
    ['I agree', 'I do not agree'],
    ['同意', '反对'],
    ['楼道保洁', '停车收费'],
    ['您同意加装电梯吗', '您家有车吗'],
    ['是', '否'],
  ],
};

test.each(Object.entries(cases))('%s', (meaning, pairs) => {
  for (const [one, other] of pairs) {
    expect([one, other, meaningOf(one, other)]).toEqual([one, other, meaning]);
    // It is as far back as it was there.
    expect([other, one, meaningOf(other, one)]).toEqual([other, one, meaning]);
  }
});
