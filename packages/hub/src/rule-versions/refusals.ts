import { Refusal } from '@lianban/kernel'
import type { FileProblem } from './rule-files.ts'

export const filesChanged = () =>
  new Refusal('conflict', 'rule-change.files-changed', {
    zh: '服务器上的规则文件在您打开页面之后又有变动，或有错误不能使用。请刷新页面，核对差异后再提出。',
    en: 'The rule files on the server changed after you opened this page, or can no longer be used. Reload it and look at the difference again.',
  })

export const nothingToPropose = () =>
  new Refusal('invalid', 'rule-change.nothing-new', {
    zh: '这些规则文件就是现行规则，没有需要提出的变更。',
    en: 'These rule files are the rules in force; there is nothing to propose.',
  })

export const oneOpen = () =>
  new Refusal('conflict', 'rule-change.one-open', {
    zh: '已有一项规则变更等待审批。请先批准、否决或撤回它。',
    en: 'A change of rules is already waiting. Have it approved, declined or withdrawn first.',
  })

export const alreadyDecided = () =>
  new Refusal('conflict', 'rule-change.already-decided', {
    zh: '此项变更已经有了结果。请刷新页面查看。',
    en: 'This change has been decided already. Reload the page to see how.',
  })

export const baseMoved = () =>
  new Refusal('conflict', 'rule-change.base-moved', {
    zh: '提出之后现行规则已经变动，您看到的差异不再成立。请否决或撤回，再按现行规则重新提出。',
    en: 'Other rules came into force after this was proposed, so the difference is no longer what you saw. Decline it and have it proposed anew.',
  })

export const proposerGone = () =>
  new Refusal('conflict', 'rule-change.proposer-gone', {
    zh: '提出人已不再担任系统管理员，不能批准。请由现任系统管理员重新提出。',
    en: 'Whoever proposed this is no longer system administrator, so it cannot be approved. Let the present one propose it.',
  })

export const notReadable = (problems: readonly FileProblem[]) =>
  new Refusal(
    'conflict',
    'rule-change.not-readable',
    {
      zh: '这组规则文件在当前版本的程序中有错误，不能生效。请按文件和行号修正。',
      en: 'This program cannot use these rule files. Mend them in the files and lines named.',
    },
    { problems },
  )

export const locksOut = (acts: readonly string[]) =>
  new Refusal(
    'invalid',
    'rule-change.locks-out',
    {
      zh: '按这组规则，今后将没有人能够提出或批准人员与规则变更，因此不能生效。',
      en: 'Under these rules nobody could ever propose or approve a change of officers or rules again, so they cannot come into force.',
    },
    { acts },
  )
