import { z } from 'zod'
import { Day } from './day.ts'
import { activities, actors, channels, conducts, genuinenesses, licences, products } from './names.ts'
import { quantityOf, readAs } from './quantity.ts'

const money = quantityOf('money').optional()
const times = z.array(Day).max(100).default([])

/** One act of the matter. Acts that no authority has dealt with are added up. */
const Act = z
  .strictObject({
    on: Day,
    /** Already punished or judged: it is not added up again. */
    isDealtWith: z.boolean().default(false),
    sales: money,
    unsold: money,
    business: money,
    gain: money,
    evadedTax: money,
    cigarettes: z.string().optional(),
    /** Of the brand's own specification, where it is not 20. */
    sticksPerPack: z.int().min(1).max(100).optional(),
    marks: quantityOf('pieces').optional(),
  })
  .transform(({ cigarettes, sticksPerPack, ...rest }, context) => {
    if (cigarettes === undefined) return { ...rest, sticks: undefined }
    const read = readAs('sticks', cigarettes, sticksPerPack)
    if (typeof read === 'number') return { ...rest, sticks: read }
    context.addIssue({ code: 'custom', message: read, path: ['cigarettes'] })
    return z.NEVER
  })
export type Act = z.infer<typeof Act>

/** What is known of a matter. What is left out is unknown, and the calculator asks for it. */
export const Facts = z
  .strictObject({
    product: z.enum(products).optional(),
    genuineness: z.enum(genuinenesses).optional(),
    licence: z.enum(licences).optional(),
    channel: z.enum(channels).optional(),
    activity: z.enum(activities).optional(),
    actor: z.enum(actors).optional(),
    conduct: z.array(z.enum(conducts)).default([]),
    isDrugLaced: z.boolean().default(false),
    /** How many registered marks are counterfeited. */
    brands: quantityOf('pieces').optional(),
    acts: z.array(Act).min(1).max(200),
    /** Days of earlier penalties for illegal tobacco business, and for smuggling. */
    penalties: times,
    smugglingPenalties: times,
    /** A penalty for this matter has been decided already. */
    isPenaltyDecided: z.boolean().default(false),
    assessedOn: Day,
  })
  .superRefine(({ acts, penalties, smugglingPenalties, assessedOn }, context) => {
    const days = [...acts.map(({ on }) => on), ...penalties, ...smugglingPenalties]
    const stray = days.find((day) => day > assessedOn || day < '1992-01-01')
    if (stray)
      context.addIssue({
        code: 'custom',
        message: `${stray}晚于评估日期或早于烟草专卖法施行，请核对日期 ${stray} is after the day of the assessment or before the Tobacco Monopoly Law`,
      })
  })
export type Facts = z.infer<typeof Facts>
