export type { Visible } from '@lianban/casl-drizzle'
export { type AccessTable, formatAccessTable } from './access-table.ts'
export type { Asked } from './asked.ts'
export * from './diff.ts'
export { exampleScene } from './example-scene.ts'
export { type Condition, type Explanation, explain, type RuleExplained } from './explain.ts'
export type { Gap } from './gaps.ts'
export { generatedScenes } from './generated-scenes.ts'
export type { Problem } from './lined-yaml.ts'
export { loadRules, RuleFileError, readRules } from './load-rules.ts'
export type { Officer } from './officer.ts'
export { createPolicy, type Decision, type Policy, type PolicyOptions } from './policy.ts'
export { type Rule, RuleId, type Test, type Value, type When } from './rule.ts'
export { type ExampleReport, runExamples } from './run-examples.ts'
export type {
  FieldDefinition,
  FieldType,
  RelationDefinition,
  SubjectDefinition,
  Vocabulary,
} from './vocabulary.ts'
