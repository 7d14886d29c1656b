import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { aHub, type HubServer } from '../support/hub-server.ts'
import { aSharedCase, once, type SharedCase } from '../support/shared-case.ts'
import { atDesk } from './desk.ts'
import { inSection, type Seat } from './in-section.ts'

const first = '二〇二五年三月，北京市烟草专卖局扣押烟弹三百条，现金两万元。'

describe('a dossier in the browser', { timeout: 120_000 }, () => {
  let hub: HubServer
  let browser: Browser
  let given: SharedCase
  let address: string
  const seats = new Map<string, Promise<Seat>>()
  const seat = (subject: string): Promise<Seat> => {
    const taken = seats.get(subject) ?? inSection(browser, address, subject)
    seats.set(subject, taken)
    return taken
  }
  const lead = () => seat('bj-tobacco.handler')
  const police = () => seat('bj-police-efd.handler')
  const guilin = () => seat('guilin-tobacco.handler')
  const desks = new Map<string, Promise<Page>>()
  const desk = async (subject: string): Promise<Page> => {
    const taken = desks.get(subject) ?? atDesk(browser, hub.origin, subject)
    desks.set(subject, taken)
    const page = await taken
    await page.goto(hub.origin)
    await page.getByRole('heading', { name: '工作台' }).waitFor()
    return page
  }
  const says = ({ text }: Seat, words: string) => expect.poll(text, { timeout: 15_000 }).toContain(words)

  beforeAll(async () => {
    ;[hub, browser] = await Promise.all([aHub({ cast: true, options: { watchMs: 600_000 } }), launchChromium()])
    given = await aSharedCase(hub, 'WE-0441')
    address = `${hub.origin}/cases/${given.caseId}/dossier?section=${given.openSection}`
    const handler = await hub.client('bj-tobacco.handler')
    const agreement = (await handler.agreements.list.query({})).items.find(
      ({ number }) => number === '演示协议〔2〕号',
    )!
    await handler.grants.give.mutate(
      once({
        record: { kind: 'Case' as const, id: given.caseId },
        granteeAgencyId: given.agencies.get('guilin-tobacco')!,
        level: 'comment' as const,
        withheldFields: [],
        purpose: agreement.purposes[1]!,
        legalBasis: '《中华人民共和国行政处罚法》第二十六条',
        agreementId: agreement.id,
        allowsOnward: false,
        expiresAt: new Date(Date.now() + 30 * 24 * 3600_000).toISOString(),
      }),
    )
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await hub?.stop()
  })
  // The last look of every seat, for whoever has to find out why.
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    for (const [subject, taken] of seats)
      await (await taken).page.screenshot({ path: `tests/browser/shots/dossier-${subject}.png` }).catch(() => {})
  })

  test('[WE441] who is called on in a comment finds it on the desk, answers, and it is settled', async () => {
    const writer = await lead()
    await writer.state('saved')
    await writer.toEnd()
    await writer.page.keyboard.type(first)
    await writer.state('saved')
    await writer.choose('烟弹三百条')
    await writer.page.getByRole('button', { name: '批注与建议' }).click()
    const panel = writer.page.getByRole('complementary', { name: '批注与修改建议' })
    await panel.getByText('“烟弹三百条”').waitFor()
    await panel.getByPlaceholder('写下批注').first().fill('数量与清单不一致，请核对。')
    await panel.getByLabel('提醒').first().click()
    await writer.page.getByRole('option', { name: /北京环食药·承办民警/ }).click()
    await panel.getByRole('button', { name: '发布批注' }).click()
    await panel.getByText('提醒 北京环食药').waitFor()

    const called = await desk('bj-police-efd.handler')
    await called.getByText('北京烟草在批注中提醒您').click()
    const thread = called.locator('[data-thread]').filter({ hasText: '数量与清单不一致' })
    await thread.getByRole('button', { name: '回复' }).click()
    await thread.getByPlaceholder('写下批注').fill('已核对，清单为三百条。')
    await thread.getByRole('button', { name: '回复' }).last().click()
    await thread.getByText('已核对，清单为三百条。').waitFor()

    await panel.getByText('已核对，清单为三百条。').waitFor()
    await panel.getByRole('button', { name: '标为已处理' }).click()
    await panel.getByRole('button', { name: '显示已处理的 1 条' }).waitFor()
    expect(await (await desk('bj-police-efd.handler')).getByText('在批注中提醒您').count()).toBe(0)
  })

  test('[WE442] an agency that may not write proposes in the text; its writer accepts one piece, and every open page reads so', async () => {
    const { page, state } = await guilin()
    await state('readOnly')
    await page.getByRole('button', { name: '建议模式' }).click()
    const draft = page.getByRole('textbox', { name: /建议稿/ })
    await draft.getByText('扣押烟弹').waitFor()
    await draft.and(page.locator(':focus')).waitFor()
    await draft.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('（已清点）')
    // Each piece stands before the caret goes on: keys that outrun the page would make one piece of two.
    await draft.getByText('现金两万元（已清点）。').waitFor()
    await page.keyboard.press('Home')
    await page.keyboard.type('经查，')
    await draft.getByText('经查，二〇二五年').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('建议模式只能改文字').waitFor()
    await page.getByLabel('理由').fill('据查获清单')
    await page.getByRole('button', { name: '提交 2 处修改建议' }).click()
    await draft.waitFor({ state: 'detached' })

    const writer = await lead()
    const watching = await police()
    await says(watching, first)
    await writer.editor.locator('.section-proposed', { hasText: '经查，' }).click()
    const card = (words: string) => writer.page.getByRole('listitem').filter({ hasText: words }).last()
    await card('经查，').getByRole('button', { name: '采纳', exact: true }).click()
    await says(writer, `经查，${first}`)
    await says(watching, `经查，${first}`)
    await card('（已清点）').getByRole('button', { name: '不采纳' }).click()
    await card('（已清点）').getByText('不采纳').waitFor()
    expect(await watching.text()).not.toContain('已清点')
    await writer.page.getByRole('button', { name: '收起', exact: true }).click()
  })

  test('[WE443] chosen words tell their officer, agency and time; a suggestion that was accepted is its writer’s', async () => {
    const watching = await police()
    await watching.toEnd()
    await watching.page.keyboard.type('另查获运输车辆一台。')
    await watching.state('saved')
    await watching.page.getByRole('button', { name: '谁写的' }).click()
    const told = watching.page.getByRole('status', { name: '选中文字的作者' })
    await watching.choose('扣押烟弹')
    await told.getByText('北京烟草·承办员').waitFor()
    await watching.choose('运输车辆')
    await told.getByText('北京环食药·承办民警').waitFor()
    await watching.choose('经查，')
    await told.getByText('北京烟草·承办员').waitFor()
    expect(await told.innerText()).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d/)
    await watching.page.getByRole('button', { name: '谁写的' }).click()
  })

  test('[WE444] a past version is restored through the room, another open page sees it, and nothing is lost', async () => {
    const writer = await lead()
    const watching = await police()
    await writer.page.getByRole('button', { name: '历史与版本' }).click()
    const dialog = writer.page.getByRole('dialog', { name: '历史与版本' })
    const slider = dialog.getByRole('slider')
    await slider.focus()
    await writer.page.keyboard.press('Home')
    await dialog.getByLabel('显示').first().click()
    await writer.page.getByRole('option', { name: '当时的内容' }).click()
    await dialog.getByText(first).waitFor()
    await dialog.getByRole('button', { name: '恢复为此版本' }).click()
    await writer.page
      .getByRole('dialog', { name: '恢复为这一时刻的内容？' })
      .getByRole('button', { name: '恢复', exact: true })
      .click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(watching.text, { timeout: 15_000 }).not.toContain('运输车辆')
    await says(watching, first)
    await writer.state('saved')
    const handler = await hub.client('bj-tobacco.handler')
    const { sittings } = await handler.dossier.history.query({ sectionId: given.openSection })
    const before = await handler.dossier.past.query({
      sectionId: given.openSection,
      when: { seq: sittings.at(-2)!.upTo },
    })
    expect(JSON.stringify(before.blocks)).toContain('另查获运输车辆一台。')
  })

  test('[WE445] a seal lies on the desks of the leaders, is signed there, and what changed since is one click away', async () => {
    const proposer = await desk('bj-tobacco.leader')
    await proposer.goto(address)
    await proposer.getByRole('button', { name: '提请封存' }).click()
    await proposer.getByRole('dialog').getByRole('button', { name: '提请封存' }).click()
    await proposer.getByText('签署中 1/3').waitFor()
    for (const leader of ['bj-police-efd.leader', 'baoan-tobacco.leader']) {
      const page = await desk(leader)
      await page.getByText('签署卷宗第 1 版封存').click()
      await page.getByRole('button', { name: '签署', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: '签署', exact: true }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      expect(await (await desk(leader)).getByText('签署卷宗第 1 版封存').count()).toBe(0)
    }
    await proposer.getByText('已封存').waitFor()
    const writer = await lead()
    await writer.toEnd()
    await writer.page.keyboard.type('封存后补充的话。')
    await writer.state('saved')
    await proposer.getByRole('button', { name: '封存后的修改' }).click()
    await proposer.getByRole('dialog').getByText('封存后补充的话。').waitFor()
    expect(await proposer.getByRole('dialog').locator('.told-added').allInnerTexts()).toContain('封存后补充的话。')
    await proposer.keyboard.press('Escape')

    await writer.page.getByRole('button', { name: '查看与核对' }).click()
    await writer.page.getByText('各节摘要与签署的摘要一致').waitFor()
    await writer.page.getByRole('button', { name: '导出此版' }).click()
    const download = writer.page.waitForEvent('download')
    const dialog = writer.page.getByRole('dialog', { name: '导出封存第 1 版' })
    await dialog.getByRole('button', { name: '导出', exact: true }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/联合专案卷宗封存第1版（内部研判）\d{8}\.pdf$/)
    await dialog.waitFor({ state: 'detached' })
    await writer.page.keyboard.press('Escape')
  })

  test('[WE446] words typed without a line outlive the closed laptop and arrive as their officer’s', async () => {
    const away = await police()
    await away.state('saved')
    await away.cut()
    await away.toEnd()
    await away.page.keyboard.type('离线补记：仓库位于顺义。')
    await away.state('offlineKept')
    const writer = await lead()
    expect(await writer.text()).not.toContain('离线补记')
    const back = await away.closedAndOpened()
    await says(back, '离线补记：仓库位于顺义。')
    await back.state('saved')
    await says(writer, '离线补记：仓库位于顺义。')
    const { people, blocks } = await (await hub.client('bj-tobacco.handler')).dossier.past.query({
      sectionId: given.openSection,
      when: { seq: Number.MAX_SAFE_INTEGER },
    })
    const piece = blocks.flatMap(({ pieces }) => pieces).find(({ text }) => text.includes('离线补记'))!
    expect(people[piece.person]).toMatchObject({ agency: { slug: 'bj-police-efd' }, postZh: '北京环食药·承办民警' })
    seats.set('bj-police-efd.handler', Promise.resolve(back))
  })
})
