import { escapeMarkup } from '#shared/cite/escape-markup.ts';
import type { Receipt, ReceiptFile } from '#shared/domain/receipt.ts';
import { message } from '#shared/messages/messages.ts';
import { writeStandalonePage } from '../standalone-page.ts';

export const receiptDataOpen = '<script type="application/json" id="lectern-receipt">';
export const receiptDataClose = '</script>';

const style = `body{max-width:50rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif;color:#211c17;background:#fff}
h1{font-size:1.5rem;margin:0}p{margin:.5rem 0}.about{color:#655c52}
dl{display:grid;grid-template-columns:11rem 1fr;gap:.125rem .75rem;margin:1rem 0}dt{color:#655c52}dd{margin:0;overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse;font-size:.875rem}th{text-align:start;color:#655c52;font-weight:400}
th,td{padding:.25rem .75rem .25rem 0;border-bottom:1px solid #cfc6b9;vertical-align:top;overflow-wrap:anywhere}
.n{text-align:end;white-space:nowrap}code{font-size:.75rem;color:#211c17}tr{break-inside:avoid}thead{display:table-header-group}
.sign{display:flex;gap:2rem;margin-top:3rem;break-inside:avoid}.sign span{flex:1;border-top:1px solid #211c17;color:#655c52}
@media(max-width:30rem){dl{grid-template-columns:1fr}table,tbody,tr,td{display:block}thead{display:none}.n{text-align:start}}
@page{margin:18mm}`;

/**
 * A receipt as a page of its own, for a printer or a browser, and the same as data, which `lectern prove` reads. Whatever
 * comes from the archive stands in it as text, and it may load and run nothing.
 */
export function writeReceiptPage(receipt: Receipt): string {
	const { archiveTitle, archiveId, files, madeAt, madeBy, software, custody } = receipt;
	const facts = [
		[message('receipt.archive'), `${archiveTitle} (${archiveId})`],
		[message('receipt.made'), receiptInstant(madeAt)],
		...(madeBy === '' ? [] : [[message('receipt.made-by'), madeBy]]),
		[message('receipt.software'), software],
		[message('receipt.head'), custody.head],
	] as [string, string][];
	const body = `<p>${escapeMarkup(message('receipt.received', { count: files.length }))}</p>
<dl>${facts.map(([label, value]) => `<dt>${escapeMarkup(label)}</dt><dd dir="auto">${escapeMarkup(value)}</dd>`).join('\n')}</dl>
<table><thead><tr>${columns()
		.map((title) => `<th scope="col">${escapeMarkup(title)}</th>`)
		.join('')}</tr></thead>
${receiptRows(files)}</table>
<p class="about">${escapeMarkup(message('receipt.check'))}</p>
<p class="about">${escapeMarkup(message('receipt.leaves-out'))}</p>
<p class="sign"><span>${escapeMarkup(message('receipt.date-line'))}</span><span>${escapeMarkup(message('receipt.signature-line'))}</span></p>
${receiptDataOpen}${JSON.stringify(receipt).replaceAll('<', '\\u003c')}${receiptDataClose}`;
	return writeStandalonePage({ title: message('receipt.title'), style, body });
}

function columns(): string[] {
	return [
		message('receipt.column.number'),
		message('receipt.column.file'),
		message('receipt.column.bytes'),
		message('receipt.column.received'),
		message('receipt.column.by'),
	];
}

/** The same in every language, so that it can be compared wherever it was written. */
export function receiptRows(files: readonly ReceiptFile[]): string {
	return `<tbody>${files.map(row).join('\n')}</tbody>`;
}

function row({ fileName, sha256, mediaType, sizeBytes, ...received }: ReceiptFile, index: number): string {
	const { receivedAt, receivedOn, receivedBy } = received;
	const name = fileName === '' ? '' : `${escapeMarkup(fileName)}<br>`;
	const days = [receivedOn, receiptInstant(receivedAt)].filter((day) => day !== '');
	return `<tr><td class="n">${index + 1}</td><td dir="auto">${name}${escapeMarkup(mediaType)}<br><code>${sha256}</code></td><td class="n">${sizeBytes}</td><td>${days.map(escapeMarkup).join('<br>')}</td><td dir="auto">${escapeMarkup(receivedBy)}</td></tr>`;
}

/** To the second, in the one zone that is the same for whoever reads it. */
export function receiptInstant(at: string): string {
	return `${at.slice(0, 19).replace('T', ' ')} UTC`;
}
