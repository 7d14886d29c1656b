import { documentFromText } from '@lianban/dossier'
import { expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs'
import { holdsMore, textWith } from './set-aside.ts'

const hub = documentFromText(['平台上的话'])
function edited(words: string): Uint8Array {
  const doc = new Doc()
  applyUpdate(doc, hub)
  const paragraph = new XmlElement('paragraph')
  paragraph.insert(0, [new XmlText(words)])
  doc.getXmlFragment('body').push([paragraph])
  return encodeStateAsUpdate(doc)
}

test('[WE313] a copy is set aside only when it holds words that the hub has never had', () => {
  expect(holdsMore(hub, hub)).toBe(false)
  expect(holdsMore(hub, edited('又一句'))).toBe(false)
  expect(holdsMore(edited('没有送到的话'), hub)).toBe(true)
})

test('[WE313] what is set aside reads as the section with the officer’s own words in it', () => {
  expect(textWith(edited('没有送到的话'), hub)).toBe('平台上的话\n没有送到的话')
})
