import type { Receipt, ReceiptFile } from '#shared/domain/receipt.ts';
import { message } from '#shared/messages/messages.ts';

/** What stands on a receipt, in its order and as text: the page and the paper are drawn from it, so that both say the same. */
export interface ReceiptSheet {
	title: string;
	opening: string;
	facts: [label: string, value: string][];
	columns: string[];
	closing: string[];
	/** Where the giver and the archive sign. */
	lines: string[];
}

export function receiptSheet({ archiveTitle, archiveId, files, madeAt, madeBy, ...rest }: Receipt): ReceiptSheet {
	return {
		title: message('receipt.title'),
		opening: message('receipt.received', { count: files.length }),
		facts: [
			[message('receipt.archive'), archiveOn(archiveTitle, archiveId)],
			[message('receipt.made'), receiptInstant(madeAt)],
			...(madeBy === '' ? [] : ([[message('receipt.made-by'), madeBy]] as [string, string][])),
			[message('receipt.software'), rest.software],
			[message('receipt.head'), rest.custody.head],
		],
		columns: [
			message('receipt.column.number'),
			message('receipt.column.file'),
			message('receipt.column.bytes'),
			message('receipt.column.received'),
			message('receipt.column.by'),
		],
		closing: [message('receipt.check'), message('receipt.leaves-out')],
		lines: [message('receipt.date-line'), message('receipt.signature-line')],
	};
}

/** A file as its row has it; each list is lines of one cell. The same in every language. */
export interface ReceiptRow {
	number: string;
	/** Its name, where that is told, and its kind; the digest stands under them. */
	about: string[];
	sha256: string;
	sizeBytes: string;
	days: string[];
	receivedBy: string;
}

export function receiptRow(file: ReceiptFile, index: number): ReceiptRow {
	const { fileName, mediaType, sha256, sizeBytes, receivedOn, receivedAt, receivedBy } = file;
	return {
		number: String(index + 1),
		about: [fileName, mediaType].filter((line) => line !== ''),
		sha256,
		sizeBytes: String(sizeBytes),
		days: [receivedOn, receiptInstant(receivedAt)].filter((day) => day !== ''),
		receivedBy,
	};
}

export function archiveOn(title: string, id: string): string {
	return `${title} (${id})`;
}

/** To the second, in the one zone that is the same for whoever reads it. */
export function receiptInstant(at: string): string {
	return `${at.slice(0, 19).replace('T', ' ')} UTC`;
}

/**
 * How it looks, on a page and on paper; sizes are of the type around it. Nobody should sign a sheet that says nothing, so
 * the lines for that stay with the words before them and the last file.
 */
export const receiptStyle = `h1{font-size:1.5em;line-height:1.25;margin:0}p{margin:.5em 0}.about{color:#655c52}
dl{display:grid;grid-template-columns:11em 1fr;gap:.125em .75em;margin:1em 0}dt{color:#655c52}dd{margin:0;overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse;font-size:.875em}th{text-align:start;color:#655c52;font-weight:400}
th,td{padding:.25em .75em .25em 0;border-bottom:1px solid #cfc6b9;vertical-align:top}td{overflow-wrap:anywhere}td:nth-child(4),td:last-child{overflow-wrap:normal}
.n{text-align:end;white-space:nowrap}code{font-size:.75em;color:#211c17}tr{break-inside:avoid}thead{display:table-header-group}tbody tr:last-child{break-after:avoid}footer{break-inside:avoid;break-before:avoid}
.sign{display:flex;gap:2em;margin-top:4.5em}.sign span{flex:1;border-top:1px solid #211c17;color:#655c52}`;
