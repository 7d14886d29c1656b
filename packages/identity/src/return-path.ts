import { refusals } from './refusals.ts'

const here = 'http://here.invalid'

/** A path of our own to return to after the sign-in. Anything a browser could read as another site is refused. */
export function returnPath(path: string): string {
  // Browsers drop tabs and line breaks from addresses and read a backslash as a slash.
  const isPlain = path.startsWith('/') && path.length <= 2000 && !/[\\\p{Cc}]/u.test(path)
  if (!isPlain || !URL.canParse(path, here)) throw refusals.returnTo()
  const { origin, pathname } = new URL(path, here)
  if (origin !== here || pathname.startsWith('//')) throw refusals.returnTo()
  return path
}
