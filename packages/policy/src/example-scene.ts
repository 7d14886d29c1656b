import { basename } from 'node:path'
import type { Sentence } from '@lianban/kernel'
import type { Scene } from './diff.ts'
import { readExamples } from './example-file.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Everybody and everything of an example file, whether or not an example brings the two together. */
export function exampleScene(file: string, vocabulary: Vocabulary): Scene {
  const { now, officers, rows } = readExamples(file, vocabulary)
  const from = basename(file, '.examples.yaml')
  const named = (name: string): Sentence => ({ zh: `${from}：${name}`, en: `${from}: ${name}` })
  return {
    now,
    personas: [...officers].map(([name, officer]) => ({ name: named(name), officer })),
    rows: [...rows].map(([name, { subject, row }]) => ({ name: named(name), subject, row })),
  }
}
