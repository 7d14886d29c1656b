import { Refusal } from '@lianban/kernel'

export const alreadyOpen = () =>
  new Refusal('conflict', 'grant.already-open', {
    zh: '该单位已有有效授权。如需调整，请先收回原授权。',
    en: 'This agency already has a live grant. Recall it first if its terms should change.',
  })

export const alreadyProposed = () =>
  new Refusal('conflict', 'grant.already-proposed', {
    zh: '给该单位的授权正在等待复核。请等待复核结果，或先撤回。',
    en: 'A grant to this agency already waits for a second officer. Await the decision, or withdraw it first.',
  })
