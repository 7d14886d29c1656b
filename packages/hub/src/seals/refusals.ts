import { Refusal } from '@lianban/kernel'
import type { SealState } from './seal.ts'

const stateWords: Record<SealState, { zh: string; en: string }> = {
  open: { zh: '正在签署', en: 'being signed' },
  sealed: { zh: '已封存', en: 'sealed' },
  declined: { zh: '已有单位不同意', en: 'declined' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
}

export const refusals = {
  openAlready: (number: number) =>
    new Refusal(
      'conflict',
      'seal.open-already',
      {
        zh: `卷宗第 ${number} 版正在签署。请先完成签署或撤回后再提请。`,
        en: `Version ${number} of the dossier is being signed. Finish or withdraw it before proposing another.`,
      },
      { number },
    ),
  nothingToSeal: () =>
    new Refusal('conflict', 'seal.nothing-to-seal', {
      zh: '卷宗还没有章节，不能封存。',
      en: 'The dossier has no section yet, so there is nothing to seal.',
    }),
  notOpen: (state: SealState) =>
    new Refusal(
      'conflict',
      'seal.not-open',
      { zh: `该版本${stateWords[state].zh}，不能再办理。`, en: `This version is ${stateWords[state].en}.` },
      { state },
    ),
  notAMember: () =>
    new Refusal('conflict', 'seal.not-a-member', {
      zh: '提请封存时，贵单位不在参与编写或指定阅读的单位之内，无需签署。',
      en: 'Your agency had no part in the dossier when the seal was proposed, and has nothing to sign.',
    }),
  signedAlready: () =>
    new Refusal('conflict', 'seal.signed-already', {
      zh: '贵单位已经签署。',
      en: 'Your agency has signed already.',
    }),
  otherDigest: () =>
    new Refusal('conflict', 'seal.other-digest', {
      zh: '您看到的摘要与待签署的版本不一致。请刷新后核对再签。',
      en: 'The digest you saw is not that of the version to be signed. Reload and check before you sign.',
    }),
  damaged: (position: number) =>
    new Refusal(
      'conflict',
      'seal.damaged',
      {
        zh: `第 ${position} 节封存的内容与摘要不符，不能签署。请联系系统管理员。`,
        en: `What was frozen of section ${position} does not match its digest; it cannot be signed. Tell the administrator.`,
      },
      { position },
    ),
  notProposer: () =>
    new Refusal('conflict', 'seal.not-proposer', {
      zh: '只有提请单位可以撤回。不同意的单位请选择“不同意”。',
      en: 'Only the agency that proposed the seal withdraws it; another one declines it.',
    }),
}
