import type { PublishedCase } from '../published-case.ts'

/** Data only: the bureau that owns it takes no part in the demonstration. */
export const luoheTubes: PublishedCase = {
  number: 'LUOHE-TUBES',
  name: '河南漯河空烟管生产企业案',
  charge: '非法生产滤嘴棒及卷烟盘纸（罪名论文未写明）',
  summary: '环卫工人在沟中发现大量空烟管，致电河南12313分中心。当地烟草专卖局会同公安部门查处4家生产企业。',
  label: 'internal',
  handlingCode: 'unrestricted',
  region: '411100',
  openedOn: '2022',
  publishedIn: '000',
  agenciesAsWritten: ['当地烟草专卖局', '公安部门'],
  clueKeys: ['luohe-ditch'],
  figures: [
    {
      measure: 'quantity',
      what: '生产企业',
      amount: 4,
      unit: '家',
      isApproximate: false,
      asWritten: '4家',
      source: '000',
    },
    {
      measure: 'quantity',
      what: '非法滤嘴棒及卷烟盘纸',
      amount: 300_000,
      unit: '支',
      isApproximate: true,
      asWritten: '30余万支',
      source: '000',
    },
  ],
  events: [{ kind: 'other', happenedOn: '2022-02-25', what: '环卫工人致电河南12313分中心', source: '000' }],
}
