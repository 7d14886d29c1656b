/** A grant as the officer saw it; what was decided meanwhile stands in the way. */
export type GrantSeen = { readonly id: string; readonly version: number }

export const exactly = ({ id, version }: GrantSeen) => ({ grantId: id, expectedVersion: version })
