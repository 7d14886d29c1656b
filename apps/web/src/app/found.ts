type Query<Data> = { readonly isPending: boolean; readonly data: Data | undefined }

/** What a query has brought so far. Whoever asks one that is under way for its data takes the whole page away until it answers. */
export const found = <Data>(query: Query<Data>): Data | undefined => (query.isPending ? undefined : query.data)
