import { type CookieJar, makeCookieJar } from './cookie-jar.ts'

const mostSteps = 10

/**
 * Follows a sign-in by hand through the provider's redirects and its page of posts, and answers the first address
 * that `isThere` accepts, without opening it.
 */
export async function passProvider(options: {
  from: URL
  subject: string
  isThere(next: URL): boolean
  jar?: CookieJar
}): Promise<URL> {
  const { subject, isThere, jar = makeCookieJar() } = options
  let url = options.from
  let form: URLSearchParams | undefined

  for (let step = 0; step < mostSteps; step++) {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: jar.header(url) },
      ...(form && { method: 'POST', body: form }),
    })
    jar.keep(url, response.headers.getSetCookie())
    const location = response.headers.get('location')
    const page = await response.text()

    if (location) {
      url = new URL(location, url)
      form = undefined
      if (isThere(url)) return url
    } else if (response.ok && form === undefined && page.includes('name="subject"')) {
      form = new URLSearchParams({ subject })
    } else {
      throw new Error(`sign-in as ${subject} stopped with status ${response.status} at ${url.pathname}`)
    }
  }
  throw new Error(`sign-in as ${subject} was sent around in circles and given up at ${url.pathname}`)
}
