export const value = (of: string) => `export { one } from '${of}'\n`
export const type = (of: string) => `export type { One } from '${of}'\n`
export const one = 'export export const one = 1\nexport type One = number\n'

/** For each rule of the check, a file that breaches it and the one it should not import. */
export const plants: Record<string, readonly [from: string, text: string, to: string]> = {
  'one-way-kernel': ['packages/kernel/src/ids.ts', value('../../db/src/index.ts'), 'packages/db/src/index.ts'],
  'one-way-lined-yaml': [
    'packages/lined-yaml/src/term.ts',
    value('../../law/src/index.ts'),
    'packages/law/src/index.ts',
  ],
  'one-way-law': ['packages/law/src/term.ts', value('../../db/src/index.ts'), 'packages/db/src/index.ts'],
  'one-way-casl-drizzle': [
    'packages/casl-drizzle/src/model.ts',
    type('../../policy/src/index.ts'),
    'packages/policy/src/index.ts',
  ],
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
  'one-way-papers': ['packages/papers/src/case.ts', type('../../hub/src/index.ts'), 'packages/hub/src/index.ts'],
  'one-way-files': ['packages/files/src/case.ts', type('../../hub/src/index.ts'), 'packages/hub/src/index.ts'],
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
/** The other half of the planted cycle. */
export const hen = "import type { One as Egg } from './egg.ts'\nexport type One = Egg\n"
