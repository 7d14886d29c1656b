import { clocksOf, explainDeadline, lawRefusals } from '@lianban/law'
import { z } from 'zod'
import { line } from '../classification.ts'
import { list } from '../query.ts'
import { refusals } from './refusals.ts'

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

/** Until when something has to be done that the law counts from an instant, and why then. */
export const explainLawDeadline = list({
  name: 'law.deadline',
  input: z.strictObject({
    deadline: line(40),
    startedAt: instant,
    /** The day that was set, for a limit that runs back from it. */
    setFor: instant.optional(),
    region: z
      .string()
      .regex(/^[1-9]\d{5}$/)
      .optional(),
    variant: line(40).optional(),
  }),
  async run({ input: { deadline, startedAt, setFor, region, variant }, hub: { law } }) {
    const rule = law.deadlines.rules.find(({ id }) => id === deadline)
    if (!rule) throw refusals.deadlineUnknown()
    const clocks = clocksOf(law, [
      {
        id: 'asked',
        about: 'asked',
        code: rule.opens[0]!,
        at: startedAt,
        ...(setFor && { on: setFor }),
        ...(region && { region }),
        ...(variant && { variant }),
      },
    ])
    const clock = clocks.find((each) => each.rule.id === deadline)
    if (!clock) throw refusals.deadlineNotThere()
    if (clock.missingYear !== null) throw lawRefusals.yearUnknown(clock.missingYear)
    return explainDeadline(law, clock)
  },
})
