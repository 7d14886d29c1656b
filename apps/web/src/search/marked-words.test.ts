import { expect, test } from 'vitest'
import { markedWords } from './marked-words.ts'

test.each([
  ['查获烟弹，烟弹三个', '烟弹', '查获[烟弹]，[烟弹]三个'],
  ['SF12 与 sf12', 'Sf12', '[SF12] 与 [sf12]'],
  ['没有', '烟', '没有'],
  ['İstanbul sf', 'sf', 'İstanbul sf'],
  ['a+b', '+', 'a[+]b'],
])('[WE462] in “%s” what was searched is marked', (text, phrase, marked) => {
  const shown = markedWords(text, phrase).map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))
  expect(shown.join('')).toBe(marked)
})
