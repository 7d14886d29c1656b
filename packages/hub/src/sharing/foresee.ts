import type { Tx } from '@lianban/db'
import type { Sentence } from '@lianban/kernel'
import type { Officer } from '@lianban/policy'
import { agencyCards, findAgency, type OfficerCard, officerCards, postsOf } from '../agencies/index.ts'
import type { CaseRow } from '../cases/index.ts'
import { circleOf } from '../circles/index.ts'
import { type ClueRow, cluesOfCase } from '../clues/index.ts'
import { sectionsOf } from '../dossiers/index.ts'
import type { Grant } from '../grants/index.ts'
import type { Hub } from '../hub.ts'
import { warningsOf } from '../measures/index.ts'
import { sentencesFor } from './foreseen-words.ts'
import { type SharedRecord, withholdableOf } from './record.ts'
import { type Grantee, officerOf, postsHeld, standingOf } from './standing.ts'

type Given = { readonly hub: Hub; readonly tx: Tx; readonly officer: Officer }

/** What a grant that is not saved yet would open, to whom, and who still has to agree: decided by the rules themselves. */
export async function foresee({ hub, tx, officer }: Given, record: SharedRecord, asked: Grant) {
  const grant: Grant = { ...asked, state: 'live' }
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
    warnings: warningsOf(hub.measures.warnings, { ...record.row, ...grant }).map(({ says }) => says),
    waits: asked.state === 'proposed',
    approvers: asked.state === 'proposed' ? await approversOf({ hub, tx, officer }, record, asked) : [],
  }
}

/** The posts of the owner that could let a proposed grant take effect. */
async function approversOf({ hub, tx }: Given, record: SharedRecord, grant: Grant): Promise<OfficerCard[]> {
  const agency = (await agencyCards(tx, [grant.ownerAgencyId])).get(grant.ownerAgencyId)!
  const posts = await postsOf(tx, grant.ownerAgencyId)
  return posts
    .map(({ roles, ...post }) => ({ roles, officer: { ...post, agency } }))
    .filter(({ roles, officer }) =>
      roles.some((role) => {
        const somebody = officerOf({ agency, officer }, role)
        return (
          hub.policy.allows(somebody, 'approve', 'Grant', { ...grant, circle: circleOf(record.row) }) &&
          hub.policy.allows(somebody, 'read', record.kind, record.row)
        )
      }),
    )
    .map(({ officer }) => officer)
}

async function granteeOf(tx: Tx, grant: Grant): Promise<Grantee> {
  const agency = await findAgency(tx, { id: grant.granteeAgencyId })
  const id = grant.granteeOfficerId
  return { agency, officer: id ? (await officerCards(tx, [id])).get(id)! : null }
}

const nameOf = ({ agency, officer }: Grantee): Sentence =>
  officer
    ? { zh: `${agency.nameZh}（${officer.postZh}，仅本人）`, en: `${agency.nameEn} (${officer.postEn}, alone)` }
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
