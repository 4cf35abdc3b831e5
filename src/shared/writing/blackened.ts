/** What stands in the place of words that were blacked out: as long for a short name as for a long one. */
export const blackened = '████';
