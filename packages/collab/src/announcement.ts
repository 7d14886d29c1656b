/** Who tells other processes of every commit, and where: in the transaction itself, so that none can be forgotten. */
export type Announcement = { readonly channel: string; readonly server: string }
