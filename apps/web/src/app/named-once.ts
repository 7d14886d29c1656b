/** The agency before the post, unless the post begins with it. */
export const namedOnce = (agency: string, post: string): string =>
  post.startsWith(agency) ? post : `${agency} · ${post}`
