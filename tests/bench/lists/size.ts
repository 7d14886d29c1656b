/** How large the generated hub is; the whole of it at scale 1. */
export type Size = { readonly agencies: number; readonly cases: number; readonly grants: number }

export const sizeAt = (scale: number): Size => ({
  agencies: Math.max(20, Math.round(1000 * Math.min(1, scale * 10))),
  cases: Math.round(1_000_000 * scale),
  grants: Math.round(3_000_000 * scale),
})

/** Agencies whose lists are measured, by their number. The cases and grants of all others are spread evenly. */
export const measured = [
  { name: 'owns very many', agency: 1 },
  { name: 'granted very many', agency: 2 },
  { name: 'typical', agency: 10 },
  { name: 'sees nothing', agency: 0 },
] as const
