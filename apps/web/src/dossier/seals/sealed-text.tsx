import { type CanonicalDocument, dossierSchema } from '@lianban/dossier'
import { DOMSerializer, Node } from '@tiptap/pm/model'

/** A frozen document, shown as the editor would show it and without any editing. */
export function SealedText(props: { document: CanonicalDocument }) {
  const content = () =>
    DOMSerializer.fromSchema(dossierSchema).serializeFragment(Node.fromJSON(dossierSchema, props.document).content)
  return (
    <div class="section-text">
      <div class="ProseMirror sealed-text">{content()}</div>
    </div>
  )
}
