import { escapeMarkup } from '#shared/cite/escape-markup.ts';
import type { FindingAidSheet, FindingAidUnit } from '#shared/domain/finding-aid.ts';
import { findingAidStyle, headingLevel } from '#shared/finding-aid/finding-aid-style.ts';
import { writeStandalonePage } from '../standalone-page.ts';

const style = `body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif;color:#211c17;background:#fff}
${findingAidStyle}
@media(max-width:30rem){dl{grid-template-columns:1fr}section section{margin-left:.5rem}}`;

/**
 * A finding aid as a page of its own, for a browser or a printer. Whatever comes from the archive stands in it as text,
 * and it may load and run nothing.
 */
export function writeFindingAidPage({ title, about, units }: FindingAidSheet): string {
	return writeStandalonePage({
		title,
		style,
		body: `<p class="about">${escapeMarkup(about)}</p>
${units.map((unit) => part(unit, 0)).join('\n')}`,
	});
}

function part({ title, facts, parts }: FindingAidUnit, depth: number): string {
	const heading = `h${headingLevel(depth)}`;
	return `<section>
<${heading} dir="auto">${escapeMarkup(title)}</${heading}>
<dl>${facts.map(([label, value]) => `<dt>${escapeMarkup(label)}</dt><dd dir="auto">${escapeMarkup(value)}</dd>`).join('\n')}</dl>
${parts.map((within) => part(within, depth + 1)).join('\n')}</section>`;
}
