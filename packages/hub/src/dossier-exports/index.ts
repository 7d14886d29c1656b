export { AskedDossier } from './asked.ts'
export { listExportObstacles } from './list-obstacles.ts'
export { recordExport, takeDossier } from './take.ts'
