import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
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

const value = (of: string) => `export { one } from '${of}'\n`
const type = (of: string) => `export type { One } from '${of}'\n`
const one = 'export const one = 1\nexport type One = number\n'

/** For each rule of the check, a file that breaches it and the one it should not import. */
const plants: Record<string, readonly [from: string, text: string, to: string]> = {
  'one-way-kernel': ['packages/kernel/src/ids.ts', value('../../db/src/index.ts'), 'packages/db/src/index.ts'],
  'one-way-law': ['packages/law/src/term.ts', value('../../db/src/index.ts'), 'packages/db/src/index.ts'],
  'one-way-policy': ['packages/policy/src/rule.ts', type('../../hub/src/index.ts'), 'packages/hub/src/index.ts'],
  'one-way-db': ['packages/db/src/rules.ts', value('../../policy/src/index.ts'), 'packages/policy/src/index.ts'],
  'one-way-audit': ['packages/audit/src/entry.ts', type('../../hub/src/index.ts'), 'packages/hub/src/index.ts'],
  'one-way-identity': [
    'packages/identity/src/who.ts',
    value('../../audit/src/index.ts'),
    'packages/audit/src/index.ts',
  ],
  'one-way-dossier': [
    'packages/dossier/src/text.ts',
    value('../../collab/src/index.ts'),
    'packages/collab/src/index.ts',
  ],
  'one-way-collab': ['packages/collab/src/room.ts', type('../../hub/src/index.ts'), 'packages/hub/src/index.ts'],
  'one-way-hub': ['packages/hub/src/up.ts', type('../../../apps/server/src/index.ts'), 'apps/server/src/index.ts'],
  'one-way-demo': ['packages/demo/src/load.ts', value('../../db/src/index.ts'), 'packages/db/src/index.ts'],
  'one-way-ui': ['packages/ui/src/badge.tsx', value('../../kernel/src/index.ts'), 'packages/kernel/src/index.ts'],
  'every-package-has-its-place': ['packages/odds/src/end.ts', value('./one.ts'), 'packages/odds/src/one.ts'],
  'apps-stand-alone': ['apps/web/src/page.ts', value('../../cli/src/main.ts'), 'apps/cli/src/main.ts'],
  'only-types-of-the-server': ['apps/web/src/app.ts', value('../../server/src/index.ts'), 'apps/server/src/index.ts'],
  'web-takes-types-only-from-the-hub': [
    'apps/web/src/api.ts',
    value('../../../packages/hub/src/index.ts'),
    'packages/hub/src/index.ts',
  ],
  'web-takes-values-from-few': [
    'apps/web/src/rows.ts',
    value('../../../packages/db/src/index.ts'),
    'packages/db/src/index.ts',
  ],
  'demo-idp-knows-nobody': [
    'apps/demo-idp/src/page.ts',
    value('../../../packages/kernel/src/index.ts'),
    'packages/kernel/src/index.ts',
  ],
  'packages-by-their-entrance': ['packages/hub/src/in.ts', value('../../db/src/one.ts'), 'packages/db/src/one.ts'],
  'verticals-by-their-entrance': [
    'packages/hub/src/cases/open.ts',
    value('../clues/store.ts'),
    'packages/hub/src/clues/store.ts',
  ],
  'verticals-by-their-entrance-from-above': [
    'packages/hub/src/router.ts',
    value('./clues/store.ts'),
    'packages/hub/src/clues/store.ts',
  ],
  'not-through-the-own-entrance': ['packages/db/src/pool.ts', value('./index.ts'), 'packages/db/src/index.ts'],
  'not-through-the-own-vertical': [
    'packages/hub/src/clues/list.ts',
    value('./index.ts'),
    'packages/hub/src/clues/index.ts',
  ],
  'no-cycles': ['packages/audit/src/egg.ts', `${one}${type('./hen.ts')}`, 'packages/audit/src/hen.ts'],
  'everything-resolves': ['packages/db/src/gone.ts', value('@lianban/lost'), 'packages/db/src/one.ts'],
}
const hen = "import type { One as Egg } from './egg.ts'\nexport type One = Egg\n"

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
