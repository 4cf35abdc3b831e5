/** Tables of what the heads of originals say, by the original's digest. */
export const factTables = ['picture_facts', 'media_facts'] as const;
