import type { Browser, Page, WebSocketRoute } from 'playwright-core'
import { atDesk } from './desk.ts'

/** An officer's page in a section of a dossier, with a line to the room that a test cuts and mends. */
export async function inSection(browser: Browser, address: string, subject: string) {
  return openedAt(await atDesk(browser, new URL(address).origin, subject), address)
}

async function openedAt(page: Page, address: string) {
  const lines = new Set<WebSocketRoute>()
  let isCut = false
  await page.routeWebSocket(/\/rooms\//, (line) => {
    if (isCut) return void line.close({ code: 1001, reason: 'cut' }).catch(() => {})
    lines.add(line)
    const server = line.connectToServer()
    server.onClose(
      (code, reason) => void line.close({ ...(code && { code }), ...(reason && { reason }) }).catch(() => {}),
    )
  })
  await page.goto(address)
  const editor = page.locator('.section-text .ProseMirror').first()
  await editor.waitFor()
  return {
    page,
    editor,
    state: (state: string, ms = 15_000) => page.locator(`[data-state="${state}"]`).waitFor({ timeout: ms }),
    async cut() {
      isCut = true
      for (const line of lines) await line.close().catch(() => {})
    },
    mend() {
      isCut = false
    },
    again: () => page.goto(address),
    /** Chooses these words of the text, as a mouse would. */
    choose: (words: string) => page.evaluate(choosing(words)),
    /** What the section says, without carets and without what is only proposed. */
    text: () => page.evaluate<string>(saying),
    /** Sets the caret behind the last letter. */
    async toEnd() {
      await editor.click()
      await page.keyboard.press('Control+End')
    },
    /** The laptop is closed, and opened again with the same browser. */
    async closedAndOpened() {
      const next = await page.context().newPage()
      await page.close({ runBeforeUnload: false })
      return openedAt(next, address)
    },
  }
}

export type Seat = Awaited<ReturnType<typeof inSection>>

/** Runs in the browser, whose own words the types of Node do not know. */
const choosing = (words: string) => `(() => {
  const root = document.querySelector('.section-text .ProseMirror')
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(${JSON.stringify(words)})
    if (at === -1) continue
    root.focus()
    getSelection().setBaseAndExtent(node, at, node, at + ${words.length})
    return
  }
  throw new Error('the text does not say so')
})()`

const saying = `(() => {
  const copy = document.querySelector('.section-text .ProseMirror').cloneNode(true)
  for (const mark of copy.querySelectorAll('.section-caret, .section-proposed')) mark.remove()
  return copy.textContent.replaceAll('\u2060', '')
})()`
