import { Refusal, type Sentence } from '@lianban/kernel'

export const ownerAsGrantee = () =>
  new Refusal('invalid', 'grant.to-owner', {
    zh: '记录的所属单位无需授权。',
    en: 'The agency that owns the record needs no grant.',
  })

export const alreadyOpen = () =>
  new Refusal('conflict', 'grant.already-open', {
    zh: '该单位已有有效授权。如需调整，请先收回原授权。',
    en: 'This agency already has a live grant. Recall it first if its terms should change.',
  })

export const officerUnknown = () =>
  new Refusal('invalid', 'grant.officer-unknown', {
    zh: '对方单位的通讯录中没有这个岗位，或该岗位已停用。请重新选择。',
    en: 'The other agency’s directory has no such post, or it is no longer in use. Choose again.',
  })

export const pastExpiry = () =>
  new Refusal('invalid', 'grant.past-expiry', {
    zh: '授权期限必须晚于现在。',
    en: 'The grant must expire in the future.',
  })

export const fieldUnknown = (field: string) =>
  new Refusal(
    'invalid',
    'grant.field-unknown',
    { zh: '此类记录没有可以隐去的该字段。', en: 'Records of this kind have no such field to withhold.' },
    { field },
  )

export const agreementUnfit = (why: Sentence) =>
  new Refusal('conflict', 'grant.agreement-unfit', {
    zh: `不能依据该协议共享：${why.zh}`,
    en: `The agreement does not carry this share: ${why.en}`,
  })

export const alreadyRecalled = () =>
  new Refusal('conflict', 'grant.already-recalled', {
    zh: '该授权已被收回。',
    en: 'This grant has already been recalled.',
  })

export const abovePowers = () =>
  new Refusal('conflict', 'grant.above-powers', {
    zh: '检察机关依法监督，不参与编写和办理，最高可授予“批注”级别。请降低权限级别。',
    en: 'The procuratorate supervises and does not write or handle the case: “comment” is the highest level. Lower it.',
  })
