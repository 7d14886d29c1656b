import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('theme.css', import.meta.url), 'utf8')
const palette = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name!,
    { light: light!, dark: dark! },
  ]),
)

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dim, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (bright + 0.05) / (dim + 0.05)
}

const texts = [
  ...['ink', 'muted', 'faint'].flatMap((text) =>
    ['canvas', 'surface', 'sunken', 'raised'].map((ground) => [text, ground] as const),
  ),
  ...['info', 'ok', 'warn', 'danger'].flatMap((tone) => [[tone, `${tone}-soft`] as const, [tone, 'surface'] as const]),
  ['accent-text', 'accent-soft'] as const,
  ['accent-text', 'surface'] as const,
  ['on-accent', 'accent'] as const,
  ['on-accent', 'accent-hover'] as const,
  ['on-danger', 'danger'] as const,
]

test.each(texts)('[UI3] %s on %s is readable by day and by night', (text, ground) => {
  for (const look of ['light', 'dark'] as const)
    expect(contrast(palette.get(text)![look], palette.get(ground)![look]), look).toBeGreaterThanOrEqual(4.5)
})
