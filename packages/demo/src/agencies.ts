import type { Region } from './regions.ts'

export type Role =
  | 'intake'
  | 'handler'
  | 'leader'
  | 'duty_officer'
  | 'procurator'
  | 'auditor'
  | 'system_admin'
  | 'security_admin'
  | 'audit_admin'
  | 'agency_admin'

export type DemoOfficer = {
  readonly subject: string
  readonly postZh: string
  readonly postEn: string
  readonly roles: readonly Role[]
}

export type DemoAgency = {
  readonly slug: string
  readonly nameZh: string
  readonly nameEn: string
  readonly shortZh: string
  readonly shortEn: string
  readonly kind: 'operator' | 'tobacco' | 'police' | 'procuratorate'
  readonly level: 'national' | 'province' | 'city' | 'county'
  readonly region: Region
  readonly parentSlug?: string
  readonly officers: readonly DemoOfficer[]
}

const posts: Record<Role, readonly [zh: string, en: string]> = {
  intake: ['线索受理员', 'clue intake officer'],
  handler: ['承办员', 'handler'],
  leader: ['负责人', 'leader'],
  duty_officer: ['值班员', 'duty officer'],
  procurator: ['检察官', 'procurator'],
  auditor: ['审计员', 'auditor'],
  system_admin: ['系统管理员', 'system administrator'],
  security_admin: ['安全保密管理员', 'security administrator'],
  audit_admin: ['审计管理员', 'audit administrator'],
  agency_admin: ['单位管理员', 'agency administrator'],
}

/** Officers are called by post; no person has a name here. */
function agency(
  profile: Omit<DemoAgency, 'officers'>,
  roles: readonly Role[],
  ownPosts: Partial<Record<Role, readonly [zh: string, en: string]>> = {},
): DemoAgency {
  const officers = roles.map((role) => {
    const [zh, en] = ownPosts[role] ?? posts[role]
    return {
      subject: `${profile.slug}.${role.replaceAll('_', '-')}`,
      postZh: `${profile.shortZh}·${zh}`,
      postEn: `${profile.shortEn} · ${en}`,
      roles: [role],
    }
  })
  return { ...profile, officers }
}

/** The operator and its three administrators exist before the demonstration is loaded: somebody must enter the rest. */
export const operatorSlug = 'lianban-operator'

/** Parents stand before their children. */
export const agencies: readonly DemoAgency[] = [
  agency(
    {
      slug: operatorSlug,
      nameZh: '联办枢纽运行管理单位（演示）',
      nameEn: 'Operator of the Lianban hub (demonstration)',
      shortZh: '平台运行',
      shortEn: 'Operator',
      kind: 'operator',
      level: 'province',
      region: '110000',
    },
    ['system_admin', 'security_admin', 'audit_admin'],
  ),
  // The two above those that act: whoever lets a limit pass is told on to them.
  agency(
    {
      slug: 'national-tobacco',
      nameZh: '国家烟草专卖局（演示）',
      nameEn: 'State Tobacco Monopoly Administration (demonstration)',
      shortZh: '国家烟草',
      shortEn: 'National Tobacco',
      kind: 'tobacco',
      level: 'national',
      region: '110000',
    },
    ['leader', 'duty_officer'],
  ),
  agency(
    {
      slug: 'bj-police',
      nameZh: '北京市公安局（演示）',
      nameEn: 'Beijing Public Security Bureau (demonstration)',
      shortZh: '北京公安',
      shortEn: 'Beijing Police',
      kind: 'police',
      level: 'province',
      region: '110000',
    },
    ['leader', 'duty_officer'],
  ),
  agency(
    {
      slug: 'bj-tobacco',
      nameZh: '北京市烟草专卖局',
      nameEn: 'Beijing Tobacco Monopoly Bureau',
      shortZh: '北京烟草',
      shortEn: 'Beijing Tobacco',
      kind: 'tobacco',
      level: 'province',
      region: '110000',
      parentSlug: 'national-tobacco',
    },
    ['handler', 'leader', 'duty_officer', 'auditor', 'agency_admin'],
  ),
  agency(
    {
      slug: 'shunyi-tobacco',
      nameZh: '北京市顺义区烟草专卖局',
      nameEn: 'Shunyi District Tobacco Monopoly Bureau, Beijing',
      shortZh: '顺义烟草',
      shortEn: 'Shunyi Tobacco',
      kind: 'tobacco',
      level: 'county',
      region: '110113',
      parentSlug: 'bj-tobacco',
    },
    ['intake', 'handler', 'leader'],
  ),
  agency(
    {
      slug: 'bj-police-efd',
      nameZh: '北京市公安局环境食品药品和旅游安全保卫总队',
      nameEn: 'Environment, Food, Drug and Tourism Security Squad, Beijing Public Security Bureau',
      shortZh: '北京环食药',
      shortEn: 'Beijing EFD Police',
      kind: 'police',
      level: 'province',
      region: '110000',
      parentSlug: 'bj-police',
    },
    ['handler', 'leader', 'duty_officer'],
    { handler: ['承办民警', 'handling officer'] },
  ),
  agency(
    {
      slug: 'baoan-tobacco',
      nameZh: '深圳市宝安区烟草专卖局',
      nameEn: "Bao'an District Tobacco Monopoly Bureau, Shenzhen",
      shortZh: '宝安烟草',
      shortEn: "Bao'an Tobacco",
      kind: 'tobacco',
      level: 'county',
      region: '440306',
      parentSlug: 'national-tobacco',
    },
    ['handler', 'leader'],
  ),
  agency(
    {
      slug: 'guilin-tobacco',
      nameZh: '桂林市烟草专卖局',
      nameEn: 'Guilin Tobacco Monopoly Bureau',
      shortZh: '桂林烟草',
      shortEn: 'Guilin Tobacco',
      kind: 'tobacco',
      level: 'city',
      region: '450300',
      parentSlug: 'national-tobacco',
    },
    ['handler', 'leader'],
  ),
  agency(
    {
      slug: 'bj-procuratorate',
      nameZh: '北京市人民检察院',
      nameEn: "Beijing People's Procuratorate",
      shortZh: '北京检察',
      shortEn: 'Beijing Procuratorate',
      kind: 'procuratorate',
      level: 'province',
      region: '110000',
    },
    ['procurator', 'leader'],
  ),
  agency(
    {
      slug: 'hebei-tobacco',
      nameZh: '河北省烟草专卖局',
      nameEn: 'Hebei Tobacco Monopoly Bureau',
      shortZh: '河北烟草',
      shortEn: 'Hebei Tobacco',
      kind: 'tobacco',
      level: 'province',
      region: '130000',
      parentSlug: 'national-tobacco',
    },
    ['handler', 'duty_officer', 'leader'],
  ),
  agency(
    {
      slug: 'xianyang-tobacco',
      nameZh: '咸阳市烟草专卖局',
      nameEn: 'Xianyang Tobacco Monopoly Bureau',
      shortZh: '咸阳烟草',
      shortEn: 'Xianyang Tobacco',
      kind: 'tobacco',
      level: 'city',
      region: '610400',
      parentSlug: 'national-tobacco',
    },
    ['handler', 'leader'],
  ),
]
