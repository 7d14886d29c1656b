import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ours = resolve(import.meta.dirname, '../../policies')

/** A copy of the hub's rule files to write in while a server watches it. */
export async function aRuleFolder() {
  const policies = await mkdtemp(join(tmpdir(), 'lianban-policies-'))
  await cp(ours, policies, { recursive: true })
  const file = join(policies, 'permissions/clue.yaml')
  const asItWas = await readFile(file, 'utf8')
  const periods = join(policies, 'sharing/periods.yaml')
  const periodsAsTheyWere = await readFile(periods, 'utf8')
  return {
    policies,
    /** From then on only intake officers would record clues. */
    narrow: () =>
      writeFile(
        file,
        asItWas.replace('roles: [intake, handler]\n  action: record', 'roles: [intake]\n  action: record'),
      ),
    breakIt: () => writeFile(file, asItWas.replace('action: record', 'action: recrod')),
    /** One of the periods in the files on sharing, as it is written. */
    setPeriod: (name: string, value: string) =>
      writeFile(periods, periodsAsTheyWere.replace(new RegExp(`^${name}: .*$`, 'm'), `${name}: ${value}`)),
    mend: () => writeFile(file, asItWas),
    remove: () => rm(policies, { recursive: true, force: true }),
  }
}
