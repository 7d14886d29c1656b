/** Lends a frame the typefaces of the page around it: a machine without Chinese fonts shows and prints the sheet all the same. */
export function lendFonts(frame: HTMLIFrameElement): void {
  const target = frame.contentDocument
  if (!target) return
  const faces = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => rule.cssText),
  )
  const style = target.createElement('style')
  style.textContent = faces.join('\n')
  target.head.append(style)
}
