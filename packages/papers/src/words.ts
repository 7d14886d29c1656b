import type { Inline, Run, Words } from './paper.ts'

/** What neither XML nor a line of print can hold: control characters, halves of surrogate pairs, directions reversed. */
const unprintable = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu

export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\t\r\n]+/g, ' ')
    .replace(unprintable, '')

export const runsOf = (words: Words): Run[] =>
  (typeof words === 'string' ? [words] : words).map((inline: Inline) => {
    const run = typeof inline === 'string' ? { text: inline } : inline
    return { ...run, text: printable(run.text), ...(run.note !== undefined && { note: printable(run.note) }) }
  })

export const plain = (words: Words): string =>
  runsOf(words)
    .map(({ text }) => text)
    .join('')
