import type { Level } from './published-case.ts'

/** Opening a record to another agency: under which agreement, why, and how far. */
export type Invitation = {
  readonly givenBy: string
  readonly granteeSlug: string
  /** For the one officer of that agency who has this role, and for no colleague. */
  readonly granteeRole?: 'handler' | 'duty_officer'
  readonly level: Level
  readonly purpose: string
  readonly legalBasis: string
  readonly agreementNumber: string
  readonly withheldFields: readonly string[]
  /** Whether the grantee may let it go on, as with a case opened from a clue. */
  readonly allowsOnward: boolean
  /** It ends with the year this many years after the year of loading. */
  readonly years: number
}

export type StorySection = {
  readonly title: string
  readonly audience: 'case' | 'members'
  readonly memberSlugs: readonly string[]
  /** In the order written; each paragraph is typed live by its author. */
  readonly paragraphs: readonly { readonly by: string; readonly text: string }[]
}

/** A published case beside the one that is told, opened to somebody. */
export type OtherShare = { readonly caseNumber: string; readonly invitation: Invitation }

const mutualHelp = '《中华人民共和国行政处罚法》第二十六条'

/** What happens in BJ-0521, from the report in Shunyi to the police accepting the case. */
export const story = {
  caseNumber: 'BJ-0521',
  clueKey: 'shunyi-minors',
  openedBy: 'bj-tobacco.handler',
  clueInvitation: {
    givenBy: 'shunyi-tobacco.handler',
    granteeSlug: 'bj-tobacco',
    level: 'co_handle',
    purpose: '线索报送与核查',
    legalBasis: '《烟草专卖行政处罚程序规定》第三十三条',
    agreementNumber: '演示协议〔1〕号',
    withheldFields: [],
    allowsOnward: true,
    years: 1,
  } satisfies Invitation as Invitation,
  invitations: [
    {
      givenBy: 'bj-tobacco.handler',
      granteeSlug: 'bj-police-efd',
      level: 'co_handle',
      purpose: '涉嫌犯罪案件移送与共同办理',
      legalBasis: '《中华人民共和国行政处罚法》第二十七条；《行政执法机关移送涉嫌犯罪案件的规定》第三条',
      agreementNumber: '演示协议〔3〕号',
      withheldFields: [],
      allowsOnward: false,
      years: 1,
    },
    {
      givenBy: 'bj-tobacco.handler',
      granteeSlug: 'baoan-tobacco',
      level: 'contribute',
      purpose: '联合查办跨省电子烟网络案件',
      legalBasis: mutualHelp,
      agreementNumber: '演示协议〔2〕号',
      withheldFields: [],
      allowsOnward: false,
      years: 1,
    },
    {
      givenBy: 'bj-tobacco.handler',
      granteeSlug: 'guilin-tobacco',
      level: 'comment',
      purpose: '核查货物来源',
      legalBasis: mutualHelp,
      agreementNumber: '演示协议〔2〕号',
      withheldFields: [],
      allowsOnward: false,
      years: 1,
    },
    {
      givenBy: 'bj-tobacco.handler',
      granteeSlug: 'bj-procuratorate',
      level: 'view',
      purpose: '适时介入侦查、审阅证据',
      legalBasis: '《人民检察院刑事诉讼规则》第二百五十六条',
      agreementNumber: '演示协议〔4〕号',
      withheldFields: [],
      allowsOnward: false,
      years: 1,
    },
  ] satisfies Invitation[] as readonly Invitation[],
  /** The clue goes on from the bureau that it was reported to, and its owner hears of it. */
  onward: {
    givenBy: 'bj-tobacco.handler',
    granteeSlug: 'bj-police-efd',
    level: 'view',
    purpose: '线索报送与核查',
    legalBasis: '《中华人民共和国行政处罚法》第二十七条；《行政执法机关移送涉嫌犯罪案件的规定》第三条',
    agreementNumber: '演示协议〔7〕号',
    withheldFields: [],
    allowsOnward: false,
    years: 0,
  } satisfies Invitation as Invitation,
  others: [
    {
      caseNumber: 'BJ-0516',
      invitation: {
        givenBy: 'bj-tobacco.handler',
        granteeSlug: 'hebei-tobacco',
        granteeRole: 'handler',
        level: 'comment',
        purpose: '跨省协查',
        legalBasis: mutualHelp,
        agreementNumber: '演示协议〔5〕号',
        withheldFields: [],
        allowsOnward: false,
        years: 1,
      },
    },
    // Core sensitive: it waits for the leader.
    {
      caseNumber: 'BJ-FANGSHAN',
      invitation: {
        givenBy: 'bj-tobacco.handler',
        granteeSlug: 'bj-police-efd',
        level: 'view',
        purpose: '涉嫌犯罪案件移送与共同办理',
        legalBasis: '《中华人民共和国行政处罚法》第二十七条；《行政执法机关移送涉嫌犯罪案件的规定》第三条',
        agreementNumber: '演示协议〔7〕号',
        withheldFields: [],
        allowsOnward: false,
        years: 1,
      },
    },
  ] satisfies OtherShare[] as readonly OtherShare[],
  sections: [
    {
      title: '案件事实与跨省网络',
      audience: 'case',
      memberSlugs: [],
      paragraphs: [
        {
          by: 'bj-tobacco.handler',
          text: '2024年11月，顺义区群众举报有商户向未成年人销售劣质电子烟。货物被伪装成“医用加热雾化器”和“植物饮料”，以医疗器械资质为掩护。',
        },
        {
          by: 'bj-police-efd.handler',
          text: '经查，这是一个跨省产销网络，涉及北京、广东深圳宝安和广西桂林，于2025年5月21日、6月9日、6月19日分三次收网。',
        },
        {
          by: 'baoan-tobacco.handler',
          text: '三次行动查获烟弹34.7万个、烟具5.37万个，实物案值2213.16万元。',
        },
      ],
    },
    {
      title: '司法认定与移送准备',
      audience: 'members',
      memberSlugs: ['bj-tobacco', 'bj-police-efd'],
      paragraphs: [
        {
          by: 'bj-tobacco.handler',
          text: '北京市烟草质量监督检测站依据《电子烟》国家标准检测，个别关键指标为全国首次检测。',
        },
        {
          by: 'bj-police-efd.handler',
          text: '公检法共同研讨，已作出司法认定。以医疗器械资质为掩护、向未成年人销售的情节随卷说明。',
        },
      ],
    },
  ] satisfies StorySection[] as readonly StorySection[],
  handoff: {
    number: '演示移送〔BJ-0521〕1号',
    toSlug: 'bj-police-efd',
    legalBasis: '《行政执法机关移送涉嫌犯罪案件的规定》第三条、第五条',
    purpose: '移送涉嫌犯罪案件',
    note: '随案移送案件记录、线索、数据和卷宗，物品另行交接。',
    papers: [
      { material: 'investigation_report', title: '涉嫌犯罪案件情况的调查报告' },
      { material: 'goods_list', title: '涉案物品清单' },
      { material: 'test_report', title: '北京市烟草质量监督检测站检验报告' },
      { material: 'copy_to_procuratorate', title: '抄送检察院的移送书' },
    ],
    preparedBy: 'bj-tobacco.handler',
    dispatchedBy: 'bj-tobacco.leader',
    signedBy: 'bj-police-efd.handler',
    acceptedBy: 'bj-police-efd.leader',
  },
} as const
