import PostalMime, { type Email, type PostalMimeOptions } from 'postal-mime';
import { message } from '#shared/messages/messages.ts';
import { type Attachment, type Extraction, type ReadOptions, titleFromFileName } from '../importer.ts';
import { guessLanguage } from '../language.ts';
import { plainTextImporter } from '../plain-text.ts';
import { refuse } from '../refusal.ts';
import { asReceived } from './as-received.ts';
import { attachmentName } from './attachment-name.ts';
import { bodyBlocks } from './mail-body.ts';
import { readableMail } from './mail-encoding.ts';
import { creatorsOfMail, datesOfMail, headBlocks, subjectOf } from './mail-head.ts';
import { isSavedPage, readSavedPage } from './saved-page.ts';

/** More parts than any mail has; each becomes a record. */
const mostAttachments = 1_000;

const parserOptions: PostalMimeOptions = {
	attachmentEncoding: 'arraybuffer',
	forceRfc822Attachments: true,
	maxNestingDepth: 64,
};

/**
 * Reads one mail: its head as the record's description and as a table, its body as text, its attachments as files of
 * their own, a mail within the mail among them. What has no head of a mail is read as plain text.
 */
export async function readMail(bytes: Uint8Array, options: ReadOptions): Promise<Extraction> {
	const { fileName } = options;
	const received = withoutEnvelope(bytes);
	const source = readableMail(received, options);
	const parse = async (read: Uint8Array) =>
		PostalMime.parse(read, parserOptions).catch(() => {
			throw refuse(fileName, message('import.reason.mail-damaged'));
		});
	const mail = await parse(source.bytes);
	if (!isMail(mail)) return plainTextImporter.read(bytes, options);
	if (isSavedPage(mail)) {
		const page = await readSavedPage(mail, bytes, options);
		return { ...page, parameters: { ...source.parameters, ...page.parameters } };
	}
	// What was decoded to be read is not what was received.
	const sent = source.bytes === received ? mail : await parse(received);
	if (sent.attachments.length > mostAttachments)
		throw refuse(fileName, message('import.reason.mail-parts', { most: mostAttachments }));
	const body = bodyBlocks(mail, fileName);
	const subject = subjectOf(mail);
	return {
		mediaType: 'message/rfc822',
		importer: 'mail',
		importerVersion: '4',
		parameters: {
			...source.parameters,
			...(mail.messageId && { messageId: mail.messageId }),
			...(mail.inReplyTo && { inReplyTo: mail.inReplyTo }),
		},
		language: guessLanguage(body.map(({ text }) => text).join('\n')),
		title: subject || titleFromFileName(fileName),
		blocks: [...(subject === '' ? [] : [{ kind: 'title' as const, text: subject }]), ...headBlocks(mail), ...body],
		fields: { kind: 'mail', creators: creatorsOfMail(mail), dates: datesOfMail(mail) },
		attachments: attachmentsOf(mail, sent, received),
	};
}

/** Programs that kept many mails in one file put a line of the envelope before each. */
function withoutEnvelope(bytes: Uint8Array): Uint8Array {
	const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
	const [envelope = ''] = /^\s*(?:>?From [^\r\n]*\r?\n)?/.exec(head) ?? [];
	return bytes.subarray(envelope.length);
}

function isMail({ headers }: Email): boolean {
	return headers.some(({ key }) =>
		/^(?:from|to|cc|bcc|sender|date|subject|received|message-id|mime-version)$/.test(key),
	);
}

/** @param named the mail as it can be read: whole is what it says of its parts, but not their bytes. */
function attachmentsOf(named: Email, { attachments }: Email, received: Uint8Array): Attachment[] {
	const taken = new Set<string>();
	const parts = named.attachments.length === attachments.length ? named.attachments : attachments;
	const decoded = attachments.map(({ content }) =>
		typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
	);
	return asReceived(received, decoded).map((bytes, at) => {
		const { filename, mimeType } = parts[at] as (typeof parts)[number];
		return { fileName: attachmentName(filename ?? '', mimeType, at + 1, taken), bytes };
	});
}
