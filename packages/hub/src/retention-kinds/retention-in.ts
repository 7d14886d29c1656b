import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RetentionKind, readRetention } from './retention-kind.ts'

/** How long the log is kept, in a folder of policies. */
export const retentionIn = (policies: string): readonly RetentionKind[] =>
  readRetention('audit/retention.yaml', readFileSync(join(policies, 'audit/retention.yaml'), 'utf8'))
