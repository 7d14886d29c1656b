import type { Law } from '@lianban/law'

/** Kinds of which one at a time is under way for a record. */
export const movingKinds = ({ handoffs }: Pick<Law, 'handoffs'>): string[] =>
  Object.values(handoffs)
    .filter(({ moves }) => moves !== 'nothing')
    .map(({ id }) => id)
