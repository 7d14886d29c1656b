import { type ListedEntry, listEntries } from '@lianban/audit'
import type { Tx } from '@lianban/db'
import { CaseId, canonicalJson, type Sentence } from '@lianban/kernel'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { find } from '../query.ts'
import { calledToday } from './called.ts'
import { csvLine } from './csv-line.ts'
import { sentenceOf } from './sentence.ts'

const most = 5000

/**
 * The trail of a case as a file, for whoever may read it: sentences for people, or the entries as they are hashed, for a
 * program that verifies them. That it was taken along is an entry itself.
 */
export const exportTrailOfCase = find({
  name: 'audit.exportCase',
  on: 'Case',
  action: 'readTrail',
  input: z.strictObject({ caseId: CaseId, format: z.enum(['csv', 'jsonl']) }),
  about: ({ caseId }) => caseId,
  isLogged: true,
  subject: ({ tx, input }) => findCase(tx, input.caseId),
  async run({ input, subject, tx }) {
    const found = await listEntries(tx, { caseId: subject.id, limit: most + 1 })
    const entries = found.slice(0, most).toReversed()
    const name = `${subject.number} ${subject.name}`
    const text = input.format === 'csv' ? await sheet(tx, entries, { zh: name, en: name }) : entries.map(line).join('')
    return { text, entries: entries.length, isWhole: found.length <= most }
  },
})

const line = ({ entry, index, leafHash }: ListedEntry): string =>
  `${canonicalJson({ index, leafHash, entry: { ...entry, v: 1, at: entry.at.getTime() } })}\n`

const head = ['index', 'at', 'act', 'outcome', 'zh', 'en', 'rule', 'leaf_hash']

async function sheet(tx: Tx, entries: readonly ListedEntry[], name: Sentence): Promise<string> {
  const called = await calledToday(
    tx,
    entries.map(({ entry }) => entry),
  )
  const rows = entries.map(({ entry, index, leafHash }) => {
    const { zh, en } = sentenceOf(entry, { ...called, subject: () => name })
    const { at, act, outcome, rule = '' } = entry
    return [index ?? '', at.toISOString(), act, outcome, zh, en, rule, leafHash ?? '']
  })
  // The mark tells spreadsheets that the text is UTF-8.
  return `\uFEFF${[head, ...rows].map(csvLine).join('')}`
}
