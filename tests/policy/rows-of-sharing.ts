import { type Chapter, circle, everyGrant, everywhere, grantees, known, valuesOf } from './chapter.ts'

export const grants: Chapter = {
  subject: 'Grant',
  agencies: {
    giver: 'tobacco',
    grantee: 'police',
    'passed it on': 'tobacco',
    'another on the record': 'tobacco',
    ...everywhere,
  },
  dimensions: {
    on: valuesOf('Grant', 'recordKind'),
    state: valuesOf('Grant', 'state'),
    by: [...valuesOf('Grant', 'origin'), 'share with one handler'],
    known,
  },
  row: ({ on, state, by, known: to }) => ({
    ownerAgencyId: 'giver',
    circle: circle('giver', to),
    granteeAgencyId: 'grantee',
    granteeId: by === 'share with one handler' || by === 'emergency' ? 'grantee handler' : 'grantee',
    onwardAgencyId: by === 'onward' ? 'passed it on' : null,
    proposedBy: by === 'share with one handler' ? 'giver leader' : 'giver handler',
    origin: by === 'share with one handler' ? 'share' : by,
    recordKind: on,
    state,
  }),
}

export const taskForce: Chapter = {
  subject: 'TaskForce',
  agencies: {
    lead: 'tobacco',
    seated: 'police',
    'seated with its handler': 'tobacco',
    'seat revoked': 'tobacco',
    ...everywhere,
  },
  dimensions: { state: valuesOf('TaskForce', 'state'), known },
  row: ({ state, known: to }) => ({
    leadAgencyId: 'lead',
    circle: circle('lead', to),
    state,
    seats: [
      { agencyId: 'seated', memberId: 'seated', state: 'active' },
      { agencyId: 'seated with its handler', memberId: 'seated with its handler handler', state: 'active' },
      { agencyId: 'seat revoked', memberId: 'seat revoked', state: 'revoked' },
    ],
  }),
}

export const handoff: Chapter = {
  subject: 'Handoff',
  agencies: { sender: 'tobacco', receiver: 'police', overseer: 'procuratorate', ...grantees, ...everywhere },
  dimensions: { state: valuesOf('Handoff', 'state'), known },
  row: ({ state, known: to }) => ({
    fromAgencyId: 'sender',
    circle: circle('sender', to),
    toAgencyId: 'receiver',
    overseerAgencyId: 'overseer',
    state,
    caseGrants: [...everyGrant],
  }),
}

export const notice: Chapter = {
  subject: 'RecallNotice',
  agencies: { owner: 'tobacco', recipient: 'police', 'recipient procuratorate': 'procuratorate', ...everywhere },
  dimensions: {
    kind: valuesOf('RecallNotice', 'kind'),
    on: valuesOf('RecallNotice', 'recordKind'),
    to: ['recipient', 'recipient procuratorate', 'recipient leader'],
    known,
  },
  row: ({ kind, on, to, known: toWhom }) => ({
    ownerAgencyId: 'owner',
    circle: circle('owner', toWhom),
    agencyId: to === 'recipient leader' ? 'recipient' : to,
    recipientId: to,
    kind,
    recordKind: on,
  }),
}

export const proposal: Chapter = {
  subject: 'Proposal',
  agencies: { owner: 'tobacco', ...grantees, ...everywhere },
  dimensions: {
    on: valuesOf('Proposal', 'recordKind'),
    state: valuesOf('Proposal', 'state'),
    by: ['granted view', 'granted comment', 'granted co-handle', 'grant recalled', 'grant expired'],
    known,
  },
  row: ({ on, state, by, known: to }) => ({
    ownerAgencyId: 'owner',
    agencyId: by,
    recordKind: on,
    state,
    access: everyGrant,
    circle: circle('owner', to),
  }),
}
