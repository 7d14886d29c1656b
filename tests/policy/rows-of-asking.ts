import { type Chapter, circle, everyGrant, everywhere, grantees, known, later, named, valuesOf } from './chapter.ts'
import { noon } from './rules.ts'

export const hitQuery: Chapter = {
  subject: 'HitQuery',
  agencies: { asking: 'tobacco', 'owner of a match': 'police', ...everywhere },
  dimensions: { 'asked by': ['intake', 'handler', 'leader', 'duty_officer'] },
  row: ({ 'asked by': role }) => ({
    officerId: `asking ${role}`,
    agencyId: 'asking',
    matches: [{ ownerAgencyId: 'owner of a match' }],
  }),
}

export const assessment: Chapter = {
  subject: 'Assessment',
  agencies: {
    author: 'tobacco',
    'owner of the clue': 'tobacco',
    'another reader of the clue': 'police',
    ...everywhere,
  },
  dimensions: { made: ['by another agency', 'of a clue known to its readers'] },
  row: ({ made }) => ({
    agencyId: 'author',
    clue: [{ ownerAgencyId: 'owner of the clue', isRestricted: made !== 'by another agency' }],
    clueReaders: made === 'by another agency' ? [] : named('owner of the clue'),
  }),
}

export const accessRequest: Chapter = {
  subject: 'AccessRequest',
  agencies: {
    asking: 'tobacco',
    'asking procuratorate': 'procuratorate',
    'owner of the record': 'police',
    ...everywhere,
  },
  dimensions: {
    'asked by': ['intake', 'handler', 'leader', 'duty_officer', 'procurator'],
    state: valuesOf('AccessRequest', 'state'),
    is: ['in time', 'lapsed'],
    for: ['a record', 'nothing'],
  },
  row: ({ 'asked by': role, state, is, for: what }) => {
    const agencyId = role === 'procurator' ? 'asking procuratorate' : 'asking'
    return {
      officerId: `${agencyId} ${role}`,
      agencyId,
      state,
      lapsesAt: is === 'lapsed' ? noon : later,
      targets: what === 'nothing' ? [] : [{ ownerAgencyId: 'owner of the record' }],
    }
  },
}

export const emergency: Chapter = {
  subject: 'Emergency',
  agencies: { 'broke the glass': 'police', 'owner of the record': 'tobacco', ...everywhere },
  dimensions: { by: ['leader', 'duty_officer'], reviewed: ['by nobody', 'by the owner', 'by both'], known },
  row: ({ by, reviewed, known: to }) => ({
    officerId: `broke the glass ${by}`,
    agencyId: 'broke the glass',
    ownerAgencyId: 'owner of the record',
    circle: circle('owner of the record', to),
    reviews: [
      { agencyId: 'owner of the record', side: 'owner', isDone: reviewed !== 'by nobody' },
      { agencyId: 'broke the glass', side: 'own', isDone: reviewed === 'by both' },
    ],
  }),
}

export const clock: Chapter = {
  subject: 'Clock',
  agencies: {
    'owner of the record': 'tobacco',
    'has to act': 'police',
    'is owed the act': 'tobacco',
    'above who has to act': 'police',
    ...grantees,
    ...everywhere,
  },
  dimensions: { 'readers of the record': ['know of it', 'do not know of it yet'], known },
  row: ({ 'readers of the record': readers, known: to }) => ({
    ownerAgencyId: 'owner of the record',
    isOpenToReaders: readers === 'know of it',
    circle: circle('owner of the record', to),
    parties: [
      { agencyId: 'has to act', part: 'liable' },
      { agencyId: 'is owed the act', part: 'owed' },
      { agencyId: 'above who has to act', part: 'superior' },
    ],
    grants: everyGrant,
  }),
}

export const alert: Chapter = {
  subject: 'Alert',
  agencies: { told: 'tobacco', 'whose officer': 'police', ...everywhere },
  dimensions: { to: ['told', 'operator'], about: ['whose officer handler', 'told auditor', 'operator audit_admin'] },
  row: ({ to, about }) => ({ toldAgencyId: to, officerId: about }),
}

export const inboxNotice: Chapter = {
  subject: 'Notice',
  agencies: { told: 'tobacco', ...everywhere },
  dimensions: { to: ['told handler', 'told leader', 'told procurator', 'told agency_admin'] },
  row: ({ to }) => ({ officerId: to }),
}

export const radarFinding: Chapter = {
  subject: 'RadarFinding',
  agencies: { watcher: 'procuratorate', 'listed agency': 'tobacco', ...everywhere },
  // Only the owner of a case knows to whom the case is kept; who watches is told as an agency.
  dimensions: { as: ['watcher', 'own', 'own, to its readers'] },
  row: ({ as }) => {
    const [toldAs, to] = as!.split(', ')
    const toldAgencyId = toldAs === 'own' ? 'listed agency' : 'watcher'
    return { toldAgencyId, toldAs, circle: circle(toldAgencyId, to) }
  },
}

export const radarDraw: Chapter = {
  subject: 'RadarDraw',
  agencies: { 'who draws': 'procuratorate', ...everywhere },
  dimensions: {},
  row: () => ({ agencyId: 'who draws' }),
}

export const legalHold: Chapter = {
  subject: 'LegalHold',
  agencies: { 'owner of the record': 'tobacco', 'another that reads it': 'police', ...everywhere },
  dimensions: { 'laid by': ['owner of the record', 'another that reads it'], known },
  row: ({ 'laid by': agencyId, known: to }) => ({
    agencyId,
    ownerAgencyId: 'owner of the record',
    circle: circle('owner of the record', to),
  }),
}

export const damage: Chapter = {
  subject: 'RoomDamage',
  agencies: { 'owner of the section': 'tobacco', ...everywhere },
  dimensions: { owner: ['owner of the section', 'operator'] },
  row: ({ owner }) => ({ ownerAgencyId: owner }),
}

export const webhook: Chapter = {
  subject: 'Webhook',
  agencies: { 'whose it is': 'tobacco', ...everywhere },
  dimensions: { of: ['whose it is'] },
  row: ({ of }) => ({ agencyId: of }),
}
