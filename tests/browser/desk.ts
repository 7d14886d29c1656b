import type { Browser, Locator, Page } from 'playwright-core'

/** One officer at one screen: a browser session of its own, signed in through the agency's provider. */
export async function atDesk(browser: Browser, origin: string, subject: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  context.setDefaultTimeout(45_000)
  const page = await context.newPage()
  await page.goto(`${origin}/sign-in`)
  await page.goto(`${origin}/auth/sign-in?agency=${subject.slice(0, subject.indexOf('.'))}&returnTo=/`)
  await page.locator(`button[value="${subject}"]`).click()
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  return page
}

/** A choice from a list: opened by its label, found by its words. */
export async function choose(within: Locator | Page, page: Page, label: string, words: string): Promise<void> {
  const field = within.getByLabel(label, { exact: false }).first()
  await field.click()
  if ((await field.getAttribute('role')) === 'combobox') await field.pressSequentially(words)
  await page.locator('[role="option"]').filter({ hasText: words }).first().click()
}

/** A card among radio cards, or a box to tick, by the words it begins with. */
export const pick = (within: Locator | Page, words: string): Promise<void> =>
  within
    .locator('label')
    .filter({ hasText: new RegExp(`^\\s*${words}`) })
    .first()
    .click()
