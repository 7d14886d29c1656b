/** Writes who looks, and when, across a picture: into its pixels, so that a copy bears it as well. */
export function drawWatermark(canvas: HTMLCanvasElement, mark: string): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const { width, height } = canvas
  const size = Math.max(14, Math.round(Math.min(width, height) / 28))
  context.save()
  context.translate(width / 2, height / 2)
  context.rotate(-Math.PI / 8)
  context.font = `${size}px sans-serif`
  context.lineWidth = Math.max(1, size / 14)
  context.fillStyle = 'rgb(176 0 32 / 0.22)'
  context.strokeStyle = 'rgb(255 255 255 / 0.28)'
  const [across, down] = [context.measureText(mark).width + size * 4, size * 6]
  const reach = Math.hypot(width, height) / 2
  for (let y = -reach, row = 0; y < reach; y += down, row++)
    for (let x = -reach - (row % 2 ? across / 2 : 0); x < reach; x += across) {
      context.strokeText(mark, x, y)
      context.fillText(mark, x, y)
    }
  context.restore()
}
