import { expect, test } from 'vitest'
import type { AgencyCard } from '../app/api-types.ts'
import { createAgencyChoice, localPath, signInHref } from './agency-choice.ts'
import { refusedText } from './texts.ts'

const agency = (slug: string, kind: AgencyCard['kind'], nameZh: string, nameEn: string): AgencyCard => ({
  id: slug as AgencyCard['id'],
  slug,
  nameZh,
  nameEn,
  shortZh: nameZh.slice(0, 2),
  shortEn: nameEn.split(' ')[0] ?? '',
  kind,
  level: 'city',
  region: '110000',
  parentId: null,
})

const agencies = [
  agency('hub', 'operator', '平台运行', 'Operator'),
  agency('bj-police', 'police', '北京市公安局', 'Beijing Police'),
  agency('bj-tobacco', 'tobacco', '北京市烟草专卖局', 'Beijing Tobacco'),
  agency('guilin-tobacco', 'tobacco', '桂林市烟草专卖局', 'Guilin Tobacco'),
]

function aDoor() {
  const stored = new Map<string, string>()
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  }
  return createAgencyChoice({ agencies: () => agencies, storage })
}

test('[WE20] bureaus of a kind stand together and the operator last', () => {
  expect(
    aDoor()
      .groups()
      .map((group) => [group.kind, group.agencies.length]),
  ).toEqual([
    ['tobacco', 2],
    ['police', 1],
    ['operator', 1],
  ])
})

test.each([
  ['桂林', ['guilin-tobacco']],
  ['beijing tob', ['bj-tobacco']],
  ['BJ-', ['bj-tobacco', 'bj-police']],
  ['海关', []],
])('[WE20] typing %s finds %o', (words, slugs) => {
  const door = aDoor()
  door.setWords(words)
  expect(door.groups().flatMap((group) => group.agencies.map((each) => each.slug))).toEqual(slugs)
})

test('[WE21] an officer who comes back finds the own agency first', () => {
  const door = aDoor()
  expect(door.last()).toBeUndefined()
  door.remember('guilin-tobacco')
  expect(door.last()?.nameZh).toBe('桂林市烟草专卖局')
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/sign-in?refused=x',
  undefined,
  ['/a', '/b'],
])('[WE22] a return to %o becomes a return to the desk', (returnTo) => {
  expect(localPath(returnTo)).toBe('/')
})

test('[WE22] the place the officer wanted survives the way through the provider', () => {
  expect(signInHref('bj-tobacco', localPath('/cases/1?section=2'))).toBe(
    '/auth/sign-in?agency=bj-tobacco&returnTo=%2Fcases%2F1%3Fsection%3D2',
  )
})

test('[WE23] an unknown officer is told whom to ask', () => {
  expect(refusedText('identity.unknown-officer')).toContain('本单位管理员')
  expect(refusedText('title')).toContain('title')
  expect(refusedText('identity.brand-new')).toContain('identity.brand-new')
})
