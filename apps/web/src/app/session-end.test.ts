import { unseen } from '@lianban/kernel'
import { afterEach, expect, test } from 'vitest'
import { noteRefusal, noteSignedIn, sessionIsOver, signInPath } from './session-end.ts'

afterEach(noteSignedIn)

test('[WE13] an ended session is noticed by whatever was asked for, and forgotten after signing in again', () => {
  noteRefusal({ data: { code: 'UNAUTHORIZED' } })
  expect(sessionIsOver()).toBe(true)
  noteSignedIn()
  expect(sessionIsOver()).toBe(false)
})

test('[WE13] a refusal or a broken line is not the end of a session', () => {
  const { kind, code, sentence } = unseen()
  noteRefusal({ data: { code: 'NOT_FOUND', refusal: { kind, code, sentence } } })
  noteRefusal(new TypeError('Failed to fetch'))
  expect(sessionIsOver()).toBe(false)
})

test('[WE13] the way to sign in again leads back to where the officer was', () => {
  expect(signInPath('/cases/1/dossier?section=2')).toBe('/sign-in?returnTo=%2Fcases%2F1%2Fdossier%3Fsection%3D2')
})
