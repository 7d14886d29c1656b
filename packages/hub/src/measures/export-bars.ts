import { allHold, type LinedYaml } from '@lianban/policy'
import { type HandlingCode, handlingCodes } from '../classification.ts'
import { consentPurposes, type ExportPurpose } from '../export-purposes.ts'
import { readSpokenRules, type SpokenRule } from './spoken-rules.ts'

/** What keeps a quotation out of an export until its originator has consented. */
export type ExportBar = SpokenRule

/** A quotation on its way out, as the bars see it. */
export type Exported = { readonly purpose: ExportPurpose; readonly handlingCode: HandlingCode }

const attributes = {
  fields: {
    purpose: { type: 'text', values: consentPurposes },
    handlingCode: { type: 'text', values: handlingCodes },
  },
  asked: new Set<string>(),
} as const

/** Reads the file of bars. A handling code that would bar nothing would mean nothing, so each has to be spoken of. */
export function readExportBars(yaml: LinedYaml): readonly ExportBar[] | undefined {
  const bars = readSpokenRules(yaml, { one: 'bar', several: 'the bars', attributes })
  if (!bars || !yaml.root) return undefined
  for (const handlingCode of handlingCodes.filter((code) => code !== 'unrestricted'))
    if (!consentPurposes.some((purpose) => barsTo(bars, { purpose, handlingCode }).length > 0))
      yaml.refuse(yaml.root, `nothing is barred by ${handlingCode}`)
  return yaml.problems.length > 0 ? undefined : bars
}

/** Those that keep this quotation back, in the order of the file. */
export const barsTo = (bars: readonly ExportBar[], exported: Exported): ExportBar[] =>
  bars.filter(({ when }) => allHold(when, exported, (value) => value))
