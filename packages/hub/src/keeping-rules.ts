// What the program needs that starts the hub, watches its files or adopts them offline.
export {
  adoptOffline,
  establishRules,
  type InForce,
  type Keeping,
  playSharingExamples,
  type RuleFile,
  type RuleSet,
  readRuleFiles,
  ruleFolders,
  ruleSetIn,
  rulesInForce,
  StoredRulesError,
  seeFiles,
  sharingAnswers,
  shortDigest,
} from './rule-versions/index.ts'
