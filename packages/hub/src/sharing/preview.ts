import type { Tx } from '@lianban/db'
import type { GrantId, Sentence } from '@lianban/kernel'
import { findAgency, officerCards, roleWords } from '../agencies/index.ts'
import type { CaseRow } from '../cases/index.ts'
import { levelWords } from '../classification.ts'
import { type ClueRow, cluesOfCase } from '../clues/index.ts'
import { sectionsOf } from '../dossiers/index.ts'
import type { Grant } from '../grants/index.ts'
import { find } from '../query.ts'
import { findRecord, type SharedRecord, withholdableOf } from './record.ts'
import { type Grantee, officerOf, postsHeld, standingOf } from './standing.ts'
import { grantUnder, ShareTerms } from './terms.ts'

/**
 * Says in words, before anything is saved, who will see what: the rules decide on the record as it would stand with
 * the new grant.
 */
export const previewGrant = find({
  name: 'grant.preview',
  on: ({ record }) => record.kind,
  action: 'share',
  input: ShareTerms.strict(),
  about: ({ record }) => record.id,
  isLogged: false,
  subject: async ({ tx, input }) => (await findRecord(tx, input.record)).row,
  async run({ input, officer, tx, now, hub }) {
    const record = await findRecord(tx, input.record)
    const grant = await grantUnder(tx, record, input, {
      id: officer.id as unknown as GrantId,
      officerId: officer.id,
      now,
    })
    const grantee = await granteeOf(tx, grant)
    const then = withGrant(record, grant)
    const sections = then.caseId ? await sectionsOf(tx, then.row as CaseRow) : []
    const roles = [...new Set((await postsHeld(tx, grantee)).flat())]
    const reads = (subject: string, row: object) =>
      roles.map((role) => hub.policy.allows(officerOf(grantee, role), 'read', subject, row)).find(Boolean)
    // Another agency's section or a clue taken back counts, but who prepares the share may not know it by name.
    const mayName = (subject: string, row: object) => Boolean(hub.policy.allows(officer, 'read', subject, row))

    const gains = await standingOf(hub, tx, grantee, then, sections)
    const seen = sections.map((section) => ({
      id: section.id,
      title: section.title,
      visible: Boolean(reads('Section', section)),
      isNamed: mayName('Section', section),
    }))
    const clues = then.caseId
      ? (await cluesOfCase(tx, then.caseId)).map((clue) => ({
          ...clue,
          caseGrants: clue.passesOn ? [...clue.caseGrants, grant] : clue.caseGrants,
        }))
      : []
    const judged = clues.map((clue) => ({
      ...clueAsSeen(clue, reads('Clue', clue)?.because),
      isNamed: mayName('Clue', clue),
    }))
    return {
      sentences: sentencesFor(nameOf(grantee), grant, gains, seen, judged, withholdableOf[record.kind]),
      gains: gains.map(({ role, officers, actions }) => ({ agency: grantee.agency, role, officers, actions })),
      sections: named(seen),
      clues: named(judged),
      warnings: warningsFor(record, grant),
    }
  },
})

async function granteeOf(tx: Tx, grant: Grant): Promise<Grantee> {
  const agency = await findAgency(tx, { id: grant.granteeAgencyId })
  const id = grant.granteeOfficerId
  return { agency, officer: id ? (await officerCards(tx, [id])).get(id)! : null }
}

const nameOf = ({ agency, officer }: Grantee): Sentence =>
  officer
    ? { zh: `${agency.nameZh}${officer.postZh}（仅本人）`, en: `${officer.postEn} of ${agency.nameEn} (alone)` }
    : { zh: agency.nameZh, en: agency.nameEn }

const named = <Seen extends { isNamed: boolean }>(all: Seen[]): Omit<Seen, 'isNamed'>[] =>
  all.filter(({ isNamed }) => isNamed).map(({ isNamed: _, ...seen }) => seen)

const withGrant = (record: SharedRecord, grant: Grant): SharedRecord => ({
  ...record,
  row: { ...record.row, grants: [...record.row.grants, grant] },
})

const clueAsSeen = (clue: ClueRow, because: Sentence | undefined) => ({
  id: clue.id,
  number: clue.number,
  title: clue.title,
  visible: Boolean(because),
  because: because ?? {
    zh: '线索的处理限制、其所属单位的授权或本次授权不允许转给该单位。',
    en: 'The clue’s handling code, its owner’s grant or this grant does not pass it on to the agency.',
  },
})

function sentencesFor(
  grantee: Sentence,
  grant: Grant,
  gains: { role: keyof typeof roleWords; officers: number; actions: { zh: string; en: string }[] }[],
  sections: { title: string; visible: boolean; isNamed: boolean }[],
  clues: { number: string; visible: boolean }[],
  fields: readonly { field: string; zh: string; en: string }[],
): Sentence[] {
  const day = new Date(grant.expiresAt.getTime() + 8 * 3600_000).toISOString().slice(0, 10)
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

function warningsFor(record: SharedRecord, grant: Grant): Sentence[] {
  const { label, handlingCode } = record.row
  return [
    ...(label === 'sensitive' || label === 'core_sensitive'
      ? [
          {
            zh: '此记录标为敏感，请确认对方确有工作需要。',
            en: 'This record is labelled sensitive: make sure the other side needs it.',
          },
        ]
      : []),
    ...(handlingCode !== 'unrestricted' && grant.allowsOnward
      ? [
          {
            zh: '此记录带有处理限制，允许再转递前请与提供单位确认。',
            en: 'This record carries a handling restriction: confirm with its originator before allowing onward sharing.',
          },
        ]
      : []),
  ]
}
