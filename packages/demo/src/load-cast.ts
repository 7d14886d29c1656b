import { agencies, type DemoOfficer, operatorSlug } from './agencies.ts'
import { agreements, type DemoAgreement } from './agreements.ts'
import type { LoadOptions, Office, Offices } from './offices.ts'
import { submitted } from './submitted.ts'
import { yearEnd } from './years.ts'

/** Enters agencies, officers and standing agreements; whoever and whatever is there already stays as it is. */
export async function registerCast(options: LoadOptions, offices: Offices): Promise<void> {
  await registerAgencies(options, offices)
  await agree(options, offices)
}

async function registerAgencies(options: LoadOptions, offices: Offices) {
  const { hub } = await offices.as(`${operatorSlug}.system-admin`)
  const known = new Set((await hub.agencies.list.query()).map((agency) => agency.slug))
  for (const { officers, ...profile } of agencies) {
    if (!known.has(profile.slug)) {
      options.progress?.({ zh: `登记单位：${profile.nameZh}`, en: `Registering ${profile.nameEn}` })
      const register = { ...profile, oidcIssuer: options.issuerOf(profile.slug), oidcClientId: 'lianban' }
      await hub.agencies.register.mutate(submitted('agency', register))
    }
    await enterOfficers(offices, profile.slug, officers)
  }
}

const reason = '演示单位人员登记'

/** Proposed by the system administrator in one list an agency, and approved by the security administrator. */
async function enterOfficers(offices: Offices, agencySlug: string, officers: readonly DemoOfficer[]): Promise<void> {
  const proposing = await offices.as(`${operatorSlug}.system-admin`)
  const approving = await offices.as(`${operatorSlug}.security-admin`)
  // A load that was interrupted may have left a list that waits.
  const left = (await approving.hub.officers.changes.query({ open: true })).items.filter(
    (change) => change.reason === reason && change.agency.slug === agencySlug,
  )
  for (const { id } of left) await approving.hub.officers.approve.mutate(submitted('approval', { changeId: id }))
  const known = new Set(
    (await proposing.hub.officers.list.query({ agencySlug })).items.map((officer) => officer.subject),
  )
  const missing = officers.filter(({ subject }) => !known.has(subject))
  if (missing.length === 0) return
  const entry = { agencySlug, reason, officers: missing.map((officer) => ({ ...officer, roles: [...officer.roles] })) }
  const { changeId } = await proposing.hub.officers.proposeEntry.mutate(submitted('officers', entry))
  await approving.hub.officers.approve.mutate(submitted('approval', { changeId }))
}

async function agree(options: LoadOptions, offices: Offices) {
  const now = options.now ?? new Date()
  for (const agreement of agreements) {
    const proposer = await offices.as(agreement.proposedBy)
    if (!(await listed(proposer, agreement))) {
      options.progress?.({ zh: `签订协议：${agreement.title}`, en: `Signing agreement ${agreement.number}` })
      await proposer.hub.agreements.propose.mutate(submitted('agreement', termsOf(agreement, now)))
    }
    const parties = (await listed(proposer, agreement))?.parties ?? []
    const unsigned = new Set(parties.filter((party) => !party.signedAt).map((party) => party.agency.slug))
    for (const subject of agreement.signedBy.filter((signatory) => unsigned.has(slugOf(signatory)))) {
      const signer = await offices.as(subject)
      const found = await listed(signer, agreement)
      if (!found) throw new Error(`${subject} does not see agreement ${agreement.number}`)
      const signature = { agreementId: found.id, expectedVersion: found.version }
      await signer.hub.agreements.sign.mutate(submitted('signature', signature))
    }
  }
}

const slugOf = (subject: string) => subject.slice(0, subject.indexOf('.'))

const listed = async ({ hub }: Office, { number }: DemoAgreement) =>
  (await hub.agreements.list.query({})).items.find((item) => item.number === number)

function termsOf(agreement: DemoAgreement, now: Date) {
  const { years, proposedBy: _, signedBy, ...terms } = agreement
  return {
    ...terms,
    purposes: [...terms.purposes],
    validFrom: yearEnd(now, years[0] - 1).toISOString(),
    validUntil: yearEnd(now, years[1]).toISOString(),
    partySlugs: signedBy.map(slugOf),
  }
}
