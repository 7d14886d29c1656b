/** How many are drawn, if what was typed is a number that can be. */
export function drawSize(typed: string): number | undefined {
  const size = Number(typed.trim())
  return typed.trim() !== '' && Number.isInteger(size) && size >= 1 && size <= 1000 ? size : undefined
}
