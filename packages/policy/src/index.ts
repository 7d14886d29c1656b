export { type AccessTable, formatAccessTable } from './access-table.ts'
export {
  type Change,
  diffPolicies,
  type NamedRow,
  type Persona,
  type PolicyDiff,
  type Scene,
  type World,
} from './diff.ts'
export { exampleScene } from './example-scene.ts'
export { type Condition, type Explanation, explain, type RuleExplained } from './explain.ts'
export type { Gap } from './gaps.ts'
export { generatedScenes } from './generated-scenes.ts'
export type { Problem } from './lined-yaml.ts'
export { loadRules, RuleFileError, readRules } from './load-rules.ts'
export type { Officer } from './officer.ts'
export { type Asked, createPolicy, type Decision, type Policy, type PolicyOptions } from './policy.ts'
export { type Rule, RuleId, type Test, type Value, type When } from './rule.ts'
export { type ExampleReport, runExamples } from './run-examples.ts'
export type { FieldDefinition, FieldType, RelationDefinition, SubjectDefinition, Vocabulary } from './vocabulary.ts'
