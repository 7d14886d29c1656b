export { AskedDossier } from './asked.ts'
export { recordExport, takeDossier } from './take.ts'
