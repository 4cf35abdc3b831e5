import { escapeMarkup } from '#shared/cite/escape-markup.ts';
import type { Evidence } from '#shared/domain/evidence.ts';
import { message } from '#shared/messages/messages.ts';
import { claimFacts, claimRemarks, type ExportedClaim, evidenceFacts } from './evidence-facts.ts';
import { noteAsHtml } from './note-as-html.ts';
import { writeStandalonePage } from './standalone-page.ts';

const style = `body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif;color:#211c17;background:#fff}
h1{font-size:1.5rem}h2{margin:0;font-size:1.125rem}h3{margin:1rem 0 .25rem;font-size:1rem}
article{padding:1.25rem 0;border-top:1px solid #8b8175;break-inside:avoid-page}
p{margin:.25rem 0}blockquote{margin:.5rem 0;padding-inline-start:.75rem;border-inline-start:3px solid #8b8175;font-style:italic}
ul,ol{margin:0;padding-inline-start:1.25rem}.facts{color:#655c52;font-size:.875rem}.text{white-space:pre-line;overflow-wrap:anywhere}
.note{overflow-wrap:anywhere}.note p,.note li,.note th,.note td{unicode-bidi:plaintext}.note blockquote{font-style:normal}
.note pre{white-space:pre-wrap}.note code{font:.9em monospace}.note table{border-collapse:collapse}
.note th,.note td{padding:.125rem .5rem;border:1px solid #8b8175}.heading{font-weight:bold}.address{color:#655c52;font-size:.875em}`;

/**
 * A page of its own, for a browser or a printer. Whatever comes from the archive stands in it as text, and it may load
 * and run nothing.
 */
export function writeEvidencePage(title: string, claims: readonly ExportedClaim[]): string {
	return writeStandalonePage({
		title: message('evidence.file-title', { title }),
		style,
		body: claims.map(claimPart).join('\n'),
	});
}

function claimPart(exported: ExportedClaim): string {
	const { claim, words: quoted, record, supports, contradicts } = exported;
	return `<article>
<h2 dir="auto">${escapeMarkup(record.title)}</h2>
${[
	element('p', claimFacts(exported).join(' · '), 'facts'),
	element('blockquote', quoted, 'text'),
	note(claim.body),
	element(
		'p',
		claim.tags.length === 0 ? '' : message('transfer.digest.tags', { tags: claim.tags.join('; ') }),
		'facts',
	),
	sidePart(message('links.incoming.supports'), supports),
	sidePart(message('links.incoming.contradicts'), contradicts),
	...claimRemarks(exported).map((remark) => `<p><strong>${escapeMarkup(remark)}</strong></p>`),
]
	.filter((part) => part !== '')
	.join('\n')}
</article>`;
}

function sidePart(title: string, evidence: readonly Evidence[]): string {
	if (evidence.length === 0) return '';
	return `<h3>${escapeMarkup(title)}</h3>\n<ul>\n${evidence.map(item).join('\n')}\n</ul>`;
}

function item(evidence: Evidence): string {
	const parts = [
		element('p', evidenceFacts(evidence).join(' · '), 'facts'),
		element('blockquote', evidence.words, 'text'),
		note(evidence.note),
	];
	return `<li>${parts.join('')}</li>`;
}

function note(markdown: string): string {
	const written = noteAsHtml(markdown);
	return written === '' ? '' : `<div class="note">${written}</div>`;
}

/** Nothing for no text. */
function element(name: 'p' | 'blockquote', text: string, className: 'facts' | 'text'): string {
	return text === '' ? '' : `<${name} class="${className}" dir="auto">${escapeMarkup(text)}</${name}>`;
}
