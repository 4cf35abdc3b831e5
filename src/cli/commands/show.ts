import type { RecordDetail } from '#shared/api/records-api.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import { isPassage } from '#shared/domain/block.ts';
import { formatTime } from '#shared/domain/media-time.ts';
import type { HeldFile, RecordFields } from '#shared/domain/record.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import type { Output } from '../output.ts';
import { findRecord } from '../record-choice.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';

/** Prints one record: its description, its files with digests, and its text with ¶ numbers. */
export async function showRecord({ calls }: Session, asked: string, output: Output): Promise<number> {
	const { id } = findRecord(await calls.records.list({}), asked);
	const record = await calls.records.get({ id });
	const blocks = record.editionId ? await calls.editions.blocks({ id: record.editionId }) : [];
	output.json({ ...record, blocks });
	output.line(withoutControls(record.title));
	for (const [key, text] of fieldLines(record)) output.line(`${message(key)}: ${withoutControls(text)}`);
	for (const file of record.files) for (const line of fileLines(file)) output.line(line);
	if (blocks.length === 0) output.line(`\n${message('cli.show.noText')}`);
	for (const block of blocks) if (isPassage(block) || block.figure) output.line(`\n${blockText(block)}`);
	return 0;
}

function fieldLines(record: RecordDetail): [MessageKey, string][] {
	const lines: [MessageKey, string][] = [
		['cli.show.id', record.id],
		['cli.show.kind', record.kind],
		['cli.show.holding', message(`cli.holding.${record.holding}`)],
		['cli.show.dates', record.dates.map(dateText).join('; ')],
		['cli.show.creators', record.creators.map(({ name, role }) => (role ? `${name} (${role})` : name)).join('; ')],
		['cli.show.languages', record.languages.join(', ')],
		['cli.show.description', record.description],
		['cli.show.source', record.source],
		['cli.show.knownFrom', record.knownFrom],
		['cli.show.rights', record.rights],
	];
	return lines.filter(([, text]) => text !== '');
}

function dateText({ type, edtf, inferred }: RecordFields['dates'][number]): string {
	return `${edtf} (${message(`cli.dateType.${type}`)}${inferred ? `; ${inferred}` : ''})`;
}

function fileLines(file: HeldFile): string[] {
	const about = { bytes: file.sizeBytes, received: file.receivedAt, fixity: message(`cli.fixity.${file.fixity}`) };
	return [
		'',
		`${withoutControls(file.fileName)} (${file.mediaType})`,
		`  ${message('cli.show.file', about)}`,
		`  SHA-256 ${file.sha256}`,
	];
}

/** Lines stay where they belong to the text: in verse and typewritten pages. */
function blockText(block: StoredBlock): string {
	if (block.figure) return `[${withoutControls(block.figure.alt ?? message('figure.picture'))}]`;
	const isSet = block.kind === 'verse' || block.kind === 'preformatted';
	const text = isSet ? block.text.split('\n').map(withoutControls).join('\n') : withoutControls(block.text);
	if (block.kind === 'title' || block.kind === 'heading') return `${'#'.repeat(block.level ?? 1)} ${text}`;
	const time = block.time ? `[${formatTime(block.time.startMs)}] ` : '';
	return block.number === null ? text : `¶${block.number}  ${time}${block.marker ? `${block.marker} ` : ''}${text}`;
}
