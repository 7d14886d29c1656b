import { locale } from '../app/i18n/index.ts'

/** The part of the work that a task belongs to, by the first half of its kind. */
const kinds = {
  handoff: { zh: '移送', en: 'Handoff' },
  agreement: { zh: '协议', en: 'Agreement' },
  officer: { zh: '人员', en: 'Officers' },
  recall: { zh: '回执', en: 'Receipt' },
  proposal: { zh: '建议', en: 'Proposal' },
  quotation: { zh: '引用征求', en: 'Quotation' },
  comment: { zh: '批注', en: 'Comment' },
  seal: { zh: '卷宗封存', en: 'Dossier seal' },
  rules: { zh: '规则', en: 'Rules' },
  request: { zh: '申请', en: 'Request' },
  emergency: { zh: '紧急查阅', en: 'Emergency' },
  assistance: { zh: '协查', en: 'Assistance' },
  clock: { zh: '法定时限', en: 'Statutory clock' },
  salts: { zh: '盐值销毁', en: 'Salts' },
  alert: { zh: '审计预警', en: 'Alert' },
  evidence: { zh: '证据', en: 'Evidence' },
  grant: { zh: '授权', en: 'Grant' },
} as const

/** A kind that this build does not know is shown as it came. */
export function taskKind(kind: string): string {
  const vertical = kind.split('.')[0] ?? kind
  return Object.hasOwn(kinds, vertical) ? kinds[vertical as keyof typeof kinds][locale()] : vertical
}
