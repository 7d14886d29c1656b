import { expect, test } from 'vitest'
import { createTheme, type Theme } from './theme.ts'

function aDevice(kept?: string) {
  const stored = new Map(kept === undefined ? [] : [['theme', kept]])
  const applied: Theme[] = []
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  }
  return { stored, applied, open: () => createTheme({ storage, apply: (theme) => applied.push(theme) }) }
}

test('[UI1] a device without a choice follows the system', () => {
  const device = aDevice()
  expect(device.open().theme()).toBe('system')
  expect(device.applied).toEqual(['system'])
})

test('[UI1] a chosen look is applied at once and kept for the next visit', () => {
  const device = aDevice()
  device.open().setTheme('dark')
  expect(device.applied).toEqual(['system', 'dark'])
  expect(device.open().theme()).toBe('dark')
})

test('[UI1] stepping goes from system to light to dark and round again', () => {
  const { next, theme } = aDevice().open()
  const seen = [1, 2, 3].map(() => {
    next()
    return theme()
  })
  expect(seen).toEqual(['light', 'dark', 'system'])
})

test('[UI2] a stored look of another program is ignored', () => {
  expect(aDevice('sepia').open().theme()).toBe('system')
})
