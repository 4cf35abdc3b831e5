import { decompressRTF } from '@kenjiuno/decompressrtf';
import msgReader, { type FieldsData } from '@kenjiuno/msgreader';
import type { Email } from 'postal-mime';
import type { Block } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { type Attachment, type Extraction, type ReadOptions, titleFromFileName } from '../importer.ts';
import { guessLanguage } from '../language.ts';
import { attachmentName } from '../mail/attachment-name.ts';
import { bodyBlocks } from '../mail/mail-body.ts';
import { creatorsOfMail, datesOfMail, headBlocks, subjectOf } from '../mail/mail-head.ts';
import { refuse } from '../refusal.ts';
import { readRtf } from '../rtf/rtf.ts';

/** A default within CommonJS, which the built app sees one level deeper than Vitest does. */
const MsgReader = (msgReader as unknown as { default?: typeof msgReader }).default ?? msgReader;

/** More parts than any mail has; each becomes a record. */
const mostAttachments = 1_000;

/**
 * Reads a message as Outlook saves it: what it says of sender, recipients and day as the head of a mail, its body, and its
 * attachments as files of their own, a message within the message among them.
 */
export function readOutlookMessage(bytes: Uint8Array, { fileName }: ReadOptions): Extraction {
	const { reader, fields } = open(bytes, fileName);
	const mail = mailOf(fields);
	const body = bodyOf(fields, mail, fileName);
	const subject = subjectOf(mail);
	return {
		mediaType: 'application/vnd.ms-outlook',
		importer: 'outlook',
		importerVersion: '2',
		parameters: { ...(fields.messageId && { messageId: fields.messageId }) },
		language: guessLanguage(body.map(({ text }) => text).join('\n')),
		title: subject || titleFromFileName(fileName),
		blocks: [...(subject === '' ? [] : [{ kind: 'title' as const, text: subject }]), ...headBlocks(mail), ...body],
		fields: { kind: 'mail', creators: creatorsOfMail(mail), dates: datesOfMail(mail) },
		attachments: attachmentsOf(reader, fields),
	};
}

function open(bytes: Uint8Array, fileName: string): { reader: msgReader; fields: FieldsData } {
	const reader = new MsgReader(new Uint8Array(bytes).buffer as ArrayBuffer);
	const fields = reader.getFileData();
	if (fields.error) throw new Error(fields.error);
	if ((fields.attachments ?? []).length > mostAttachments)
		throw refuse(fileName, message('import.reason.mail-parts', { most: mostAttachments }));
	return { reader, fields };
}

/** In the form that mails are read from, so that both give the same text. */
function mailOf(fields: FieldsData): Email {
	const { subject = '', recipients = [], body = '' } = fields;
	const from = { name: fields.senderName ?? '', address: smtp(fields.senderSmtpAddress ?? fields.senderEmail) };
	const of = (type: 'to' | 'cc' | 'bcc') =>
		recipients
			.filter(({ recipType }) => recipType === type)
			.map(({ name = '', email, smtpAddress }) => ({ name, address: smtp(smtpAddress ?? email) }));
	const [to, cc, bcc] = [of('to'), of('cc'), of('bcc')];
	const date = fields.clientSubmitTime ?? fields.messageDeliveryTime ?? '';
	const rows = [
		['From', listed([from])],
		['To', listed(to)],
		['Cc', listed(cc)],
		['Bcc', listed(bcc)],
		['Date', date],
	] as const;
	const headers = rows
		.filter(([, value]) => value !== '')
		.map(([originalKey, value]) => ({ key: originalKey.toLowerCase(), originalKey, value }));
	const html = fields.bodyHtml ?? (fields.html && new TextDecoder().decode(fields.html));
	return {
		...{ headers, headerLines: [], from, to, cc, bcc, subject, attachments: [] },
		...(html ? { html } : {}),
		text: body,
	};
}

/** Addresses within an organisation's own directory are no addresses to anybody else. */
function smtp(address = ''): string {
	return address.includes('@') ? address : '';
}

function listed(people: readonly { name: string; address: string }[]): string {
	return people
		.map(({ name, address }) => (name && address && name !== address ? `${name} <${address}>` : name || address))
		.filter((person) => person !== '')
		.join('; ');
}

/** Its HTML or its text; where there is neither, the words of its RTF. */
function bodyOf({ compressedRtf }: FieldsData, mail: Email, fileName: string): Block[] {
	if (mail.html || mail.text || !compressedRtf) return bodyBlocks(mail, fileName);
	return readRtf(Uint8Array.from(decompressRTF([...compressedRtf])), { fileName }).blocks;
}

function attachmentsOf(reader: msgReader, { attachments = [] }: FieldsData): Attachment[] {
	const taken = new Set<string>();
	return attachments.map((attachment, at) => {
		const { fileName, content } = reader.getAttachment(attachment);
		const type = attachment.innerMsgContent ? 'application/vnd.ms-outlook' : (attachment.attachMimeTag ?? '');
		return { fileName: attachmentName(fileName ?? '', type, at + 1, taken), bytes: new Uint8Array(content) };
	});
}
