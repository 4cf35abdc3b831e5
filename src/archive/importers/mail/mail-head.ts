import type { Address, Email, Mailbox } from 'postal-mime';
import { decodeWords } from 'postal-mime';
import type { Block } from '#shared/domain/block.ts';
import type { Creator, RecordDate } from '#shared/domain/record.ts';

/** What a reader of the mail saw of its head, in the order of reading. */
const shown = ['from', 'sender', 'reply-to', 'to', 'cc', 'bcc', 'date'];
/** A circular to hundreds names them in its head; the description needs not. */
const mostRecipients = 20;
const longestValue = 20_000;

export function subjectOf({ subject = '' }: Email): string {
	return oneLine(subject);
}

/** The head as a table of two columns, names of fields as the mail has them. */
export function headBlocks({ headers }: Email): Block[] {
	const rows = shown.flatMap((key) => headers.filter((header) => header.key === key));
	return rows
		.map(({ originalKey, value }) => [originalKey, oneLine(decodeWords(value))] as const)
		.filter(([, value]) => value !== '')
		.flatMap(([name, value], row): Block[] => [
			{ kind: 'cell', text: name, cell: { table: 0, row, column: 0, header: true } },
			{ kind: 'cell', text: value, cell: { table: 0, row, column: 1 } },
		]);
}

export function creatorsOfMail({ from, to = [] }: Email): Creator[] {
	const senders = from ? namesOf([from]) : [];
	return [
		...senders.map((name): Creator => ({ name, role: 'sender', certainty: 'stated' })),
		...namesOf(to)
			.slice(0, mostRecipients)
			.map((name): Creator => ({ name, role: 'recipient', certainty: 'stated' })),
	];
}

function namesOf(addresses: readonly Address[]): string[] {
	const mailboxes = addresses.flatMap((address): readonly Mailbox[] => address.group ?? [address]);
	return mailboxes.map(({ name, address }) => oneLine(name || address)).filter((name) => name !== '');
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day on which it was sent, by the sender's own clock and zone. */
export function datesOfMail({ headers }: Email): RecordDate[] {
	const value = headers.find(({ key }) => key === 'date')?.value ?? '';
	const [, day, name, year] = /(?<!\d)(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s,-]+(\d{4}|\d{2})(?!\d)/i.exec(value) ?? [];
	const month = months.indexOf((name ?? '').toLowerCase()) + 1;
	if (!day || !year || month === 0) return [];
	const edtf = [fullYear(year), String(month).padStart(2, '0'), day.padStart(2, '0')].join('-');
	const instant = new Date(`${edtf}T00:00:00Z`);
	const isDay = !Number.isNaN(instant.valueOf()) && instant.toISOString().startsWith(edtf);
	return isDay ? [{ type: 'sent', edtf, inferred: '' }] : [];
}

/** RFC 5322, 4.3: years of two digits. */
function fullYear(year: string): string {
	if (year.length === 4) return year;
	return String(Number(year) + (Number(year) < 50 ? 2000 : 1900));
}

function oneLine(text: string): string {
	return text
		.replaceAll(/[\p{Cc}\s]+/gu, ' ')
		.trim()
		.slice(0, longestValue);
}
