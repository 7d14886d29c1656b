// What the program needs that starts the hub, watches its files or adopts them offline.
export {
  adoptOffline,
  establishRules,
  type InForce,
  type Keeping,
  type RuleFile,
  readRuleFiles,
  ruleFolders,
  rulesInForce,
  StoredRulesError,
  seeFiles,
  shortDigest,
} from './rule-versions/index.ts'
