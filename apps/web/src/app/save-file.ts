/** Lets the browser keep a text as a file. */
export function saveFile(name: string, content: string, type = 'application/json'): void {
  const link = document.createElement('a')
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }))
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
