import type { Clue } from '../clues/index.ts'

/** Words of the printed page, which is Chinese: it goes into a Chinese file. */
export const kindWords: Record<Clue['kind'], string> = {
  report: '举报',
  complaint: '投诉',
  consultation: '咨询',
  suggestion: '建议',
}
export const sourceWords: Record<Clue['source'], string> = {
  public_report: '群众举报',
  hotline_12313: '12313 热线',
  platform_company: '平台企业',
  patrol: '市场巡查',
  other_agency: '其他单位移交',
}
export const goodsWords: Record<Clue['goods'][number]['what'], string> = {
  cigarettes: '卷烟',
  pods: '烟弹',
  devices: '烟具',
  e_liquid: '雾化物',
  disposable: '一次性电子烟',
  cut_tobacco: '烟丝',
  leaf: '烟叶',
  empty_tubes: '空烟管',
  filter_rods: '滤嘴棒',
  equipment: '设备',
  other: '其他',
}
export const methodWords: Record<Clue['methods'][number], string> = {
  minors: '向未成年人销售',
  medical_disguise: '伪装成医疗雾化器',
  plant_drink_disguise: '伪装成植物饮品',
  online_sale: '网络销售',
  social_platform: '社交平台揽客',
  small_parcels: '化整为零寄递',
  empty_tubes: '空烟管',
  counterfeit: '假冒',
  smuggling: '走私',
  unlicensed_wholesale: '无证批发',
  cross_province_network: '跨省网络',
  other: '其他',
}
export const identifierWords: Record<Clue['identifiers'][number]['kind'], string> = {
  uscc: '统一社会信用代码',
  plate: '车牌号',
  phone: '手机号',
  carton_code: '条烟 32 位码',
  retail_licence: '零售许可证号',
  waybill: '运单号',
  account: '银行账号',
}
