import { existsSync, writeFileSync } from 'node:fs'
import type { Database } from '@lianban/db'
import { agencies, loadDemo, operatorSlug } from '@lianban/demo'
import { signInAs, startDemoIdp } from '@lianban/demo-idp'
import { bootstrapOperator } from '@lianban/hub'
import { agencies as register } from '@lianban/identity'
import { NotReady, portProblem } from './not-ready.ts'
import type { RunningHub } from './run-hub.ts'

/** The demonstration around a hub: its identity providers, and the published cases loaded once through the public API. */
export async function startDemoWorld(options: { db: Database; idpPort: number; publicOrigin: string }) {
  const port = (await registeredPort(options.db)) ?? options.idpPort
  const idp = await startDemoIdp({
    port,
    host: 'localhost',
    agencies,
    redirectUris: [`${options.publicOrigin}/auth/callback`],
  }).catch((error: unknown) => {
    throw portProblem(error, { port, host: 'localhost', setting: 'DEMO_IDP_PORT' })
  })
  return {
    stop: () => idp.stop(),
    /** The marker is a file beside the data that says that this was done; without one, what is missing is loaded. */
    async load(running: RunningHub, marker: string | undefined, tell: (zh: string, en: string) => void): Promise<void> {
      if (marker && existsSync(marker)) return
      const { clock } = running.hub
      await enterOperator(running, idp.issuerOf(operatorSlug))
      await loadDemo({
        origin: options.publicOrigin,
        issuerOf: idp.issuerOf,
        signInAs,
        progress: ({ zh, en }) => tell(zh, en),
        now: clock.now(),
      })
      if (marker) writeFileSync(marker, `${clock.now().toISOString()}\n`)
    },
  }
}

/** The register holds the address of each agency's provider, so the demonstration's stay where they were first. */
async function registeredPort(db: Database): Promise<number | undefined> {
  const known = await db.transaction({ duty: 'directory' }, new Date(), (tx) =>
    tx.select({ slug: register.slug, issuer: register.oidcIssuer }).from(register),
  )
  if (known.length === 0) return undefined
  const operator = known.find(({ slug }) => slug === operatorSlug)
  if (operator) return Number(new URL(operator.issuer).port)
  throw new NotReady({
    zh: '数据库已登记真实单位，不能载入演示。请设置 DEMO=off，或换一个空数据库。',
    en: 'This database holds a register of its own, so the demonstration cannot be loaded. Set DEMO=off or use an empty database.',
  })
}

/** The first entry of the register, from which the rest is entered through the public API. */
export async function enterOperator({ hub: { db, clock } }: RunningHub, oidcIssuer: string): Promise<void> {
  const operator = agencies.find((agency) => agency.slug === operatorSlug)!
  const { officers: _, kind: _kind, level: _level, ...profile } = operator
  await bootstrapOperator(db, clock, {
    ...profile,
    oidcIssuer,
    oidcClientId: 'lianban',
    firstHolders: {
      system_admin: `${operatorSlug}.system-admin`,
      security_admin: `${operatorSlug}.security-admin`,
      audit_admin: `${operatorSlug}.audit-admin`,
    },
  })
}
