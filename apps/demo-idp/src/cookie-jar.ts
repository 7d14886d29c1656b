/** The cookies of one browser for one sign-in: kept by origin, a cleared one is dropped. */
export type CookieJar = {
  keep(url: URL, setCookies: readonly string[]): void
  header(url: URL): string
  find(url: URL, name: string): string | undefined
}

export function makeCookieJar(): CookieJar {
  const jar = new Map<string, Map<string, string>>()
  return {
    keep(url, setCookies) {
      const cookies = jar.get(url.origin) ?? new Map<string, string>()
      jar.set(url.origin, cookies)
      for (const line of setCookies) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (name === undefined) continue
        if (value) cookies.set(name, value)
        else cookies.delete(name)
      }
    },
    header: (url) => [...(jar.get(url.origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; '),
    find: (url, name) => jar.get(url.origin)?.get(name),
  }
}
