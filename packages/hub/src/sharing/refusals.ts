import { Refusal, type Sentence } from '@lianban/kernel'
import { type Level, levelWords } from '../classification.ts'

export const ownerAsGrantee = () =>
  new Refusal('invalid', 'grant.to-owner', {
    zh: '记录的所属单位无需授权。',
    en: 'The agency that owns the record needs no grant.',
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

export const abovePowers = (highest: Level) =>
  new Refusal(
    'conflict',
    'grant.above-powers',
    {
      zh: `按职权，该类单位最高可授予“${levelWords[highest].zh}”级别。请降低权限级别。`,
      en: `By its powers an agency of this kind is given “${levelWords[highest].en}” at the most. Lower the level.`,
    },
    { highest },
  )

export const nothingToDecide = () =>
  new Refusal('conflict', 'grant.nothing-to-decide', {
    zh: '该授权没有等待复核的事项，可能已由他人处理。请刷新查看。',
    en: 'Nothing about this grant waits for a second officer; somebody may have decided already. Reload to see.',
  })

export const notLive = () =>
  new Refusal('conflict', 'grant.not-live', {
    zh: '该授权已不在有效期内，不能延长。请重新共享。',
    en: 'This grant is no longer in force and cannot be extended. Share the record anew.',
  })

export const notLater = () =>
  new Refusal('invalid', 'grant.not-later', {
    zh: '新的截止时间必须晚于现在的截止时间。',
    en: 'The new end must be later than the present one.',
  })

export const beyondTaskForce = () =>
  new Refusal('conflict', 'grant.beyond-task-force', {
    zh: '授权不得晚于专案组的期限。请先延长专案组。',
    en: 'A grant to a task force ends with it at the latest. Extend the task force first.',
  })

export const notPassable = () =>
  new Refusal('conflict', 'grant.not-passable', {
    zh: '这项授权现在不允许您再转递。',
    en: 'This grant does not let you pass the record on now.',
  })

export const widerThanParent = (why: Sentence) =>
  new Refusal('conflict', 'grant.wider-than-parent', {
    zh: `转递不得超出贵单位所获授权：${why.zh}`,
    en: `What is passed on may not go beyond what was granted: ${why.en}`,
  })
