import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { labels } from '../classification.ts'
import { listClues } from '../clues/index.ts'
import { findCasePage, findCluePage, listCases } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const clueOf = (clueId: string) => ({ kind: 'Clue' as const, id: clueId })
const read = (name: OfficerName, caseId: string) => world.ask(name, findCasePage, { caseId })

test('[HU58] for everybody, a list holds exactly what can be opened one by one', async () => {
  const everybody = Object.keys(world.people) as OfficerName[]
  for (const label of labels) {
    const caseId = await world.aCase({
      label,
      clueIds: [await world.aClue({ label: 'public', handlingCode: 'no_onward' }, 'bjIntake')],
    })
    await world.aGrant({ kind: 'Case', id: caseId }, 'police', { withheldFields: label === 'public' ? ['clues'] : [] })
    await world.aGrant(clueOf(await world.aClue({ label })), 'police', {}, 'shunyiHandler')
  }
  await world.aHandoff('accepted')
  const { rows: cases } = await world.owner.query<{ id: string }>('select id from cases')
  const { rows: clues } = await world.owner.query<{ id: string }>('select id from clues')
  for (const name of everybody) {
    const opened = async (ids: { id: string }[], open: (id: string) => Promise<unknown>) => {
      const found = await Promise.all(
        ids.map(({ id }) =>
          open(id).then(
            () => id,
            () => undefined,
          ),
        ),
      )
      return found.filter((id) => id !== undefined).sort()
    }
    const listedCases = await world.ask(name, listCases, { limit: 100 })
    const listedClues = await world.ask(name, listClues, { limit: 100 })
    expect(listedCases.items.map((row) => row.id).sort()).toEqual(await opened(cases, (caseId) => read(name, caseId)))
    expect(listedClues.items.map((row) => row.id).sort()).toEqual(
      await opened(clues, (clueId) => world.ask(name, findCluePage, { clueId })),
    )
    expect([listedCases.total, listedClues.total]).toEqual([listedCases.items.length, listedClues.items.length])
  }
})
