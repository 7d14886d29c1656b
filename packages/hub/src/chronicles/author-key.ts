/** An officer for one agency: whoever changes agencies wrote for the one and then for the other. */
export const authorKey = ({ officerId, agencyId }: { readonly officerId: string; readonly agencyId: string }): string =>
  `${officerId} ${agencyId}`
