import { agencyShade } from '@lianban/dossier'

/** Dark enough for white text in either theme, and told apart by most colour-blind readers. */
const colors = ['#0f766e', '#1d4ed8', '#b45309', '#7e22ce', '#be123c', '#4d7c0f', '#0369a1', '#a21caf'] as const

/** Colleagues of one agency share its colour, in every room and every session. */
export const agencyColor = (agencyId: string): string => colors[agencyShade(agencyId)]!
