import { type Chapter, everywhere, valuesOf } from './chapter.ts'

const keptByOperator = { operator: 'operator', 'some agency': 'tobacco' }
const parties = { 'signed party': 'police', 'party yet to sign': 'procuratorate' }

export const agency: Chapter = {
  subject: 'Agency',
  agencies: { operator: 'operator', 'some agency': 'tobacco' },
  dimensions: { 'kept by': ['operator'] },
  row: (choice) => ({ operatorId: choice['kept by'] }),
}

export const officer: Chapter = {
  subject: 'Officer',
  agencies: { operator: 'operator', own: 'tobacco', 'some agency': 'tobacco' },
  dimensions: { 'kept by': ['operator'] },
  row: (choice) => ({ agencyId: 'own', keptBy: [{ agencyId: choice['kept by'] }] }),
}

/** Officers are called by relation and role here, so a change can concern or come from one who is asked about. */
export const officerChange: Chapter = {
  subject: 'OfficerChange',
  agencies: { operator: 'operator', own: 'tobacco', 'some agency': 'tobacco' },
  dimensions: {
    concerns: ['own handler', 'own agency_admin', 'operator system_admin', 'operator security_admin'],
    'touches an office': ['yes', 'no'],
    'proposed by': ['operator system_admin', 'own agency_admin', 'operator security_admin'],
  },
  row: (choice) => ({
    operatorId: 'operator',
    agencyId: choice.concerns!.split(' ')[0],
    concernsId: choice.concerns,
    touchesOffice: choice['touches an office'] === 'yes',
    proposedBy: choice['proposed by'],
  }),
}

export const ruleVersion: Chapter = {
  subject: 'RuleVersion',
  agencies: keptByOperator,
  dimensions: { 'kept by': ['operator'] },
  row: (choice) => ({ operatorId: choice['kept by'] }),
}

export const ruleChange: Chapter = {
  subject: 'RuleChange',
  agencies: keptByOperator,
  dimensions: { 'proposed by': ['operator system_admin', 'operator security_admin'] },
  row: (choice) => ({ operatorId: 'operator', proposedBy: choice['proposed by'] }),
}

export const saltDestruction: Chapter = {
  subject: 'SaltDestruction',
  agencies: keptByOperator,
  dimensions: { 'proposed by': ['operator audit_admin', 'operator system_admin'] },
  row: (choice) => ({ operatorId: 'operator', proposedBy: choice['proposed by'] }),
}

export const agreement: Chapter = {
  subject: 'Agreement',
  agencies: { proposer: 'tobacco', ...parties, ...everywhere },
  dimensions: { state: ['draft', ...valuesOf('Agreement', 'state')] },
  row: ({ state }) => ({
    proposedByAgencyId: 'proposer',
    state: state === 'draft' ? 'proposed' : state,
    parties: [
      { agencyId: 'proposer', isSigned: true },
      ...(state === 'draft' ? [] : [{ agencyId: 'signed party', isSigned: true }]),
      ...(state === 'draft' ? [] : [{ agencyId: 'party yet to sign', isSigned: state === 'in_force' }]),
    ],
  }),
}
