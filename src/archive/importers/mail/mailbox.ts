import { message } from '#shared/messages/messages.ts';
import { type Attachment, type Extraction, type ReadOptions, titleFromFileName } from '../importer.ts';
import { refuse } from '../refusal.ts';

const mostMails = 20_000;

/**
 * Reads a file of many mails (MBOX): each of them becomes a record of its own, and the file's own text says how many there
 * are and how they are called.
 */
export function readMailbox(bytes: Uint8Array, { fileName }: ReadOptions): Extraction {
	const mails = splitMailbox(bytes);
	if (mails.length > mostMails) throw refuse(fileName, message('import.reason.mails', { most: mostMails }));
	const digits = String(mails.length).length;
	const attachments = mails.map((mail, at): Attachment => {
		const number = String(at + 1).padStart(digits, '0');
		return { fileName: `${message('import.mail.mail', { number })}.eml`, bytes: mail };
	});
	const title = titleFromFileName(fileName);
	return {
		mediaType: 'application/mbox',
		importer: 'mailbox',
		importerVersion: '1',
		parameters: { mails: mails.length },
		language: 'und',
		title,
		blocks: [
			{ kind: 'title', text: title },
			...attachments.map(({ fileName: text }) => ({ kind: 'item' as const, text, level: 1 })),
		],
		attachments,
	};
}

const newline = 0x0a;
const carriageReturn = 0x0d;

/** The mails without their lines of the envelope; `>From` within a mail is `From` again. */
export function splitMailbox(bytes: Uint8Array): Uint8Array[] {
	const mails: Uint8Array[][] = [];
	let isAfterBlank = true;
	for (const line of linesOf(bytes)) {
		const start = Buffer.from(line.subarray(0, 200)).toString('latin1');
		if (isAfterBlank && /^From \S.*\d{4}/.test(start)) mails.push([]);
		else mails.at(-1)?.push(/^>+From /.test(start) ? line.subarray(1) : line);
		isAfterBlank = isBlank(line);
	}
	return mails.map((lines) => {
		if (lines.length > 1 && isBlank(lines.at(-1) as Uint8Array)) lines.pop();
		return new Uint8Array(Buffer.concat(lines));
	});
}

/** With their line ends. */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
	for (let from = 0; from < bytes.length; ) {
		const end = bytes.indexOf(newline, from);
		const to = end === -1 ? bytes.length : end + 1;
		yield bytes.subarray(from, to);
		from = to;
	}
}

function isBlank(line: Uint8Array): boolean {
	return line.every((byte) => byte === newline || byte === carriageReturn);
}
