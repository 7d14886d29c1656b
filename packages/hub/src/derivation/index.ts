export { derivationReport } from './report.ts'
