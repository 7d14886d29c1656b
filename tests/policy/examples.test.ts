import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { vocabulary } from '@lianban/hub'
import { readRules, runExamples } from '@lianban/policy'
import { describe, expect, test } from 'vitest'
import { permissions, rules } from './rules.ts'
import { widened } from './widened.ts'

const ruleFiles = readdirSync(permissions).filter((name) => name.endsWith('.yaml') && !name.endsWith('.examples.yaml'))
const examplesOf = (name: string) => name.replace('.yaml', '.examples.yaml')

/** Whoever reads a members-only section reads one for the whole case by the rule before: here the condition is for people. */
const saidForClarity = (id: string) => (/^SECTION-(READ|WRITE)-MEMBER-/.test(id) ? ['without audience'] : [])

describe.each(ruleFiles)('%s', (name) => {
  const file = join(permissions, examplesOf(name))
  const own = readRules([{ file: name, text: readFileSync(join(permissions, name), 'utf8') }], vocabulary)
  const { problems, exercised } = runExamples({ rules, vocabulary }, file)

  test('[PE1] every worked example beside the rules holds', () => {
    expect(problems.map(({ line, what }) => `${basename(file)}:${line} ${what}`)).toEqual([])
  })

  test('[PE2] every rule is the one that allows some worked example', () => {
    expect(own.map(({ id }) => id).filter((id) => !exercised.has(id))).toEqual([])
  })

  test.each(own.map(({ id }) => id))('[PE3] whatever %s asks, some worked example fails without it', (id) => {
    const unnoticed = rules
      .filter((rule) => rule.id === id)
      .flatMap(widened)
      .filter(({ rule }) => {
        const loose = rules.map((other) => (other.id === id ? rule : other))
        return runExamples({ rules: loose, vocabulary }, file).problems.length === 0
      })
    expect(unnoticed.map(({ how }) => how)).toEqual(saidForClarity(id))
  })
})

test('[PE1] no worked examples lie beside rules that are gone', () => {
  const files = readdirSync(permissions).filter((name) => name.endsWith('.examples.yaml'))
  expect(files.toSorted()).toEqual(ruleFiles.map(examplesOf).toSorted())
})
