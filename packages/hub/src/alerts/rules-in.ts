import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AlertRule, readAlertRules } from '../alert-rules/index.ts'
import { groups } from '../trail/index.ts'

/** The rules of the watch in a folder of policies. */
export const alertRulesIn = (policies: string): readonly AlertRule[] =>
  readAlertRules('audit/alerts.yaml', readFileSync(join(policies, 'audit/alerts.yaml'), 'utf8'), groups)
