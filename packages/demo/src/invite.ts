import type { LoadOptions, Office, Offices } from './offices.ts'
import type { Invitation } from './story.ts'
import { submitted } from './submitted.ts'
import { yearEnd } from './years.ts'

type Shared = { readonly kind: 'Case' | 'Clue'; readonly id: string }

/** Opens a record to an agency or one officer of it, unless that was done before. */
export async function invite(options: LoadOptions, offices: Offices, record: Shared, invitation: Invitation) {
  const { hub } = await offices.as(invitation.givenBy)
  if (await isKnown(hub, record, invitation)) return
  const terms = await termsOf(options, hub, record, invitation)
  await hub.grants.give.mutate(submitted('grant', { ...terms, purpose: invitation.purpose }))
}

/** The grantee of a record passes it on. */
export async function passOn(options: LoadOptions, offices: Offices, record: Shared, invitation: Invitation) {
  const { hub } = await offices.as(invitation.givenBy)
  if (await isKnown(hub, record, invitation)) return
  const [parent] = (await hub.grants.onwardOptions.query({ record })).parents
  if (!parent) throw new Error(`${invitation.givenBy} was granted nothing to pass on`)
  const terms = await termsOf(options, hub, record, invitation)
  await hub.grants.passOn.mutate(submitted('onward', { ...terms, parentGrantId: parent.id }))
}

const isKnown = async (hub: Office['hub'], record: Shared, { granteeSlug }: Invitation) =>
  (await hub.grants.list.query({ record })).items.some((grant) => grant.grantee.slug === granteeSlug)

async function termsOf(options: LoadOptions, hub: Office['hub'], record: Shared, invitation: Invitation) {
  const grantee = (await hub.agencies.list.query()).find((agency) => agency.slug === invitation.granteeSlug)
  const agreement = (await hub.agreements.list.query({})).items.find(
    (item) => item.number === invitation.agreementNumber,
  )
  if (!grantee || !agreement) throw new Error(`${invitation.granteeSlug} or its agreement is not registered`)
  options.progress?.({ zh: `授权：${grantee.nameZh}`, en: `Opening the record to ${grantee.nameEn}` })
  const { granteeRole } = invitation
  const officer = granteeRole && (await postWith(hub, grantee.id, granteeRole))
  return {
    record,
    granteeAgencyId: grantee.id,
    ...(officer && { granteeOfficerId: officer.id }),
    level: invitation.level,
    withheldFields: [...invitation.withheldFields],
    legalBasis: invitation.legalBasis,
    agreementId: agreement.id,
    allowsOnward: invitation.allowsOnward,
    expiresAt: yearEnd(options.now ?? new Date(), invitation.years).toISOString(),
  }
}

async function postWith(hub: Office['hub'], agencyId: string, role: NonNullable<Invitation['granteeRole']>) {
  const post = (await hub.agencies.posts.query({ agencyId })).items.find(({ roles }) => roles.includes(role))
  if (!post) throw new Error(`no post of ${agencyId} is a ${role}`)
  return post
}
