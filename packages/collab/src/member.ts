/** Who is behind a connection, as the server knows it: nothing here comes from the client. */
export type Member = {
  readonly sessionId: string
  readonly officerId: string
  readonly agencyId: string
  readonly name: string
  readonly agency: string
  readonly color: string
}

export type Right = 'write' | 'read'

/** Decides who may enter a room. Asked at the door and again after every change of rights. */
export type Gatekeeper = { admit(roomId: string, member: Member): Promise<Right | undefined> }
