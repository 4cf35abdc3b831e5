/**
 * What the head of a table covers at most, in CSS pixels: a line of its small text. It stays in sight above the rows,
 * and whoever reckons where these stand does not know of it: without so much room the current row ended below the edge.
 */
export const gridHeadPx = 28;
