export { type Entry, LinedYaml, type Problem, printed } from './lined-yaml.ts'
export { unknownName } from './nearest-name.ts'
