import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { isIP } from 'node:net'
import { type Answered, type CallFault, mayCall, type Parcel, type Reach } from '@lianban/hub'

const patienceMs = 10_000

type Call = Pick<Parcel, 'url' | 'headers' | 'body'>

/**
 * Posts to an endpoint. Where the name leads is looked at here, and the connection made to that very address: a name that
 * leads elsewhere a moment later reaches nothing inside. Redirections are not followed, and the answer is not read.
 */
export async function callOut(
  call: Call,
  { reach, stopped }: { reach: Reach; stopped: AbortSignal },
): Promise<Answered> {
  const began = performance.now()
  const told = (status: number | null, fault: CallFault | null): Answered => ({
    ...{ status, fault },
    tookMs: Math.round(performance.now() - began),
  })
  const ends = AbortSignal.any([stopped, AbortSignal.timeout(patienceMs)])
  try {
    const target = new URL(call.url)
    const found = await placesOf(target.hostname.replace(/^\[|\]$/g, ''), ends)
    const [at] = found
    if (!at || !found.every(({ address }) => mayCall(address, reach))) return told(null, 'barred')
    return told(await post(target, { ...call, at, ends }), null)
  } catch (error) {
    return told(null, faultIn(error, ends))
  }
}

type Place = { readonly address: string; readonly family: number }

/** Asking for a name cannot be broken off, only waited for no longer. */
async function placesOf(host: string, ends: AbortSignal): Promise<readonly Place[]> {
  if (isIP(host)) return [{ address: host, family: isIP(host) }]
  ends.throwIfAborted()
  const asked = lookup(host, { all: true })
  const waited = once(ends, 'abort').then(() => {
    throw ends.reason
  })
  return Promise.race([asked, waited])
}

function post(
  target: URL,
  { at, ends, headers, body }: Call & { readonly at: Place; readonly ends: AbortSignal },
): Promise<number> {
  const send = target.protocol === 'https:' ? secure : plain
  return new Promise((resolve, reject) => {
    const sending = send(
      target,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'lianban' },
        lookup: (_host, options, done) => (options.all ? done(null, [at]) : done(null, at.address, at.family)),
        agent: false,
        signal: ends,
      },
      (answer) => {
        resolve(answer.statusCode ?? 0)
        answer.destroy()
      },
    )
    sending.on('error', reject)
    sending.end(body)
  })
}

const unknownName = ['ENOTFOUND', 'EAI_AGAIN', 'ENODATA']
const unreachable = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']

/** A code for the log of deliveries: nothing of what the other side said. */
function faultIn(error: unknown, ends: AbortSignal): CallFault {
  if (ends.aborted) return 'timeout'
  const { code } = error as { code?: unknown }
  if (typeof code !== 'string') return 'broken_off'
  if (unknownName.includes(code)) return 'unknown_name'
  if (unreachable.includes(code)) return 'unreachable'
  return /CERT|SIGNED|SSL|TLS|ALTNAME|UNABLE_TO/.test(code) ? 'certificate' : 'broken_off'
}
