export { needsFourEyes, RemindDays } from './ceilings.ts'
export { type Measures, makeMeasures } from './measures.ts'
export { daysAfter, type Periods } from './periods.ts'
export { measureNames, readMeasures } from './read-measures.ts'
