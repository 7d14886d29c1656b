import { makeApp } from './app.ts'
import type { Parts } from './parts.ts'

const isMiddleware = (route: string) => /^ALL (?!\/trpc\/\*)/.test(route)

/** Every address of the server as "METHOD /path", for those who check that none was forgotten. */
export function routesOf(): string[] {
  // Routes are declared without asking anything of the parts that answer them.
  const parts = { publicOrigin: 'http://localhost', webDir: '.' } as Parts
  const routes = makeApp(parts).routes.map(({ method, path }) => `${method} ${path}`)
  return [...new Set(routes)].filter((route) => !isMiddleware(route))
}
