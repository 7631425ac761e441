// 停车和充电: what stands where today, and what neighbours would have done about it; cars and e-bikes each for those who have them.
import type { Condition } from '../../logic/shapes.ts';
import { other } from './phrases.ts';
import type { Template } from './template.ts';

const hasCar: Condition = {
  any: [
    { q: 'own', op: 'contains', value: 'car' },
    { q: 'own', op: 'contains', value: 'ev' },
  ],
};

export const parkingCharging: Template = {
  id: 'parking-charging',
  kind: 'survey',
  group: 'deciding',
  summary: {
    zh: '问清汽车、电动车停在哪、在哪充电，车位和充电桩怎么建大家更愿意。',
    en: 'Where cars and e-bikes stand and charge now, and what neighbours would rather have.',
  },
  definition: {
    title: '停车和充电意见征集',
    intro: '小区要商量停车和充电的事。请每户填一份，有车没车都算数。',
    thanks: '截止后一周内，结果写在楼栋码页面；办法由四方一起商量，定下来以前先公示。',
    layout: 'steps',
    questions: [
      {
        id: 'own',
        type: 'multi',
        title: '您家有哪些车？',
        required: true,
        options: [
          { id: 'car', label: '烧油的汽车' },
          { id: 'ev', label: '充电的汽车' },
          { id: 'ebike', label: '电动自行车、三轮车' },
          { id: 'none', label: '都没有', exclusive: true },
        ],
      },
      {
        id: 'cars',
        type: 'number',
        title: '汽车一共几辆？',
        required: true,
        min: 1,
        max: 9,
        unit: '辆',
        showIf: hasCar,
      },
      {
        id: 'car_place',
        type: 'single',
        title: '汽车晚上多半停在哪里？',
        required: true,
        showIf: hasCar,
        options: [
          { id: 'own', label: '自己的车位' },
          { id: 'rented', label: '租的车位' },
          { id: 'inside', label: '小区里，先到先停' },
          { id: 'street', label: '小区外面路边' },
          other,
        ],
      },
      {
        id: 'ev_charge',
        type: 'single',
        title: '汽车在哪里充电？',
        required: true,
        showIf: { q: 'own', op: 'contains', value: 'ev' },
        options: [
          { id: 'own', label: '自己的充电桩' },
          { id: 'shared', label: '小区公用的' },
          { id: 'outside', label: '小区外面' },
          other,
        ],
      },
      {
        id: 'ebike_charge',
        type: 'single',
        title: '电动自行车平时怎么充电？',
        hint: '照实选就行，只用来算要建多少充电口。',
        required: true,
        showIf: { q: 'own', op: 'contains', value: 'ebike' },
        options: [
          { id: 'shed', label: '小区充电棚' },
          { id: 'outside', label: '小区外面' },
          { id: 'home', label: '电池拿回家' },
          { id: 'wire', label: '从楼上拉线' },
          other,
        ],
      },
      {
        id: 'first',
        type: 'rank',
        title: '最想先办的3件事',
        required: true,
        places: 3,
        options: [
          { id: 'spaces', label: '多划一些车位' },
          { id: 'order', label: '管好乱停、堵路的' },
          { id: 'visitors', label: '外来车少停一点' },
          { id: 'sharing', label: '和附近单位错时共用车位' },
          { id: 'ev', label: '装汽车充电桩' },
          { id: 'sheds', label: '建电动自行车充电棚' },
          { id: 'exits', label: '消防通道不许停' },
        ],
      },
      {
        id: 'price',
        type: 'single',
        title: '小区充电，您最在意什么？',
        showIf: {
          any: [
            { q: 'own', op: 'contains', value: 'ev' },
            { q: 'own', op: 'contains', value: 'ebike' },
          ],
        },
        options: [
          { id: 'price', label: '便宜' },
          { id: 'near', label: '离得近' },
          { id: 'safe', label: '安全，有人看' },
          { id: 'free', label: '不用排队' },
        ],
      },
      {
        id: 'place',
        type: 'text',
        title: '您看建在哪里合适？',
        hint: '例如：3号楼东头空地。',
        maxLength: 100,
      },
      { id: 'advice', type: 'long-text', title: '还有什么想说的？', maxLength: 500 },
    ],
  },
};
