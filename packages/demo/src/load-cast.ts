import { agencies, operatorSlug } from './agencies.ts'
import { agreements, type DemoAgreement } from './agreements.ts'
import type { LoadOptions, Office, Offices } from './offices.ts'
import { unlessRefused } from './refused.ts'
import { submitted } from './submitted.ts'
import { yearEnd } from './years.ts'

/** Enters agencies, officers and standing agreements; whoever and whatever is there already stays as it is. */
export async function registerCast(options: LoadOptions, offices: Offices): Promise<void> {
  await registerAgencies(options, offices)
  await agree(options, offices)
}

async function registerAgencies(options: LoadOptions, offices: Offices) {
  const administrator = `${operatorSlug}.system-admin`
  const { hub } = await offices.as(administrator)
  const known = new Set((await hub.agencies.list.query()).map((agency) => agency.slug))
  for (const { officers, ...profile } of agencies) {
    if (!known.has(profile.slug)) {
      options.progress?.({ zh: `登记单位：${profile.nameZh}`, en: `Registering ${profile.nameEn}` })
      const register = { ...profile, oidcIssuer: options.issuerOf(profile.slug), oidcClientId: 'lianban' }
      await hub.agencies.register.mutate(submitted('agency', register))
    }
    for (const officer of officers.filter(({ subject }) => subject !== administrator)) {
      const post = { ...officer, agencySlug: profile.slug, roles: [...officer.roles] }
      await unlessRefused(['agency.officer-known'], hub.agencies.registerOfficer.mutate(submitted('officer', post)))
    }
  }
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
