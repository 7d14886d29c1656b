import { fileURLToPath } from 'node:url'
import { vocabulary } from '@lianban/hub'
import { type Clock, makeDrivenClock } from '@lianban/kernel'
import { createPolicy, loadRules, type Policy } from '@lianban/policy'

/** The folder of the hub's permission rules. */
export const permissions = fileURLToPath(new URL('../../policies/permissions', import.meta.url))

export const rules = loadRules(permissions, vocabulary)

/** The instant that the stories in these tests take place: noon in Beijing. */
export const noon = new Date('2025-05-21T04:00:00Z')

export const policyAt = (clock: Clock = makeDrivenClock(noon)): Policy => createPolicy({ rules, vocabulary, clock })

/** What officers state in these tests where an act asks for a purpose; it is the one that agreements name. */
export const stated = { purpose: '联合办案' }
