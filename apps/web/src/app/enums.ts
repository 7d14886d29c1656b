import { locale } from './i18n/index.ts'

type Pair = readonly [zh: string, en: string]

/** Every closed list of the hub in words. */
const enums = {
  label: {
    public: ['公开', 'Public'],
    internal: ['内部', 'Internal'],
    sensitive: ['敏感', 'Sensitive'],
    core_sensitive: ['核心敏感', 'Core sensitive'],
  },
  labelNote: {
    public: ['可以对社会公开的信息。', 'May be made public.'],
    internal: ['仅限办案单位内部使用。', 'For use inside the agencies on the case.'],
    sensitive: ['泄露会影响办案或个人权益。', 'A leak would harm the case or a person.'],
    core_sensitive: [
      '举报人、侦查手段等；只能在协议允许时共享。',
      'Informants, methods; shared only where an agreement allows.',
    ],
  },
  handlingCode: {
    unrestricted: ['无限制', 'Unrestricted'],
    not_in_proceedings: ['未经提供单位同意不得用于诉讼', 'Not in proceedings without consent'],
    no_onward: ['未经提供单位同意不得转递', 'No onward sharing without consent'],
    no_open_action: ['不得据此公开行动', 'No open action on it'],
  },
  handlingCodeShort: {
    unrestricted: ['无限制', 'Unrestricted'],
    not_in_proceedings: ['不得用于诉讼', 'Not in proceedings'],
    no_onward: ['不得转递', 'No onward sharing'],
    no_open_action: ['不得公开行动', 'No open action'],
  },
  handlingCodeNote: {
    unrestricted: ['共享对象可以在授权范围内使用。', 'Those it is shared with may use it within their grant.'],
    not_in_proceedings: [
      '可以参考，不能作为证据；使用前先征得贵单位同意。',
      'May inform work but is no evidence until your agency consents.',
    ],
    no_onward: ['共享对象不得再给其他单位。', 'Those it is shared with may not pass it on.'],
    no_open_action: [
      '不得据此检查、抓捕或公开，以免惊动。',
      'No inspection, arrest or publication on it, so as not to alert anybody.',
    ],
  },
  level: {
    view: ['查看', 'View'],
    comment: ['批注', 'Comment'],
    contribute: ['参与编写', 'Contribute'],
    co_handle: ['协同办理', 'Co-handle'],
  },
  standing: {
    owner: ['立案单位', 'Opening agency'],
    lead: ['主办单位', 'Lead agency'],
    clue_owner: ['所属单位', 'Owner'],
  },
  stage: {
    investigating: ['办理中', 'Investigating'],
    transferred: ['已移送', 'Transferred'],
    closed: ['已办结', 'Closed'],
  },
  role: {
    intake: ['线索受理', 'Intake'],
    handler: ['承办员', 'Handler'],
    leader: ['负责人', 'Leader'],
    duty_officer: ['值班员', 'Duty officer'],
    procurator: ['检察官', 'Procurator'],
    custodian: ['保管员', 'Custodian'],
    auditor: ['审计员', 'Auditor'],
    system_admin: ['系统管理员', 'System administrator'],
    security_admin: ['安全保密管理员', 'Security administrator'],
    audit_admin: ['审计管理员', 'Audit administrator'],
    agency_admin: ['单位管理员', 'Agency administrator'],
  },
  agencyKind: {
    operator: ['平台运营', 'Operator'],
    tobacco: ['烟草专卖', 'Tobacco monopoly'],
    police: ['公安', 'Police'],
    customs: ['海关', 'Customs'],
    market_regulation: ['市场监管', 'Market regulation'],
    postal: ['邮政管理', 'Postal'],
    procuratorate: ['检察', 'Procuratorate'],
    company: ['平台企业', 'Platform company'],
  },
  measure: {
    quantity: ['数量', 'Quantity'],
    weight: ['重量', 'Weight'],
    marked_value: ['标值', 'Marked value'],
    goods_value: ['货值', 'Value of goods'],
    case_value: ['案值', 'Case value'],
    amount_involved: ['涉案金额', 'Amount involved'],
    fund_flow: ['资金流水', 'Fund flow'],
    persons: ['人员', 'Persons'],
    officers_deployed: ['出动警力', 'Officers deployed'],
  },
  clueKind: {
    report: ['举报', 'Report'],
    complaint: ['投诉', 'Complaint'],
    consultation: ['咨询', 'Consultation'],
    suggestion: ['建议', 'Suggestion'],
  },
  clueSource: {
    public_report: ['群众举报', 'Public report'],
    hotline_12313: ['12313 热线', 'Hotline 12313'],
    platform_company: ['平台企业', 'Platform company'],
    patrol: ['市场巡查', 'Patrol'],
    other_agency: ['其他单位移交', 'Another agency'],
  },
  clueState: {
    recorded: ['待研判', 'Recorded'],
    in_case: ['已立案', 'In a case'],
    handed_on: ['已移送', 'Handed on'],
    not_filed: ['不予立案', 'Not filed'],
  },
  method: {
    minors: ['向未成年人销售', 'Sale to minors'],
    medical_disguise: ['伪装成医疗雾化器', 'Disguised as medical atomisers'],
    plant_drink_disguise: ['伪装成植物饮品', 'Disguised as plant drinks'],
    online_sale: ['网络销售', 'Online sale'],
    social_platform: ['社交平台揽客', 'Sale over social platforms'],
    small_parcels: ['化整为零寄递', 'Small parcels'],
    empty_tubes: ['空烟管', 'Empty tubes'],
    counterfeit: ['假冒', 'Counterfeit'],
    smuggling: ['走私', 'Smuggling'],
    unlicensed_wholesale: ['无证批发', 'Unlicensed wholesale'],
    cross_province_network: ['跨省网络', 'Cross-province network'],
    other: ['其他', 'Other'],
  },
  goods: {
    cigarettes: ['卷烟', 'Cigarettes'],
    pods: ['烟弹', 'Pods'],
    devices: ['烟具', 'Devices'],
    e_liquid: ['雾化物', 'E-liquid'],
    disposable: ['一次性电子烟', 'Disposable e-cigarettes'],
    cut_tobacco: ['烟丝', 'Cut tobacco'],
    leaf: ['烟叶', 'Leaf'],
    empty_tubes: ['空烟管', 'Empty tubes'],
    filter_rods: ['滤嘴棒', 'Filter rods'],
    equipment: ['设备', 'Equipment'],
    other: ['其他', 'Other'],
  },
  identifier: {
    uscc: ['统一社会信用代码', 'Unified social credit code'],
    plate: ['车牌号', 'Vehicle plate'],
    phone: ['手机号', 'Mobile number'],
    carton_code: ['条烟 32 位码', 'Carton code'],
    retail_licence: ['零售许可证号', 'Retail licence'],
    waybill: ['运单号', 'Waybill'],
    account: ['银行账号', 'Bank account'],
  },
  verdict: {
    confirmed: ['查实', 'Confirmed'],
    refuted: ['查否', 'Refuted'],
    undecided: ['存疑', 'Undecided'],
  },
  wantedVerdict: {
    confirmed: ['有单位查实', 'Confirmed by some'],
    refuted: ['有单位查否', 'Refuted by some'],
    undecided: ['有单位存疑', 'Undecided by some'],
    none: ['尚无研判', 'Not assessed'],
  },
  reliability: {
    A: ['A 完全可靠', 'A Reliable'],
    B: ['B 通常可靠', 'B Usually reliable'],
    C: ['C 不大可靠', 'C Not usually reliable'],
    X: ['X 无法判断', 'X Cannot be judged'],
  },
  credibility: {
    '1': ['1 亲历或已印证', '1 First hand or confirmed'],
    '2': ['2 可能属实', '2 Probably true'],
    '3': ['3 存疑', '3 Doubtful'],
    '4': ['4 无从印证', '4 Cannot be confirmed'],
  },
  noticeKind: { recall: ['收回', 'Recall'], correction: ['更正', 'Correction'] },
  noticeState: {
    waiting: ['待回执', 'Waiting'],
    overdue: ['逾期未回执', 'Overdue'],
    acknowledged: ['已回执', 'Acknowledged'],
  },
  copies: {
    none: ['没有留存副本', 'None kept'],
    destroyed: ['副本已销毁', 'Destroyed'],
    returned: ['副本已退回', 'Returned'],
    updated: ['已按更正更新', 'Brought up to date'],
    kept_by_law: ['依法留存', 'Kept by law'],
  },
  copiesNote: {
    none: ['没有打印、下载或摘抄。', 'Nothing was printed, saved or copied out.'],
    destroyed: ['纸质和电子副本都已销毁。', 'Paper and electronic copies are gone.'],
    returned: ['已退给所属单位。', 'Given back to the owner.'],
    updated: ['副本和引用处已改为更正后的内容。', 'Copies and quotations say what the correction says.'],
    kept_by_law: ['已入卷等依法须保存，须说明理由。', 'In a file the law keeps; the reason is required.'],
  },
  proposalState: {
    open: ['待审定', 'Open'],
    accepted: ['已采纳', 'Accepted'],
    discarded: ['未采纳', 'Discarded'],
    withdrawn: ['已撤回', 'Withdrawn'],
  },
  agreementState: {
    proposed: ['待签署', 'Proposed'],
    in_force: ['生效中', 'In force'],
    ended: ['已终止', 'Ended'],
    expired: ['已到期', 'Expired'],
  },
  handoffState: {
    prepared: ['已准备，待发出', 'Prepared, to be dispatched'],
    dispatched: ['已发出，待签收', 'Dispatched, to be signed for'],
    delivered: ['已送达，待签收', 'Delivered, to be signed for'],
    signed_for: ['已签收，待受理', 'Signed for, to be accepted'],
    accepted: ['已受理', 'Accepted'],
    taken: ['已接收', 'Taken'],
    contested: ['有争议，待裁决', 'Contested'],
    returned: ['已退回', 'Returned'],
    forwarded: ['已转送', 'Forwarded'],
    cancelled: ['已撤销', 'Cancelled'],
  },
  caseEvent: {
    opened: ['立案', 'Opened'],
    strike_wave: ['收网行动', 'Strike'],
    judgment: ['判决', 'Judgment'],
    test: ['检验鉴定', 'Test'],
    meeting: ['会商', 'Meeting'],
    other: ['其他', 'Other'],
  },
} as const satisfies Record<string, Record<string, Pair>>

type EnumName = keyof typeof enums

/** The word for a value; a value this build does not know is shown as it is. */
export function word(name: EnumName, value: string): string {
  const pair = (enums[name] as Readonly<Record<string, Pair>>)[value]
  if (!pair) return value
  return locale() === 'zh' ? pair[0] : pair[1]
}

/** All values of a list with their words, for a field that offers them. */
export const choices = (name: EnumName, note?: EnumName): { value: string; label: string; note?: string }[] =>
  Object.keys(enums[name]).map((value) => ({
    value,
    label: word(name, value),
    ...(note ? { note: word(note, value) } : {}),
  }))
