import { type IdentifierKind, Refusal } from '@lianban/kernel'

export const numberMalformed = (kind: IdentifierKind) =>
  new Refusal(
    'invalid',
    'hit.number-malformed',
    {
      zh: '号码的格式或校验位不正确。请填写一个完整的号码，不能用通配符，也不能一次查多个。',
      en: 'The number has a wrong form or check digit. Enter one whole number: no wildcard, not several at once.',
    },
    { kind },
  )

export const purposeUnknown = () =>
  new Refusal('invalid', 'hit.purpose-unknown', {
    zh: '查询目的不在贵单位现行协议约定之内。请从列表中选择。',
    en: 'No agreement of your agency that is in force names this purpose. Choose one from the list.',
  })

/** Says when to come back, in Beijing time. */
export const tooMany = (whose: 'officer' | 'agency', comeBackAt: Date) => {
  const at = new Date(comeBackAt.getTime() + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ')
  return new Refusal(
    'conflict',
    'hit.too-many',
    whose === 'officer'
      ? {
          zh: `您的查询次数已达上限，请在 ${at} 之后再查。`,
          en: `You have reached the limit of queries. Come back after ${at} (Beijing time).`,
        }
      : {
          zh: `贵单位的查询次数已达上限，请在 ${at} 之后再查。`,
          en: `Your agency has reached the limit of queries. Come back after ${at} (Beijing time).`,
        },
    { whose, comeBackAt: comeBackAt.toISOString() },
  )
}
