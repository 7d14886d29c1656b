import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { findCluePage } from '../cases/index.ts'
import { askHit } from '../hits/index.ts'
import { searchAll } from '../search/index.ts'
import { listClues } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const number = '13901234567'
const numbers = { identifiers: [{ kind: 'phone' as const, value: number }] }
const seenBy = async (officer: OfficerName, clueId: string) => {
  const { withheld, identifiers, content } = await world.ask(officer, findCluePage, { clueId })
  return { withheld, identifiers, isTold: content !== null }
}
const open = { withheld: [], identifiers: numbers.identifiers, isTold: true }
const closed = { withheld: ['identifiers'], identifiers: null, isTold: true }

describe('what a rule withholds', () => {
  test('[HU420] the duty desk reads a sensitive clue of its own agency without the numbers in it', async () => {
    const clueId = await world.aClue({ ...numbers, label: 'sensitive' }, 'bjIntake')
    expect(await seenBy('bjDuty', clueId)).toEqual(closed)
    for (const officer of ['bjIntake', 'bjHandler', 'bjLeader', 'bjAuditor'] as const)
      expect(await seenBy(officer, clueId)).toEqual(open)
  })

  test.each(['public', 'internal'] as const)('[HU420] of a clue that is %s the duty desk reads all', async (label) => {
    const clueId = await world.aClue({ ...numbers, label }, 'bjIntake')
    expect(await seenBy('bjDuty', clueId)).toEqual(open)
  })

  test('[HU420] a sensitive clue that was shared shows its numbers to handlers and not to the duty desk', async () => {
    const clueId = await world.aClue({ ...numbers, label: 'sensitive' }, 'bjIntake')
    await world.aGrant({ kind: 'Clue', id: clueId }, 'police')
    expect(await seenBy('policeHandler', clueId)).toEqual(open)
    expect(await seenBy('policeDuty', clueId)).toEqual(closed)
  })

  test('[HU420] what the grant leaves out and what the rule withholds are both left out', async () => {
    const clueId = await world.aClue({ ...numbers, label: 'sensitive' }, 'bjIntake')
    await world.aGrant({ kind: 'Clue', id: clueId }, 'police', { withheldFields: ['content'] })
    expect(await seenBy('policeHandler', clueId)).toEqual({ ...open, withheld: ['content'], isTold: false })
    const { withheld, isTold } = await seenBy('policeDuty', clueId)
    expect({ withheld: withheld.toSorted(), isTold }).toEqual({ withheld: ['content', 'identifiers'], isTold: false })
  })

  test('[HU420] a question about the number names the agency and does not open the record to the duty desk', async () => {
    const value = '13907654321'
    const clueId = await world.aClue({ identifiers: [{ kind: 'phone', value }], label: 'sensitive' }, 'bjIntake')
    await world.aGrant({ kind: 'Clue', id: clueId }, 'police')
    const question = { kind: 'phone' as const, value, purpose: '联合办案', reason: '值班核对' }
    const handler = await world.submit('policeHandler', askHit, question)
    const duty = await world.submit('policeDuty', askHit, question)
    expect(handler.records.map(({ id }) => id)).toEqual([clueId])
    expect(duty.records).toEqual([])
    expect(duty.hints).toHaveLength(1)
  })

  test('[HU420] no search, by whatever words, tells the duty desk what stands in a withheld field', async () => {
    const value = '13909998877'
    const given = { identifiers: [{ kind: 'phone' as const, value }], label: 'sensitive' as const, title: '某小区来电' }
    const clueId = await world.aClue(given, 'bjIntake')
    const found = async (officer: OfficerName, q: string) => [
      (await world.ask(officer, listClues, { q })).items.some(({ id }) => id === clueId),
      (await world.ask(officer, searchAll, { q })).clues.some(({ id }) => id === clueId),
    ]
    expect(await found('bjHandler', value)).toEqual([true, true])
    expect(await found('bjDuty', value)).toEqual([false, false])
    expect(await found('bjDuty', '某小区')).toEqual([true, true])
  })
})
