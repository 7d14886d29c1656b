import type { Me } from './api-types.ts'
import {
  auditsAdministration,
  auditsOwn,
  keepsRules,
  readsRegister,
  reviewsGrants,
  seesAssistance,
  seesDamage,
  seesEmergencies,
  seesRadar,
  seesTaskForces,
  worksOnCases,
} from './duties.ts'

export const groups = ['work', 'between', 'administration'] as const
type Group = (typeof groups)[number]

/** Where an officer can go, by group and for whom; a phone shows the first four and keeps the others behind 更多. */
const places = [
  { href: '/', text: 'desk', group: 'work', isFor: () => true },
  { href: '/clues', text: 'clues', group: 'work', isFor: worksOnCases },
  { href: '/cases', text: 'cases', group: 'work', isFor: worksOnCases },
  { href: '/handoffs', text: 'handoffs', group: 'work', isFor: worksOnCases },
  { href: '/assistance', text: 'assistance', group: 'work', isFor: seesAssistance },
  { href: '/clocks', text: 'clocks', group: 'work', isFor: worksOnCases },
  { href: '/radar', text: 'radar', group: 'work', isFor: seesRadar },
  { href: '/calculator', text: 'calculator', group: 'work', isFor: worksOnCases },
  { href: '/numbers', text: 'numbers', group: 'work', isFor: worksOnCases },
  { href: '/recalls', text: 'recalls', group: 'between', isFor: worksOnCases },
  { href: '/task-forces', text: 'taskForces', group: 'between', isFor: seesTaskForces },
  { href: '/agreements', text: 'agreements', group: 'between', isFor: worksOnCases },
  { href: '/requests', text: 'requests', group: 'between', isFor: worksOnCases },
  { href: '/emergencies', text: 'emergencies', group: 'between', isFor: seesEmergencies },
  { href: '/grants/review', text: 'grantReview', group: 'between', isFor: reviewsGrants },
  { href: '/audit', text: 'audit', group: 'between', isFor: auditsOwn },
  { href: '/administration/officers', text: 'officers', group: 'administration', isFor: readsRegister },
  { href: '/administration/changes', text: 'officerChanges', group: 'administration', isFor: readsRegister },
  { href: '/administration/rules', text: 'rules', group: 'administration', isFor: keepsRules },
  { href: '/damages', text: 'damages', group: 'administration', isFor: seesDamage },
  { href: '/administration/trail', text: 'administrationTrail', group: 'administration', isFor: auditsAdministration },
] as const satisfies readonly {
  readonly href: string
  readonly text: string
  readonly group: Group
  readonly isFor: (me: Me) => boolean
}[]

export type Place = (typeof places)[number]

export const placesFor = (me: Me): Place[] => places.filter(({ isFor }) => isFor(me))

/** What stands at the foot of a phone: five places, or four and the rest behind one button. */
export function atFoot<Any>(all: readonly Any[]): { readonly shown: readonly Any[]; readonly more: readonly Any[] } {
  return all.length <= 5 ? { shown: all, more: [] } : { shown: all.slice(0, 4), more: all.slice(4) }
}
