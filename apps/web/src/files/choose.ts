/** The browser's own dialog; nothing where the officer chose nothing. */
export function chooseFiles({ many }: { many: boolean }): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = many
  const { promise, resolve } = Promise.withResolvers<File[]>()
  input.addEventListener('change', () => resolve([...(input.files ?? [])]))
  input.addEventListener('cancel', () => resolve([]))
  input.click()
  return promise
}
