import type { PublishedCase } from '../published-case.ts'

export const bj0521: PublishedCase = {
  number: 'BJ-0521',
  name: '“5·21”生产销售伪劣电子烟网络案',
  charge: '生产、销售伪劣产品（电子烟）',
  summary:
    '2024年11月，群众举报顺义区有商户把劣质电子烟伪装成“医用加热雾化器”“植物饮料”卖给未成年人。' +
    '北京市局专卖处（电子烟监管处）与市公安局环食药旅总队、顺义区局联合深圳宝安、广西桂林烟草部门，查明一个以医疗器械资质为掩护的跨省产销网络，' +
    '于2025年5月21日、6月9日、6月19日三次收网。公检法共同研讨作出司法认定，北京市烟草质量监督检测站依据《电子烟》国家标准检测，个别关键指标为全国首次。' +
    '立案日期公开报道未写明。',
  label: 'sensitive',
  handlingCode: 'no_onward',
  region: '110000',
  openedOn: '2025',
  publishedIn: '004',
  agenciesAsWritten: [
    '北京市局专卖处（电子烟监管处）',
    '北京市公安局环食药旅总队',
    '顺义区局',
    '深圳市宝安区烟草专卖局',
    '桂林市烟草专卖局',
  ],
  ownerSlug: 'bj-tobacco',
  clueKeys: ['shunyi-minors'],
  figures: [
    {
      measure: 'quantity',
      what: '烟弹',
      amount: 347_000,
      unit: '个',
      isApproximate: false,
      asWritten: '34.7万个',
      source: '004',
    },
    {
      measure: 'quantity',
      what: '烟具',
      amount: 53_700,
      unit: '个',
      isApproximate: false,
      asWritten: '5.37万个',
      source: '004',
    },
    {
      measure: 'case_value',
      what: '实物案值',
      amount: 22_131_600,
      unit: '元',
      isApproximate: false,
      asWritten: '实物案值2213.16万元',
      source: '004',
    },
    { measure: 'persons', what: '逮捕', amount: 9, unit: '人', isApproximate: false, asWritten: '9人', source: '004' },
    { measure: 'persons', what: '直诉', amount: 1, unit: '人', isApproximate: false, asWritten: '1人', source: '004' },
    { measure: 'persons', what: '判刑', amount: 2, unit: '人', isApproximate: false, asWritten: '2人', source: '004' },
  ],
  events: [
    {
      kind: 'other',
      happenedOn: '2024-11',
      what: '顺义区群众举报：商户向未成年人销售伪装的劣质电子烟',
      source: '004',
    },
    { kind: 'strike_wave', happenedOn: '2025-05-21', what: '第一次收网', source: '004' },
    { kind: 'strike_wave', happenedOn: '2025-06-09', what: '第二次收网', source: '004' },
    { kind: 'strike_wave', happenedOn: '2025-06-19', what: '第三次收网', source: '004' },
    {
      kind: 'test',
      happenedOn: '2025',
      what: '北京市烟草质量监督检测站依据《电子烟》国家标准检测，个别关键指标为全国首次（报道未写明日期）',
      source: '004',
    },
    {
      kind: 'meeting',
      happenedOn: '2025',
      what: '公检法共同研讨作出司法认定（报道未写明日期）',
      source: '004',
    },
  ],
}
