import { Refusal } from '@lianban/kernel'

/** Every way the chain of evidence says no. */
export const refusals = {
  factUnasked: () =>
    new Refusal('invalid', 'chain.fact-unasked', {
      zh: '本案所选罪名不要求证明这一事实。请先选择罪名。',
      en: 'No charge that was chosen for the case asks for this fact. Choose the charge first.',
    }),

  boundAlready: () =>
    new Refusal('conflict', 'chain.bound', {
      zh: '这件证据已经绑定到该事实。要改变证明关系的，先解除再重新绑定。',
      en: 'The item is bound to this fact already. Take it off first to bind it otherwise.',
    }),

  notBound: () =>
    new Refusal('conflict', 'chain.not-bound', {
      zh: '这件证据没有绑定到该事实，可能已经解除。请刷新页面。',
      en: 'The item is not bound to this fact; it may have been taken off. Reload the page.',
    }),

  noContradiction: () =>
    new Refusal('conflict', 'chain.no-contradiction', {
      zh: '只有相反证据需要说明矛盾如何排除。',
      en: 'Only what contradicts a fact is explained.',
    }),

  explainedAlready: () =>
    new Refusal('conflict', 'chain.explained', {
      zh: '这一矛盾已经作出说明。',
      en: 'This contradiction was explained already.',
    }),
}
