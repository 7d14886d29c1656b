import { Refusal } from '@lianban/kernel'

export const refusals = {
  addressBarred: () =>
    new Refusal('invalid', 'webhook.address-barred', {
      zh: '推送地址须为 https://，且不得包含用户名、口令或指向内部网络的 IP 地址。',
      en: 'The address is https:// without user and password, and no IP address of an internal network.',
    }),
  kindUnknown: () =>
    new Refusal('invalid', 'webhook.kind-unknown', { zh: '没有这类通知。', en: 'There is no such kind of notice.' }),
  tooMany: (most: number) =>
    new Refusal('conflict', 'webhook.too-many', {
      zh: `每个单位最多登记 ${most} 个推送地址。`,
      en: `An agency has ${most} webhooks at the most.`,
    }),
  secretShown: () =>
    new Refusal('conflict', 'webhook.secret-shown', {
      zh: '签名密钥只在生成后十分钟内向生成人显示。如已遗失，请更换签名密钥。',
      en: 'A signing secret is shown only to who made it, for ten minutes. If it was lost, renew it.',
    }),
  notDead: () =>
    new Refusal('conflict', 'webhook.not-dead', {
      zh: '这次推送仍在进行，不需要重新推送。',
      en: 'This delivery is still under way: there is nothing to replay.',
    }),
}
