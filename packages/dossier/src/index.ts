export * from './anchors.ts'
export {
  type CanonicalDocument,
  canonicalDocument,
  canonicalForm,
  documentFromText,
  type Line,
  textOf,
} from './document.ts'
export { Footnote } from './footnote.ts'
export * from './history.ts'
export { ImageBlock } from './image-block.ts'
export { joinedUpdates } from './joined-updates.ts'
export { chineseNumber, headingNumbers } from './numbering.ts'
export { boundIn, type Heading, headingsOf } from './outline-of.ts'
export * from './record-block.ts'
export { type Replacement, replacedWords } from './replaced-words.ts'
export { bodyFragment, dossierExtensions, dossierSchema } from './schema.ts'
export { type Template, templates } from './templates.ts'
