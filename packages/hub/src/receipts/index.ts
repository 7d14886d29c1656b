export { receiptsOf } from './of-record.ts'
