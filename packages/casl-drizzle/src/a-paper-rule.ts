import fc from 'fast-check'
import type { Paper, Slip } from './papers-world.ts'

export const desks = ['north', 'south', 'east']
const instants = ['11:59:59.999999', '12:00:00', '12:00:00.000400', '12:00:00.001', '13:00:00']
const times = instants.map((time) => `2025-05-21T${time}Z`)
export const noon = new Date('2025-05-21T12:00:00Z')
const asked = [noon, new Date('2025-05-21T12:00:00.001Z')]
const orNull = <T>(values: readonly T[]) => fc.constantFrom(...values, null)

/** Whether what is put in order may be null: there SQL and memory part, on the safe side. */
export const paperOf = (nullable: boolean): fc.Arbitrary<Paper> => {
  const ordered = nullable ? orNull : <T>(values: readonly T[]) => fc.constantFrom<T | null>(...values)
  const slip: fc.Arbitrary<Slip> = fc.record({
    desk: orNull(desks),
    state: orNull(['live', 'over']),
    until: ordered(times),
  })
  return fc.record({
    desk: orNull(desks),
    weight: ordered([-1, 0, 20]),
    is_sealed: orNull([true, false]),
    tags: fc.option(fc.subarray(['urgent', 'paper'])),
    sent_at: ordered(times),
    slips: fc.array(slip, { maxLength: 2 }),
  })
}

const same = <T>(values: readonly (T | null)[]) => fc.constantFrom(...values, null).map(($eq) => ({ $eq }))
const oneOf = <T>(values: readonly T[]) => fc.subarray([...values, null] as (T | null)[])
const inOrder = <T>(values: readonly T[]) =>
  fc.tuple(fc.constantFrom('$lt', '$lte', '$gt', '$gte'), fc.constantFrom(...values)).map(([by, of]) => ({ [by]: of }))
const ofValue = <T>(values: readonly T[]) =>
  fc.oneof(
    same(values),
    same(values).map(({ $eq }) => ({ $ne: $eq })),
    oneOf(values).map(($in) => ({ $in })),
    oneOf(values).map(($nin) => ({ $nin })),
  )
const tags = ['urgent', 'paper']
const ofList = fc.oneof(
  fc.constantFrom(...tags).map(($eq) => ({ $eq })),
  fc.constantFrom(...tags).map(($ne) => ({ $ne })),
  fc.subarray(tags).map(($in) => ({ $in })),
  fc.subarray(tags).map(($nin) => ({ $nin })),
  fc.subarray(tags).map(($all) => ({ $all })),
  fc.constantFrom(0, 1, 2).map(($size) => ({ $size })),
)
const time = fc.oneof(inOrder(asked), ofValue(asked))
const slipTest = fc.record({ desk: ofValue(desks), state: ofValue(['live']), until: time }, { requiredKeys: ['desk'] })
const tests: Readonly<Record<string, fc.Arbitrary<object>>> = {
  desk: ofValue(desks),
  weight: fc.oneof(inOrder([-1, 0, 20]), ofValue([-1, 0, 20])),
  isSealed: ofValue([true, false]),
  tags: ofList,
  sentAt: time,
  slips: slipTest.map((test) => ({ $elemMatch: { ...test } })),
}
const conditions = fc
  .subarray(Object.keys(tests), { minLength: 1, maxLength: 2 })
  .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, tests[name]!]))))
  .map((one) => ({ ...one }))
const rule = fc.record({
  action: fc.constant('read'),
  subject: fc.constant('Paper'),
  conditions: fc.option(conditions, { nil: undefined, freq: 9 }),
  inverted: fc.nat({ max: 2 }).map((lot) => lot === 0),
})
// CASL takes a rule without conditions only where the property is absent.
export const rules = fc
  .array(rule, { minLength: 1, maxLength: 4 })
  .map((all) => all.map(({ conditions: held, ...rest }) => (held ? { ...rest, conditions: held } : rest)))
