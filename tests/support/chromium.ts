import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
const archives = join(dirname(main), '..')

/** A headless Chromium from the package registry, with nothing asked of the system but its own libc and fonts if any. */
export async function launchChromium(): Promise<Browser> {
  const folder = await unpacked()
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: ['--no-sandbox'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  })
}

/** Unpacked once a machine, user and version. Whoever comes second, even in the middle, uses the finished folder. */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(archives, 'package.json'), 'utf8')) as { version: string }
  const folder = join(tmpdir(), `lianban-chromium-${version}-${userInfo().uid}`)
  if (existsSync(folder)) return folder
  const draft = await mkdtemp(`${folder}-draft-`)
  try {
    // The package writes into the temporary folder of its process, so it gets a process with one of its own.
    const script = `const { default: chromium, inflate } = await import(${JSON.stringify(pathToFileURL(main).href)})
      await inflate(${JSON.stringify(join(archives, 'bin', 'al2023.tar.br'))})
      await chromium.executablePath()`
    const env = { ...process.env, TMPDIR: draft }
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env })
    await writeFile(join(draft, 'fonts.conf'), fontsIn(folder))
    await rename(draft, folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

// Text in a browser without any font has no size, and whatever waits for it to be visible waits forever.
const fontsIn = (folder: string) => `<?xml version="1.0"?>
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`
