import { hubRouter } from '@lianban/hub'

const fixed = new Set([
  '/healthz',
  '/readyz',
  '/metrics',
  '/auth/sign-in',
  '/auth/callback',
  '/auth/sign-out',
  '/events',
  '/log/checkpoint',
  '/log/trust.json',
  '/log/cosignatures',
  '/log/disputes',
])
const procedures: Readonly<Record<string, unknown>> = hubRouter._def.procedures

/** What the metrics call an address: one of a short list, since an address may hold ids and whatever a stranger types. */
export function routeLabel(path: string): string {
  if (fixed.has(path)) return path
  if (path.startsWith('/rooms/')) return '/rooms/:sectionId'
  if (path.startsWith('/uploads/')) return '/uploads/:fileId'
  if (path.startsWith('/files/')) return '/files/:fileId'
  if (path.startsWith('/log/tile/')) return '/log/tile/*'
  if (path.startsWith('/assets/')) return '/assets/*'
  if (!path.startsWith('/trpc/')) return '/*'
  const name = path.slice('/trpc/'.length)
  if (Object.hasOwn(procedures, name)) return path
  return name.includes(',') ? '/trpc/batch' : '/trpc/unknown'
}
