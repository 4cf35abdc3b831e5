/** How a finding aid looks, on a page and on paper; sizes are of the type around it. */
export const findingAidStyle = `h1{font-size:1.5em;line-height:1.25}h2,h3,h4,h5,h6{margin:0;font-size:1.125em}
section{padding:1em 0 0;border-top:1px solid #8b8175;margin-top:1em}section section{margin-left:1.25em}
dl{display:grid;grid-template-columns:11em 1fr;gap:.125em .75em;margin:.5em 0}dt{color:#655c52}
dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}.about{color:#655c52}
dt,dd{break-inside:avoid}h2,h3,h4,h5,h6{break-inside:avoid;break-after:avoid-page}`;

/** Headings of a page go no deeper; what stands lower is indented all the same. */
export function headingLevel(depth: number): number {
	return Math.min(depth + 2, 6);
}
