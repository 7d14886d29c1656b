import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { shownRecords } from '../bound-records/index.ts'
import { aWrittenSection, paragraph } from '../chronicles/a-written-section.ts'
import { myDesk } from '../desk/index.ts'
import { itemFields } from '../evidence/an-item.ts'
import { amendEvidence, recordEvidence } from '../evidence/index.ts'
import { changesSinceSeal, declineSeal, findSealPage, listSeals, proposeSeal, signSeal, withdrawSeal } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

/** A dossier of one section for all, one that only the police and Guilin may read, and a reader who takes no part. */
async function aDossier() {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'guilin', { level: 'view' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'procuratorate', { level: 'view' })
  const openId = await world.aSection(caseId, { title: '案件事实' })
  const memberAgencyIds = [world.agencies.police, world.agencies.guilin]
  const closed = { title: '侦查部署', audience: 'members' as const, memberAgencyIds }
  const closedId = await world.aSection(caseId, closed, 'policeHandler')
  const open = aWrittenSection(world, openId)
  await open.write('bjHandler', paragraph('北京扣押卷烟三百条。'))
  await aWrittenSection(world, closedId).write('policeHandler', paragraph('部署抓捕。'))
  return { caseId, openId, closedId, open }
}
const propose = (caseId: string, by: OfficerName = 'bjLeader') =>
  world.submit(by, proposeSeal, { caseId, note: '送审' })
const sign = (by: OfficerName, caseId: string, { sealId, digest }: { sealId: string; digest: string }) =>
  world.submit(by, signSeal, { caseId, sealId, digest })
const listed = async (caseId: string, by: OfficerName = 'bjLeader') =>
  (await world.ask(by, listSeals, { caseId })).items

async function aSealedDossier() {
  const dossier = await aDossier()
  const seal = await propose(dossier.caseId)
  await sign('policeLeader', dossier.caseId, seal)
  await sign('guilinLeader', dossier.caseId, seal)
  return { ...dossier, ...seal }
}

