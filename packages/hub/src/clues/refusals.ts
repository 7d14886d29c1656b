import { type IdentifierKind, Refusal } from '@lianban/kernel'

export const identifierMalformed = (at: number, kind: IdentifierKind) =>
  new Refusal(
    'invalid',
    'clue.identifier-malformed',
    {
      zh: `第 ${at + 1} 个号码标识的格式或校验位不正确，请对照原件核对后重新填写。`,
      en: `Identifier ${at + 1} has a wrong form or check digit. Compare it with the original and enter it again.`,
    },
    { at, kind },
  )
