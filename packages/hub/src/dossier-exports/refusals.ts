import { Refusal } from '@lianban/kernel'

export const refusals = {
  notSealed: new Refusal('conflict', 'export.not-sealed', {
    zh: '这一版尚未由全部参与单位签署，不能作为封存版本导出。请待签署齐全，或导出现行内容。',
    en: 'Not all agencies have signed this version. Wait for their signatures, or export the dossier as it stands.',
  }),
  sealBroken: new Refusal('conflict', 'export.seal-broken', {
    zh: '这一版的内容与签署的摘要值不一致，不能导出。请立即联系系统管理员和审计管理员核查。',
    en: 'This version is not what was signed and cannot be exported. Call the system and the audit administrator.',
  }),
}

/** Quotations that may not go out for this purpose; each originator is named once, so that it can be asked. */
export const heldBack = (count: number, askAgencies: readonly string[]) => {
  const ask = askAgencies.length
    ? { zh: `请先征求${askAgencies.join('、')}同意，`, en: `Ask ${askAgencies.join(', ')} first, ` }
    : { zh: '', en: '' }
  return new Refusal(
    'conflict',
    'export.held-back',
    {
      zh: `所选内容有 ${count} 处受处理限制，不能用于此用途。${ask.zh || '请'}${ask.zh ? '或' : ''}改选用途、去掉有关章节。`,
      en: `${count} passages are held back by their handling code for this purpose. ${ask.en}${ask.en ? 'or choose' : 'Choose'} another purpose, or leave those sections out.`,
    },
    { count },
  )
}
