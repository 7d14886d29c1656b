import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from './a-world.ts'
import { listCases } from './cases/index.ts'
import { listClues } from './clues/index.ts'
import { cursorOf } from './page.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

type Page = { items: readonly { id: string }[]; total: number | null; nextCursor: string | null }

async function walk(turn: (cursor?: string) => Promise<Page>, between: () => Promise<unknown>): Promise<string[][]> {
  const pages: string[][] = []
  let cursor: string | undefined
  do {
    const page = await turn(cursor)
    pages.push(page.items.map((item) => item.id))
    cursor = page.nextCursor ?? undefined
    await between()
  } while (cursor)
  return pages
}

test('[HU12] pages of clues go from new to old without gap or double while new ones arrive', async () => {
  const recorded: string[] = []
  // Several in one millisecond, so that the time alone does not order them.
  for (let i = 0; i < 7; i++) {
    if (i % 3 === 0) world.clock.advance(1)
    recorded.push(await world.aClue())
  }
  const turn = (cursor?: string) =>
    world.ask('shunyiHandler', listClues, { limit: 3, ...(cursor !== undefined && { cursor }) })
  const pages = await walk(turn, () => {
    world.clock.advance(1)
    return world.aClue()
  })
  expect(pages).toEqual([recorded.slice(4).toReversed(), recorded.slice(1, 4).toReversed(), recorded.slice(0, 1)])
})

test('[HU12] a list says how many there are in all, on every page', async () => {
  for (let i = 0; i < 5; i++) await world.aCase()
  const first = await world.ask('bjHandler', listCases, { limit: 2 })
  expect(first).toMatchObject({ total: 5, items: { length: 2 } })
  const second = await world.ask('bjHandler', listCases, { limit: 2, cursor: first.nextCursor! })
  expect(second).toMatchObject({ total: 5, items: { length: 2 } })
  expect(await world.ask('bjHandler', listCases, { limit: 5 })).toMatchObject({ total: 5, nextCursor: null })
})

const base64 = (text: string) => Buffer.from(text).toString('base64url')

test.each([base64('x'), base64('2026-01-01T00:00:00.000Z|x'), base64("x|' or true"), 'AAAA'])(
  '[HU13] the made-up cursor %s is refused',
  async (cursor) => {
    for (const list of [
      () => world.ask('bjHandler', listCases, { cursor }),
      () => world.ask('bjHandler', listClues, { cursor }),
    ])
      expect(await world.refusal(list)).toMatchObject({ code: 'page.cursor' })
  },
)

test("[HU13] a cursor at another agency's record shows one's own list only", async () => {
  const clueId = await world.aClue({}, 'bjIntake')
  const cursor = cursorOf(new Date(world.clock.now().getTime() + 1), clueId)
  const page = await world.ask('hebeiHandler', listClues, { cursor })
  expect(page).toEqual({ items: [], total: 0, nextCursor: null })
})
