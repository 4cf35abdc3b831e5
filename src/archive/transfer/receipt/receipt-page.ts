import { escapeMarkup } from '#shared/cite/escape-markup.ts';
import type { Receipt, ReceiptFile } from '#shared/domain/receipt.ts';
import { receiptRow, receiptSheet, receiptStyle } from '#shared/receipt/receipt-sheet.ts';
import { writeStandalonePage } from '../standalone-page.ts';

export const receiptDataOpen = '<script type="application/json" id="lectern-receipt">';
export const receiptDataClose = '</script>';

const style = `body{max-width:50rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif;color:#211c17;background:#fff}
${receiptStyle}
@media(max-width:30rem){dl{grid-template-columns:1fr}table,tbody,tr,td{display:block}thead{display:none}.n{text-align:start}}
@media print{body{margin:0;padding:0;max-width:none;font-size:10.5pt}}
@page{margin:18mm}`;

/**
 * A receipt as a page of its own, for a printer or a browser, and the same as data, which `lectern prove` reads. Whatever
 * comes from the archive stands in it as text, and it may load and run nothing.
 */
export function writeReceiptPage(receipt: Receipt): string {
	const { title, opening, facts, columns, closing, lines } = receiptSheet(receipt);
	const body = `<p>${escapeMarkup(opening)}</p>
<dl>${facts.map(([label, value]) => `<dt>${escapeMarkup(label)}</dt>${factValue(value)}`).join('\n')}</dl>
<table><thead><tr>${columns.map((column) => `<th scope="col">${escapeMarkup(column)}</th>`).join('')}</tr></thead>
${receiptRows(receipt.files)}</table>
<footer>${closing.map((text) => `<p class="about">${escapeMarkup(text)}</p>`).join('\n')}
<p class="sign">${lines.map((line) => `<span>${escapeMarkup(line)}</span>`).join('')}</p></footer>
${receiptDataOpen}${JSON.stringify(receipt).replaceAll('<', '\\u003c')}${receiptDataClose}`;
	return writeStandalonePage({ title, style, body });
}

/** The value of a fact as it stands on the page, by which it is looked for there. */
export function factValue(value: string): string {
	return `<dd dir="auto">${escapeMarkup(value)}</dd>`;
}

/** The same in every language, so that it can be compared wherever it was written. */
export function receiptRows(files: readonly ReceiptFile[]): string {
	return `<tbody>${files.map(row).join('\n')}</tbody>`;
}

function row(file: ReceiptFile, index: number): string {
	const { number, about, sha256, sizeBytes, days, receivedBy } = receiptRow(file, index);
	const lines = (texts: readonly string[]) => texts.map(escapeMarkup).join('<br>');
	return `<tr><td class="n">${number}</td><td dir="auto">${lines(about)}<br><code>${sha256}</code></td><td class="n">${sizeBytes}</td><td>${lines(days)}</td><td dir="auto">${escapeMarkup(receivedBy)}</td></tr>`;
}
