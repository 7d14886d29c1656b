import { z } from 'zod'
import { type ExampleReport, playExamples } from './example-report.ts'
import type { Law } from './load-law.ts'
import { afterDuty, leavesAt, noticesOf } from './notices.ts'

const At = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const Example = z.union([
  z.strictObject({ kind: z.string(), agency: z.string(), now: At, leaves: At }),
  z.strictObject({
    act: z.string(),
    row: z.record(z.string(), z.string()).default({}),
    agency: z.string(),
    told: At,
    climbs: z.array(z.strictObject({ at: At, roles: z.array(z.string()) })),
  }),
])

/** Plays the worked examples of notices: when one leaves the hub, and when it climbs to whom, in the hours of duty and past them. */
export function runNoticeExamples(law: Law, source: { file: string; text: string }): ExampleReport {
  const { notices } = law
  const climbing = notices.acts.filter(({ climbs }) => climbs.length > 0)
  const at = { file: source.file.replace('.examples', ''), line: 1 }
  return playExamples(source, Example, {
    rows: [
      ...climbing.flatMap(({ act, kind }) => [`${act} ${kind} on duty`, `${act} ${kind} off duty`]),
      ...Object.keys(notices.dutyHours.agencies),
    ].map((id) => ({ id, ...at })),
    play(example) {
      const { agency } = example
      if ('kind' in example) {
        const leaves = leavesAt(law, example, example.now)
        return Number(leaves) === Number(example.leaves)
          ? { about: [agency] }
          : { flaw: `${example.kind} leaves at ${leaves.toISOString()}` }
      }
      const { act, row, told } = example
      const [found] = noticesOf(notices, { act, row: { ...row, toAgencyId: agency, fromAgencyId: agency }, by: null })
      if (!found) return { flaw: `${act} tells nobody` }
      const about = { kind: found.kind, agency }
      const climbs = found.climbs.map(({ afterMinutes, roles }) => ({
        at: afterDuty(law, about, { told, minutes: afterMinutes }),
        roles,
      }))
      if (JSON.stringify(climbs) !== JSON.stringify(example.climbs))
        return { flaw: `${act} climbs ${climbs.map((one) => `${one.at.toISOString()} to ${one.roles}`).join()}` }
      const isOff = Number(leavesAt(law, { ...about, kind: '' }, told)) !== Number(told)
      return { about: [agency, ...(climbs.length ? [`${act} ${found.kind} ${isOff ? 'off' : 'on'} duty`] : [])] }
    },
  })
}
