import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '@lianban/lined-yaml'
import { runAssistanceExamples } from './assistance-examples.ts'
import { runChargeExamples } from './charge-examples.ts'
import { runClosingExamples } from './closing-examples.ts'
import { runDeadlineExamples } from './deadline-examples.ts'
import { runEvidenceExamples } from './evidence-examples.ts'
import type { ExampleReport } from './example-report.ts'
import { runHandoffExamples } from './handoff-examples.ts'
import { runLimitExamples } from './limit-examples.ts'
import { LawFileError, loadLaw } from './load-law.ts'
import { runNoticeExamples } from './notice-examples.ts'
import { runRadarExamples } from './radar-examples.ts'
import { runReviewExamples } from './review-examples.ts'
import { runThresholdExamples } from './threshold-examples.ts'
import { runValuationExamples } from './valuation-examples.ts'

const players = {
  deadlines: runDeadlineExamples,
  thresholds: runThresholdExamples,
  valuation: runValuationExamples,
  limits: runLimitExamples,
  handoffs: runHandoffExamples,
  evidence: runEvidenceExamples,
  assistance: runAssistanceExamples,
  charges: runChargeExamples,
  closing: runClosingExamples,
  review: runReviewExamples,
  radar: runRadarExamples,
  notices: runNoticeExamples,
}

/** Plays all worked examples of a folder against the law in it. */
export function runLawExamples(dir: string): ExampleReport {
  try {
    const law = loadLaw(dir)
    const reports = Object.entries(players).map(([name, play]): ExampleReport => {
      const file = join(dir, `${name}.examples.yaml`)
      if (!existsSync(file)) return { passed: 0, problems: [{ file, line: 1, what: 'is missing' }] }
      return play(law, { file, text: readFileSync(file, 'utf8') })
    })
    const problems: Problem[] = reports.flatMap((report) => report.problems)
    return { passed: reports.reduce((sum, { passed }) => sum + passed, 0), problems }
  } catch (error) {
    if (error instanceof LawFileError) return { passed: 0, problems: error.problems }
    throw error
  }
}
