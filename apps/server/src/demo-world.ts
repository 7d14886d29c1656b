import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { agencies, loadDemo, operatorSlug } from '@lianban/demo'
import { signInAs, startDemoIdp } from '@lianban/demo-idp'
import { bootstrapOperator } from '@lianban/hub'
import type { RunningHub } from './run-hub.ts'

/** The demonstration around a hub: its identity providers, and the published cases loaded once through the public API. */
export async function startDemoWorld(options: { idpPort: number; publicOrigin: string }) {
  const idp = await startDemoIdp({
    port: options.idpPort,
    host: 'localhost',
    agencies,
    redirectUris: [`${options.publicOrigin}/auth/callback`],
  })
  return {
    stop: () => idp.stop(),
    async load(running: RunningHub, dataDir: string, tell: (zh: string, en: string) => void): Promise<void> {
      const done = join(dataDir, 'demo-loaded')
      if (existsSync(done)) return
      const { clock } = running.hub
      await enterOperator(running, idp.issuerOf(operatorSlug))
      await loadDemo({
        origin: options.publicOrigin,
        issuerOf: idp.issuerOf,
        signInAs,
        progress: ({ zh, en }) => tell(zh, en),
        now: clock.now(),
      })
      writeFileSync(done, `${clock.now().toISOString()}\n`)
    },
  }
}

/** The first entry of the register, from which the rest is entered through the public API. */
export async function enterOperator({ hub: { db, clock } }: RunningHub, oidcIssuer: string): Promise<void> {
  const operator = agencies.find((agency) => agency.slug === operatorSlug)!
  const { officers: _, kind: _kind, level: _level, ...profile } = operator
  await bootstrapOperator(db, clock, {
    ...profile,
    oidcIssuer,
    oidcClientId: 'lianban',
    adminSubject: `${operatorSlug}.system-admin`,
  })
}
