export { listDamages } from './list.ts'
export { noteDamage } from './note.ts'
export { damageVocabulary } from './vocabulary.ts'
export { damageWords } from './words.ts'
