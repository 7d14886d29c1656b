import { type Chapter, everyGrant, everywhere, grantees, known, named } from './chapter.ts'

const forever = new Date('9999-12-31T00:00:00Z')
/** What agencies of every standing in a case make of its evidence, were it theirs to. */
export const review: Chapter = {
  subject: 'Review',
  agencies: { owner: 'tobacco', lead: 'police', ...grantees, ...everywhere },
  dimensions: { of: ['owner', 'lead', 'invited procuratorate'], stage: ['investigating', 'transferred', 'closed'] },
  row: ({ of, stage }) => ({
    agencyId: of,
    standing: [
      { agencyId: 'owner', memberId: 'owner', part: 'owner', until: forever, stage },
      { agencyId: 'lead', memberId: 'lead', part: 'lead', until: forever, stage },
      ...everyGrant
        .filter(({ state }) => state === 'live')
        .map(({ granteeAgencyId, granteeId, level, expiresAt }) => ({
          agencyId: granteeAgencyId,
          memberId: granteeId,
          part: level,
          until: expiresAt,
          stage,
        })),
    ],
  }),
}

const sides = ['owner', 'lead', 'granted contribute', 'granted co-handle']

/** An item of a case that its owner handed over or not: who collected it, who keeps it and who is to sign for it. */
export const evidence: Chapter = {
  subject: 'EvidenceItem',
  agencies: { owner: 'tobacco', lead: 'police', ...grantees, ...everywhere },
  dimensions: {
    'collected by': sides,
    'kept by': ['owner', 'lead'],
    'on its way to': ['nobody', 'owner', 'granted co-handle'],
    stage: ['investigating', 'transferred', 'closed'],
    known,
  },
  row: ({ 'collected by': collector, 'kept by': keeper, 'on its way to': receiver, stage, known: to }) => {
    const isKept = to === 'to its readers'
    const part = (agencyId: string, part: string, memberId = agencyId) => ({
      agencyId,
      memberId,
      part,
      until: forever,
      stage,
    })
    return {
      agencyId: collector,
      holderAgencyId: keeper,
      pendingAgencyId: receiver === 'nobody' ? null : receiver,
      standing: [
        ...(isKept
          ? named('owner').map(({ officerId }) => part('owner', 'owner', officerId))
          : [part('owner', 'owner'), part('lead', 'lead')]),
        ...everyGrant
          .filter(({ state }) => state === 'live')
          .map(({ granteeAgencyId, granteeId, level, expiresAt }) => ({
            agencyId: granteeAgencyId,
            memberId: granteeId,
            part: level,
            until: expiresAt,
            stage,
          })),
      ],
    }
  },
}
