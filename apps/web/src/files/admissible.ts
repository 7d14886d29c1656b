export type Fault = 'tooLarge' | 'emptyFile' | 'badName'

const mostNameBytes = 240
const notInNames = /[\\/:*?"<>|]|\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** Why a file will not be taken, as the hub would say it, before a byte of it is sent. */
export function faultOf(file: Pick<File, 'name' | 'size'>, mostBytes: number): Fault | undefined {
  if (file.size === 0) return 'emptyFile'
  if (file.size > mostBytes) return 'tooLarge'
  const name = file.name.trim()
  const isPlain = name !== '' && !notInNames.test(name) && !/^\.+$|[. ]$/.test(name)
  return isPlain && new TextEncoder().encode(name).length <= mostNameBytes ? undefined : 'badName'
}
