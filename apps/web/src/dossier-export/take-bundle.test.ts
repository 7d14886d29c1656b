import { expect, test } from 'vitest'
import { nameIn } from './take-bundle.ts'

test('[WE512] a bundle is kept under the name that the hub gave it', () => {
  expect(nameIn(`attachment; filename*=UTF-8''${encodeURIComponent('甲号-bundle.zip')}`)).toBe('甲号-bundle.zip')
  expect(nameIn('attachment')).toBeUndefined()
})