describe('sealing', () => {
  test('[HU520] the agencies that take part sign the same digest, and with the last of them the version is sealed', async () => {
    const { caseId } = await aDossier()
    const seal = await propose(caseId)
    const [proposed] = await listed(caseId)
    expect(proposed).toMatchObject({ number: 1, state: 'open', digest: seal.digest, sections: 2 })
    // The procuratorate reads, and has no part in it.
    expect(proposed!.members.map(({ agency }) => agency.slug).toSorted()).toEqual(['bj', 'guilin', 'police'])
    await sign('policeLeader', caseId, seal)
    expect((await listed(caseId))[0]!.state).toBe('open')
    await sign('guilinLeader', caseId, seal)
    const [sealed] = await listed(caseId, 'procurator')
    expect(sealed).toMatchObject({ state: 'sealed', can: { sign: false, decline: false, withdraw: false } })
  })

  test('[HU585] a seal waits on the desks of the leaders who have to sign, and on no other', async () => {
    const { caseId } = await aDossier()
    const seal = await propose(caseId)
    const waiting = async (name: OfficerName) =>
      (await world.ask(name, myDesk, {})).tasks.filter(({ kind, id }) => kind === 'seal.sign' && id === seal.sealId)
    expect(await waiting('policeLeader')).toMatchObject([{ href: `/cases/${caseId}/dossier#seals` }])
    for (const name of ['bjLeader', 'policeHandler', 'procurator', 'hebeiLeader'] as const)
      expect([name, await waiting(name)]).toEqual([name, []])
    await sign('policeLeader', caseId, seal)
    expect(await waiting('policeLeader')).toEqual([])
    expect(await waiting('guilinLeader')).toHaveLength(1)
    await world.submit('bjLeader', withdrawSeal, { caseId, sealId: seal.sealId, reason: '补充材料' })
    expect(await waiting('guilinLeader')).toEqual([])
  })

  test('[HU521] the digest of every step is in the log, with who signed for which agency', async () => {
    const { caseId, digest } = await aSealedDossier()
    const steps = (await world.entries()).filter(
      ({ act, caseId: of }) => of === caseId && ['seal.propose', 'seal.sign'].includes(String(act)),
    )
    expect(steps).toMatchObject([
      { act: 'seal.propose', agencyId: world.agencies.bj, facts: { number: 1, digest, sections: 2, members: 3 } },
      { act: 'seal.sign', agencyId: world.agencies.police, facts: { number: 1, digest, signed: 2, members: 3 } },
      { act: 'seal.sign', agencyId: world.agencies.guilin, facts: { number: 1, digest, signed: 3, members: 3 } },
    ])
  })

  test('[HU522] only a leader signs, only for an agency that takes part, once, and over the digest that was seen', async () => {
    const { caseId } = await aDossier()
    const seal = await propose(caseId)
    const code = async (attempt: () => Promise<unknown>) => (await world.refusal(attempt)).code
    expect(await code(() => sign('policeHandler', caseId, seal))).toBe('policy.denied')
    expect((await world.refusal(() => sign('hebeiLeader', caseId, seal))).kind).toBe('not-found')
    expect(await code(() => sign('bjLeader', caseId, seal))).toBe('seal.signed-already')
    expect(await code(() => sign('policeLeader', caseId, { ...seal, digest: '0'.repeat(64) }))).toBe(
      'seal.other-digest',
    )
    const losers = await world.losers([sign('policeLeader', caseId, seal), sign('policeLeader', caseId, seal)])
    expect(losers).toEqual(['seal.signed-already'])
    await world.aGrant({ kind: 'Case', id: caseId }, 'shunyi', { level: 'co_handle' })
    expect(await code(() => sign('shunyiLeader', caseId, seal))).toBe('seal.not-a-member')
  })

  test('[HU523] what is frozen is the dossier as it stood when the seal was proposed; writing goes on', async () => {
    const { caseId, open, openId } = await aDossier()
    const seal = await propose(caseId)
    await open.write('policeHandler', paragraph('北京扣押卷烟三百条。'), paragraph('另案处理。'))
    await sign('policeLeader', caseId, seal)
    const { sections } = await world.ask('bjHandler', findSealPage, { caseId, sealId: seal.sealId })
    const sealed = sections.find((section) => section.kind === 'open' && section.sectionId === openId)
    expect(JSON.stringify(sealed)).not.toContain('另案处理')
    expect(sealed).toMatchObject({ title: '案件事实', isIntact: true })
  })

  test('[HU524] of a section that is withheld a leader has the digest that the signed one is over, and nothing else', async () => {
    const { caseId, closedId, sealId } = await aSealedDossier()
    const answer = await world.ask('bjLeader', findSealPage, { caseId, sealId })
    expect(answer).toMatchObject({ isWhole: true, state: 'sealed' })
    expect(answer.sections[1]).toEqual({
      kind: 'withheld',
      position: 2,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      askAgency: expect.objectContaining({ slug: 'police' }),
    })
    expect(JSON.stringify(answer)).not.toMatch(`部署抓捕|侦查部署|${closedId}`)
    const ofPolice = await world.ask('policeLeader', findSealPage, { caseId, sealId })
    expect(ofPolice.digest).toBe(answer.digest)
    expect(ofPolice.sections[1]).toMatchObject({ kind: 'open', title: '侦查部署', digest: answer.sections[1]!.digest })
  })

  test('[HU524] two sections that say the same have digests of their own', async () => {
    const caseId = await world.aCase()
    for (const title of ['同题', '同题']) await world.aSection(caseId, { title })
    const { sealId } = await propose(caseId)
    const { sections, state } = await world.ask('bjLeader', findSealPage, { caseId, sealId })
    expect(new Set(sections.map(({ digest }) => digest)).size).toBe(2)
    // Nobody else takes part: the proposal is the only signature it needs.
    expect(state).toBe('sealed')
  })
})

