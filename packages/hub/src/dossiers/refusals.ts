import { Refusal } from '@lianban/kernel'

export const sectionNotHere = () =>
  new Refusal('conflict', 'dossier.section-not-here', {
    zh: '卷宗中没有这一节，或贵单位不能阅读。请刷新目录后重试。',
    en: 'The dossier has no such section, or it is not yours to read. Reload the outline and try again.',
  })

export const dossierStarted = () =>
  new Refusal('conflict', 'dossier.started', {
    zh: '卷宗已有章节，不能再按模板建立。请逐节新增。',
    en: 'The dossier has sections already, so no template can be laid out. Add sections one by one.',
  })

export const memberNotOnCase = (agency: string) =>
  new Refusal(
    'conflict',
    'dossier.member-not-on-case',
    {
      zh: `“${agency}”尚未获得本案授权，不能单独开放章节。请先邀请该单位。`,
      en: `“${agency}” has no access to the case, so a section cannot be opened to it. Invite the agency first.`,
    },
    { agency },
  )
