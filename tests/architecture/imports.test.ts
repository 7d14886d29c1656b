import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { hen, one, plants, type, value } from './planted-breaches.ts'
import { filesLike, root } from './source-files.ts'

const require = createRequire(import.meta.url)
const config = join(root, '.dependency-cruiser.cjs')
const { forbidden } = require(config) as { forbidden: { name: string }[] }

type Report = {
  readonly modules: readonly { source: string; dependencies: readonly { resolved: string }[] }[]
  readonly summary: { violations: readonly { rule: { name: string }; from: string; to: string }[] }
}

/** What `pnpm check:architecture` does, over the packages and apps below a folder. */
function cruised(folder: string): Report & { readonly breaches: string[] } {
  const cruiser = join(root, 'node_modules/.bin/depcruise')
  const { stdout, stderr } = spawnSync(cruiser, ['--config', config, '--output-type', 'json', 'packages', 'apps'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (!stdout) throw new Error(stderr)
  const report = JSON.parse(stdout) as Report
  return {
    ...report,
    breaches: report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
  }
}

/** Files in a folder of their own, laid out like the repository. */
function planted(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lianban-planted-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries({ 'apps/cli/src/main.ts': one, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

describe('the import check', () => {
  const here = cruised(root)

  test('[AC4] the repository keeps every rule of the import check', () => {
    expect(here.breaches).toEqual([])
  })

  test('[AC5] it looks at every source file, and follows packages to where they lie', () => {
    const looked = new Set(here.modules.map(({ source }) => source))
    const sources = filesLike('{packages,apps}/*/src/**/*.{ts,tsx}')
    expect(sources.filter((file) => !looked.has(file))).toEqual([])
    const command = here.modules.find(({ source }) => source === 'packages/hub/src/command.ts')
    expect(command?.dependencies.map(({ resolved }) => resolved)).toContain('packages/kernel/src/index.ts')
    const api = here.modules.find(({ source }) => source === 'apps/web/src/app/api-types.ts')
    expect(api?.dependencies.map(({ resolved }) => resolved)).toContain('packages/hub/src/index.ts')
  })

  test('[AC5] a planted breach of each of its rules is found, and nothing else', () => {
    const files = Object.values(plants).flatMap(([from, text, to]) => [
      [to, one],
      [from, text],
    ])
    const { breaches } = cruised(planted({ ...Object.fromEntries(files), 'packages/audit/src/hen.ts': hen }))
    expect(Object.keys(plants)).toEqual(forbidden.map(({ name }) => name))
    expect(breaches.map((breach) => breach.replace(/ -> .*/, '')).toSorted()).toEqual(
      Object.entries(plants)
        .map(([name, [from]]) => `${name}: ${from}`)
        .toSorted(),
    )
  })

  test('[AC5] what is allowed is not found', () => {
    const allowed = {
      'apps/web/src/api.ts': type('../../../packages/hub/src/index.ts'),
      'packages/hub/src/index.ts': value('./clues/index.ts') + type('./clues/index.ts'),
      'packages/hub/src/clues/index.ts': value('./clue.ts') + type('./clue.ts'),
      'packages/hub/src/clues/clue.ts': `${value('../../../kernel/src/index.ts')}export type One = number\n`,
      'packages/kernel/src/index.ts': one,
    }
    expect(cruised(planted(allowed)).breaches).toEqual([])
  })
})
