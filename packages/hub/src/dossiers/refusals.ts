import { Refusal } from '@lianban/kernel'

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
