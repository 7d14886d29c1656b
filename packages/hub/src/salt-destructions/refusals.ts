import { Refusal } from '@lianban/kernel'

/** Every way in which the destruction of salts is refused. */
export const nothingDue = () =>
  new Refusal('conflict', 'salts.nothing-due', {
    zh: '没有可以销毁的盐值：留存期限都未届满，或者已经销毁。',
    en: 'There is nothing to destroy: all of it still has to be kept, or is gone already.',
  })

export const stillKept = (kept: number) =>
  new Refusal(
    'conflict',
    'salts.still-kept',
    {
      zh: `该记录还有 ${kept} 条日志的留存期限没有届满，或者案件尚未办结，不能销毁。请在期限届满后再提出。`,
      en: `${kept} entries on this record still have to be kept, by their age or because the case is open. Propose it when that has ended.`,
    },
    { kept },
  )

export const held = (count: number) =>
  new Refusal(
    'conflict',
    'salts.held',
    {
      zh: `其中 ${count} 条日志处于保全中，不能销毁。须由设置保全的单位先行解除。`,
      en: `A hold keeps ${count} of these entries. The agency that laid it has to lift it first.`,
    },
    { count },
  )

export const kindUnknown = () =>
  new Refusal('invalid', 'salts.kind-unknown', {
    zh: '没有这一类留存期限。请刷新页面。',
    en: 'There is no such kind of entries. Reload the page.',
  })

export const alreadyDecided = () =>
  new Refusal('conflict', 'salts.already-decided', {
    zh: '此项销毁已经有了结果。请刷新页面查看。',
    en: 'This has been decided already. Reload the page to see how.',
  })

export const movedOn = (expected: number, found: number) =>
  new Refusal(
    'conflict',
    'salts.moved-on',
    {
      zh: `提出时有 ${expected} 条，现在可以销毁的是 ${found} 条：期间设置或者解除了保全，或者案件情况有变。请不同意此项，由提出人重新提出。`,
      en: `It was proposed for ${expected} salts; ${found} may be destroyed now, because of a hold or a case that changed. Decline it and have it proposed anew.`,
    },
    { expected, found },
  )

export const proposerGone = () =>
  new Refusal('conflict', 'salts.proposer-gone', {
    zh: '提出人已不再担任审计管理员，不能批准。请由现任审计管理员重新提出。',
    en: 'Whoever proposed this is no longer audit administrator, so it cannot be approved. Let a present one propose it.',
  })
