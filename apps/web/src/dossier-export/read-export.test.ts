import { expect, test } from 'vitest'
import { readExport, type Stage } from './read-export.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
/** An answer that arrives in pieces of a few bytes, wherever they happen to break. */
const answer = (content: Uint8Array, piece = 7) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < content.length; at += piece) controller.enqueue(content.slice(at, at + piece))
      controller.close()
    },
  })
const line = (value: object) => `${JSON.stringify(value)}\n`
const head = line({ state: 'waiting' }) + line({ state: 'printing', drawn: 1, pages: 2 })
const done = (size: number) =>
  line({ state: 'done', name: '卷宗.pdf', type: 'application/pdf', bytes: size, digest: 'd' })

test.each([1, 7, 1000])('[WE460] progress is told and the file is whole, in pieces of %i bytes', async (piece) => {
  const stages: Stage[] = []
  const file = '%PDF\nline\nfeed'
  const ready = await readExport(answer(bytes(head + done(file.length) + file), piece), (stage) => stages.push(stage))
  expect(stages).toEqual([{ state: 'waiting' }, { state: 'printing', drawn: 1, pages: 2 }])
  expect(ready).toMatchObject({ name: '卷宗.pdf', digest: 'd' })
  expect(await ready.file.text()).toBe(file)
})

test('[WE460] an answer that breaks off is no file', async () => {
  await expect(readExport(answer(bytes(head)), () => {})).rejects.toThrow()
  await expect(readExport(answer(bytes(`${head}${done(9)}short`)), () => {})).rejects.toThrow()
  await expect(readExport(answer(bytes(head + line({ state: 'failed' }))), () => {})).rejects.toMatchObject({
    data: { code: 'FAULT' },
  })
})
