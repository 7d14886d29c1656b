#!/usr/bin/env -S node --max-semi-space-size=2 --initial-old-space-size=64
import { main } from './main.ts'

try {
  process.exitCode = await main(process.argv.slice(2), {
    env: process.env,
    print: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  })
} catch (error) {
  const why =
    error instanceof Error ? error.message || String(('code' in error && error.code) || error.name) : String(error)
  process.stderr.write(`未能完成：${why}\nCould not be done: ${why}\n`)
  process.exitCode = 2
}
