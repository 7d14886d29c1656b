import type { Sentence } from '@lianban/kernel'
import { roleWords } from '../agencies/index.ts'
import { levelWords } from '../classification.ts'
import type { Grant } from '../grants/index.ts'
import { lastDayInChina } from '../time-in-china.ts'

/** What the grant would open, in sentences for the officer who is about to give it. */
export function sentencesFor(
  grantee: Sentence,
  grant: Grant,
  gains: { role: keyof typeof roleWords; officers: number; actions: { zh: string; en: string }[] }[],
  sections: { title: string; visible: boolean; isNamed: boolean }[],
  clues: { number: string; visible: boolean }[],
  fields: readonly { field: string; zh: string; en: string }[],
): Sentence[] {
  const day = lastDayInChina(grant.expiresAt)
  const withheld = fields.filter(({ field }) => grant.withheldFields.includes(field))
  const open = sections.filter((section) => section.visible)
  const titles = open.filter((section) => section.isNamed).map((section) => section.title)
  const closed = sections.length - open.length
  const passed = clues.filter((clue) => clue.visible)
  const kept = clues.length - passed.length
  return [
    {
      zh: `${grantee.zh}将以“${levelWords[grant.level].zh}”级别获得授权，目的：${grant.purpose}，到 ${day} 为止，${grant.allowsOnward ? '可以再转递' : '不得再转递'}。`,
      en: `${grantee.en} will be granted “${levelWords[grant.level].en}” for: ${grant.purpose}, until ${day}, ${grant.allowsOnward ? 'onward sharing allowed' : 'no onward sharing'}.`,
    },
    ...gains.map(({ role, officers, actions }) => ({
      zh: `${grant.granteeOfficerId ? '该人员作为' : '该单位的'}${roleWords[role].zh}${grant.granteeOfficerId ? '' : `（${officers} 人）`}可以：${actions.map((act) => act.zh).join('、')}。`,
      en: `${grant.granteeOfficerId ? 'The officer as' : 'Its'} ${roleWords[role].en}${grant.granteeOfficerId ? '' : ` (${officers})`} may: ${actions.map((act) => act.en).join(', ')}.`,
    })),
    ...(gains.length
      ? []
      : [
          {
            zh: '按现行规则，对方目前没有人员能够使用这项授权。',
            en: 'Under the present rules nobody there could use this grant.',
          },
        ]),
    ...(withheld.length
      ? [
          {
            zh: `看不到：${withheld.map((field) => field.zh).join('、')}。`,
            en: `Withheld: ${withheld.map((field) => field.en).join(', ')}.`,
          },
        ]
      : []),
    ...(sections.length
      ? [
          {
            zh: `可以阅读卷宗 ${open.length} 节${titles.length ? `（${titles.join('、')}）` : ''}${closed ? `，另有 ${closed} 节不开放，只显示占位` : ''}。`,
            en: `May read ${open.length} dossier section(s)${titles.length ? ` (${titles.join(', ')})` : ''}${closed ? `; ${closed} stay closed and show as placeholders` : ''}.`,
          },
        ]
      : []),
    ...(clues.length
      ? [
          {
            zh: `可以查看线索 ${passed.length} 条${kept ? `，另有 ${kept} 条不转给该单位` : ''}。`,
            en: `May read ${passed.length} clue(s)${kept ? `; ${kept} are not passed on` : ''}.`,
          },
        ]
      : []),
  ]
}