describe('a sealed version', () => {
  const tables = ['dossier_seals', 'seal_sections', 'seal_contents', 'seal_members', 'seal_signatures', 'seal_endings']
  test.each(tables)(
    '[HU525] nobody changes, deletes or empties %s, not even the owner of the tables',
    async (table) => {
      const { caseId } = await aSealedDossier()
      const second = await propose(caseId)
      await world.submit('bjLeader', withdrawSeal, { caseId, sealId: second.sealId, reason: '另行提请' })
      const column = table === 'dossier_seals' ? 'id' : 'seal_id'
      for (const attempt of [
        `update ${table} set ${column} = ${column}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ])
        await expect(world.owner.query(attempt)).rejects.toMatchObject({ code: '42501' })
    },
  )

  test('[HU525] nothing is added to what was frozen, not even by the owner of the tables', async () => {
    const { sealId, openId } = await aSealedDossier()
    for (const attempt of [
      `insert into seal_members values ('${sealId}', '${world.agencies.hebei}')`,
      `insert into seal_sections values ('${sealId}', 9, '${openId}', '${'0'.repeat(64)}')`,
      `insert into seal_contents values ('${sealId}', '${openId}', 1, '{}')`,
    ])
      await expect(world.owner.query(attempt)).rejects.toMatchObject({ code: '42501' })
  })

  test('[HU526] what changed since is told section by section, and of withheld ones only that they stand there', async () => {
    const { caseId, sealId, open } = await aSealedDossier()
    await open.write('policeHandler', paragraph('北京扣押卷烟五百条。'))
    const added = await world.aSection(caseId, { title: '补充' })
    await aWrittenSection(world, added).write('bjHandler', paragraph('补充材料。'))
    const { items } = await world.ask('bjHandler', changesSinceSeal, { caseId, sealId })
    expect(items.map(({ kind, position }) => [kind, position])).toEqual([
      ['changed', 1],
      ['withheld', 2],
      ['new', 3],
    ])
    const [changed] = items
    expect(changed!.kind === 'changed' && changed!.changes.counts).toMatchObject({ added: 1, removed: 1 })
    expect(JSON.stringify(items[1])).toBe('{"kind":"withheld","position":2}')
    const ofPolice = await world.ask('policeHandler', changesSinceSeal, { caseId, sealId })
    expect(ofPolice.items[1]).toMatchObject({ kind: 'same', title: '侦查部署' })
  })
})

describe('a seal that does not come about', () => {
  test('[HU527] one that was declined or withdrawn is signed no more, and another may be proposed', async () => {
    const { caseId } = await aDossier()
    const first = await propose(caseId)
    const again = await world.refusal(() => propose(caseId))
    expect(again).toMatchObject({ code: 'seal.open-already', facts: { number: 1 } })
    await world.submit('policeLeader', declineSeal, { caseId, sealId: first.sealId, reason: '数量有误' })
    expect((await world.refusal(() => sign('guilinLeader', caseId, first))).code).toBe('seal.not-open')
    const second = await propose(caseId)
    expect(second.number).toBe(2)
    expect(
      (
        await world.refusal(() =>
          world.submit('policeLeader', withdrawSeal, { caseId, sealId: second.sealId, reason: '不' }),
        )
      ).code,
    ).toBe('policy.denied')
    await world.submit('bjLeader', withdrawSeal, { caseId, sealId: second.sealId, reason: '另行提请' })
    expect((await listed(caseId)).map(({ state, ending }) => [state, ending?.reason])).toEqual([
      ['withdrawn', '另行提请'],
      ['declined', '数量有误'],
    ])
  })

  test('[HU528] a dossier without a section, and a case one may not know, have nothing to seal', async () => {
    const caseId = await world.aCase()
    expect((await world.refusal(() => propose(caseId))).code).toBe('seal.nothing-to-seal')
    expect((await world.refusal(() => propose(caseId, 'hebeiLeader'))).kind).toBe('not-found')
  })
})

test('[HU905] a seal is over the digest of cited evidence, and what is put right later changes nothing in it', async () => {
  const { caseId, open } = await aDossier()
  const { evidenceId } = await world.submit('bjHandler', recordEvidence, { ...itemFields, caseId })
  const block = { kind: 'evidence', recordId: evidenceId } as const
  const digestNow = async () => {
    const [shown] = (await world.ask('bjHandler', shownRecords, { blocks: [block] })).items
    return shown?.state === 'shown' && shown.kind === 'evidence' ? shown.digest : ''
  }
  const digest = await digestNow()
  await open.write('bjHandler', paragraph('证据如下。'), { type: 'recordBlock', attrs: { ...block, digest } })
  const { sealId } = await propose(caseId)
  const { kind: _kind, proceeding: _in, instrument: _by, keptAt: _at, ...asWritten } = itemFields
  await world.submit('bjHandler', amendEvidence, {
    ...asWritten,
    evidenceId,
    expectedVersion: 1,
    description: '软盒。',
    reason: '核对原物',
  })
  expect(await digestNow()).not.toBe(digest)
  const { sections, isWhole } = await world.ask('bjHandler', findSealPage, { caseId, sealId })
  expect(isWhole).toBe(true)
  expect(JSON.stringify(sections)).toContain(digest)
})
