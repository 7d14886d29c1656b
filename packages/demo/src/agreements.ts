import type { Label, Level } from './published-case.ts'

/** A standing agreement: without one in force, and beyond its ceiling, nothing is shared. */
export type DemoAgreement = {
  readonly number: string
  readonly title: string
  readonly legalBasis: string
  readonly purposes: readonly string[]
  readonly maxLabel: Label
  readonly maxLevel: Level
  readonly allowsOnward: boolean
  /** The first and last year it is valid, relative to the year of loading. */
  readonly years: readonly [from: number, until: number]
  readonly proposedBy: string
  /** The officers who sign for the other parties. */
  readonly signedBy: readonly string[]
}

const mutualHelp = '《中华人民共和国行政处罚法》第二十六条'
const linkage = '《中华人民共和国行政处罚法》第二十七条；《行政执法机关移送涉嫌犯罪案件的规定》第三条'

/** Titles and numbers are made up for the demonstration; the articles are real. */
export const agreements: readonly DemoAgreement[] = [
  {
    number: '演示协议〔1〕号',
    title: '北京市烟草系统线索报送规则',
    legalBasis: '《烟草专卖行政处罚程序规定》第三十三条',
    purposes: ['线索报送与核查', '立案办理'],
    maxLabel: 'sensitive',
    maxLevel: 'co_handle',
    allowsOnward: true,
    years: [-1, 3],
    proposedBy: 'bj-tobacco.leader',
    signedBy: ['shunyi-tobacco.leader'],
  },
  {
    number: '演示协议〔2〕号',
    title: '京粤桂电子烟案件联合办案协议',
    legalBasis: mutualHelp,
    purposes: ['联合查办跨省电子烟网络案件', '核查货物来源'],
    maxLabel: 'sensitive',
    maxLevel: 'contribute',
    allowsOnward: false,
    years: [-1, 3],
    proposedBy: 'bj-tobacco.leader',
    signedBy: ['baoan-tobacco.leader', 'guilin-tobacco.leader', 'bj-police-efd.leader'],
  },
  {
    number: '演示协议〔3〕号',
    title: '北京市涉烟案件两法衔接工作机制',
    legalBasis: linkage,
    purposes: ['涉嫌犯罪案件移送与共同办理'],
    maxLabel: 'sensitive',
    maxLevel: 'co_handle',
    allowsOnward: false,
    years: [-1, 3],
    proposedBy: 'bj-tobacco.leader',
    signedBy: ['bj-police-efd.leader'],
  },
  {
    number: '演示协议〔4〕号',
    title: '检察机关适时介入与案件查阅机制',
    legalBasis: '《人民检察院刑事诉讼规则》第二百五十六条',
    purposes: ['适时介入侦查、审阅证据'],
    maxLabel: 'sensitive',
    maxLevel: 'view',
    allowsOnward: false,
    years: [-1, 3],
    proposedBy: 'bj-tobacco.leader',
    signedBy: ['bj-procuratorate.leader'],
  },
  {
    number: '演示协议〔5〕号',
    title: '京津冀烟草协查机制',
    legalBasis: mutualHelp,
    purposes: ['跨省协查'],
    maxLabel: 'internal',
    maxLevel: 'comment',
    allowsOnward: false,
    years: [-1, 3],
    proposedBy: 'bj-tobacco.leader',
    signedBy: ['hebei-tobacco.leader'],
  },
  {
    number: '演示协议〔6〕号',
    title: '京桂卷烟打假协作协议（已到期）',
    legalBasis: mutualHelp,
    purposes: ['卷烟打假协作'],
    maxLabel: 'internal',
    maxLevel: 'view',
    allowsOnward: false,
    years: [-4, -2],
    proposedBy: 'bj-tobacco.leader',
    signedBy: ['guilin-tobacco.leader'],
  },
  {
    number: '演示协议〔7〕号',
    title: '涉烟重大案件核心敏感信息协作规则',
    legalBasis: linkage,
    purposes: ['涉嫌犯罪案件移送与共同办理', '线索报送与核查'],
    maxLabel: 'core_sensitive',
    maxLevel: 'comment',
    allowsOnward: false,
    years: [-1, 3],
    proposedBy: 'bj-tobacco.leader',
    signedBy: ['bj-police-efd.leader'],
  },
]
