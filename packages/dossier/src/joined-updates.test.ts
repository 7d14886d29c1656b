import { expect, test } from 'vitest'
import { applyUpdate, Doc } from 'yjs'
import { documentFromText, textOf } from './document.ts'
import { joinedUpdates } from './joined-updates.ts'

test('[DO9] updates joined in any order say what they say one by one', () => {
  const doc = new Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  applyUpdate(doc, documentFromText(['现场查获烟弹若干。']))
  applyUpdate(doc, documentFromText(['另查获烟具。']))
  expect(textOf(joinedUpdates(updates))).toBe(textOf(joinedUpdates([...updates].reverse())))
  expect(textOf(joinedUpdates(updates)).split('\n').sort()).toEqual(['另查获烟具。', '现场查获烟弹若干。'])
})

test('[DO9] no update at all is an untouched section', () => {
  expect(textOf(joinedUpdates([]))).toBe('')
})
