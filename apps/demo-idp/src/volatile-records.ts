import type { Adapter, AdapterPayload } from 'oidc-provider'

type Kept = { readonly payload: AdapterPayload; readonly until: number }

/** Where one demo provider keeps its codes and grants: in memory, its own, gone when the process ends. */
export function makeVolatileRecords(now: () => number = Date.now): (model: string) => Adapter {
  const records = new Map<string, Kept>()

  const live = (id: string): AdapterPayload | undefined => {
    const kept = records.get(id)
    return kept && kept.until > now() ? kept.payload : undefined
  }
  const findWhere = (prefix: string, holds: (payload: AdapterPayload) => boolean) =>
    [...records.keys()]
      .filter((id) => id.startsWith(prefix))
      .map(live)
      .find((payload) => payload && holds(payload))

  return (model) => ({
    async upsert(id, payload, expiresIn) {
      for (const [other, kept] of records) if (kept.until <= now()) records.delete(other)
      records.set(`${model}:${id}`, { payload, until: expiresIn ? now() + expiresIn * 1000 : Number.POSITIVE_INFINITY })
    },
    find: async (id) => live(`${model}:${id}`),
    findByUid: async (uid) => findWhere(`${model}:`, (payload) => payload.uid === uid),
    findByUserCode: async (userCode) => findWhere(`${model}:`, (payload) => payload.userCode === userCode),
    async consume(id) {
      const payload = live(`${model}:${id}`)
      if (payload) payload.consumed = Math.floor(now() / 1000)
    },
    async destroy(id) {
      records.delete(`${model}:${id}`)
    },
    async revokeByGrantId(grantId) {
      for (const [id, kept] of records) if (kept.payload.grantId === grantId) records.delete(id)
    },
  })
}
