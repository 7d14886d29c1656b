export { type CanonicalDocument, canonicalDocument, documentFromText, type Line, textOf } from './document.ts'
export { joinedUpdates } from './joined-updates.ts'
export { bodyFragment, dossierExtensions, dossierSchema } from './schema.ts'
export { jointCaseDossier, type Template, templates } from './templates.ts'
