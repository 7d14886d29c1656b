import { formatDate } from '../app/format.ts'

/** The day after the present one in Beijing. */
export const tomorrow = (now: Date): string => formatDate(new Date(now.getTime() + 86_400_000).toISOString())
