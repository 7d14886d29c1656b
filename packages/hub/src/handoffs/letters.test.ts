import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { findHandoffPage, takeLetter } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const take = async (name: OfficerName, handoffId: string, letter: string, version: number) =>
  (await world.ask(name, takeLetter, { handoffId, letter, version })).paper
const textOf = ({ body }: Awaited<ReturnType<typeof take>>): string => JSON.stringify(body)

test('[HU718] the letter goes out under its number, with the list of the package and a place for the seal', async () => {
  const { handoffId, packageDigest } = await world.aHandoff('prepared')
  const paper = await take('bjHandler', handoffId, 'letter', 1)
  expect(paper).toMatchObject({
    title: '涉嫌犯罪案件移送书',
    letterhead: '北京烟草单位',
    addressee: '北京环食药单位',
    number: expect.stringMatching(/^移送〔\d+〕号$/),
    signature: { agencies: ['北京烟草单位'], date: '2026年3月2日', hasPlaceForSeal: true },
  })
  expect(textOf(paper)).toContain(packageDigest)
  expect(JSON.stringify(paper.annexes)).toContain('涉案物品清单')
})

test('[HU718] each receipt makes its letters, from the side that signed to the side that is told', async () => {
  const { handoffId } = await world.aHandoff('signed_for')
  for (const move of ['accept', 'refuse', 'ask_reconsideration', 'uphold', 'suggest_supervision'])
    await world.move(move, handoffId, { note: '数额未达标准' })
  const { receipts } = await world.ask('bjHandler', findHandoffPage, { handoffId })
  expect(receipts.flatMap(({ letters, version }) => letters.map(({ id }) => `${version} ${id}`))).toEqual([
    '3 service_receipt',
    '5 refusal_notice',
    '6 reconsideration_request',
    '7 reconsideration_decision',
    '8 supervision_request',
  ])
  const refusal = await take('policeHandler', handoffId, 'refusal_notice', 5)
  expect(refusal).toMatchObject({
    title: '不予立案通知书',
    letterhead: '北京环食药单位',
    addressee: '北京烟草单位',
    number: 'refusal_notice〔1〕号',
  })
  expect(textOf(refusal)).toContain('理由：数额未达标准')
  expect(textOf(refusal)).not.toMatch(/[{}]{1}[a-z]+}/)
  expect(await take('bjHandler', handoffId, 'supervision_request', 8)).toMatchObject({ addressee: '北京检察单位' })
})

test('[HU719] a letter that no receipt made is refused, and whoever may not open the package gets none', async () => {
  const { handoffId } = await world.aHandoff('signed_for')
  const ask = (name: OfficerName, letter: string, version: number) => () => take(name, handoffId, letter, version)
  for (const [letter, version] of [
    ['service_receipt', 2],
    ['refusal_notice', 3],
    ['service_receipt', 9],
  ] as const)
    expect(await world.refusal(ask('bjHandler', letter, version))).toMatchObject({ code: 'handoff.no-such-letter' })
  expect(await world.refusal(ask('policeDuty', 'letter', 1))).toMatchObject({ code: 'policy.denied' })
  expect(await world.refusal(ask('hebeiHandler', 'letter', 1))).toMatchObject({ code: 'record.unseen' })
})
