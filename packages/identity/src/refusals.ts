import { Refusal } from '@lianban/kernel'

/** Every way that signing in says no. */
export const refusals = {
  unknownAgency: () =>
    new Refusal('not-found', 'identity.unknown-agency', {
      zh: '未找到该单位。请返回登录页，从列表中选择您的单位；如列表中没有，请联系平台管理员登记。',
      en: 'This agency is not registered. Go back to the sign-in page and choose yours from the list, or ask the platform administrator to register it.',
    }),
  returnTo: () =>
    new Refusal('invalid', 'identity.return-to', {
      zh: '登录后的返回地址不属于本平台，已拒绝。请从登录页重新登录。',
      en: 'The address to return to is not one of ours and was refused. Start again from the sign-in page.',
    }),
  providerUnreachable: (problem: string) =>
    new Refusal(
      'conflict',
      'identity.provider-unreachable',
      {
        zh: '暂时无法连接贵单位的身份认证服务。请稍后重试；如持续出现，请联系贵单位信息部门。',
        en: "Your agency's identity provider cannot be reached. Try again shortly; if it lasts, tell your agency's IT desk.",
      },
      { problem },
    ),
  providerRefused: (problem: string) =>
    new Refusal(
      'forbidden',
      'identity.provider-refused',
      {
        zh: '贵单位的身份认证服务没有完成登录。请重新登录；如再次失败，请联系贵单位信息部门。',
        en: "Your agency's identity provider did not complete the sign-in. Sign in again; if it fails once more, tell your agency's IT desk.",
      },
      { problem },
    ),
  providerAnswer: (problem: string) =>
    new Refusal(
      'forbidden',
      'identity.provider-answer',
      {
        zh: '无法核实贵单位身份认证服务的答复，未予登录。请重新登录；如再次失败，请联系平台管理员。',
        en: "The answer of your agency's identity provider could not be verified, so you were not signed in. Sign in again; if it fails once more, ask the platform administrator.",
      },
      { problem },
    ),
  signInExpired: () =>
    new Refusal('conflict', 'identity.sign-in-expired', {
      zh: '本次登录已超时或已使用过。请返回登录页重新登录。',
      en: 'This sign-in has expired or was used already. Go back to the sign-in page and sign in again.',
    }),
  stateMismatch: () =>
    new Refusal('forbidden', 'identity.state-mismatch', {
      zh: '本次登录不是在此浏览器中发起的，或同时打开了多个登录页，已拒绝。请在此浏览器中重新登录；如链接由他人发来，请勿使用并报告安全保密管理员。',
      en: 'This sign-in was not begun in this browser, or another one was begun after it. Sign in again here; if somebody sent you the link, do not use it and tell the security administrator.',
    }),
  unknownOfficer: () =>
    new Refusal('forbidden', 'identity.unknown-officer', {
      zh: '您的账号尚未在本平台登记或已停用。请联系本单位管理员办理登记或恢复。',
      en: 'Your account is not registered here or has been suspended. Ask the administrator of your agency to register or restore it.',
    }),
}
