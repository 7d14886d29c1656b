export { AskedDossier } from './asked.ts'
export { listExportObstacles } from './list-obstacles.ts'
export { dossierThatMayGo } from './may-go.ts'
export { recordExport, takeDossier } from './take.ts'
