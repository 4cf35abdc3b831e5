import { type CustodyEntry, type CustodyKind, premisEventType } from '#shared/domain/custody.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../../output.ts';
import { findRecord } from '../../record-choice.ts';
import type { Session } from '../../session.ts';
import { type Column, formatTable } from '../../table.ts';

export interface LogListOptions {
	kind?: CustodyKind;
	record?: string;
	limit: number;
}

/** Prints entries of the custody log, newest first, in PREMIS's terms. */
export async function listLog({ calls }: Session, options: LogListOptions, output: Output): Promise<number> {
	const { kind, record, limit } = options;
	const subject = record === undefined ? undefined : findRecord(await calls.records.list({}), record).id;
	const filter = { ...(kind && { kinds: [kind] }), ...(subject && { subject }) };
	const { total, entries } = await calls.custody.find({ filter, offset: 0, limit });
	if (output.isJson) {
		const { custodyLine } = await import('#archive/transfer/custody-file.ts');
		for (const entry of entries) output.json(custodyLine(entry));
		return 0;
	}
	for (const line of formatTable(columns(), entries.map(cells), output.width)) output.line(line);
	if (entries.length < total) output.note(message('cli.log.more', { shown: entries.length, total }));
	return 0;
}

function columns(): Column[] {
	return [
		{ title: message('cli.log.number'), align: 'end' },
		{ title: message('cli.log.at') },
		{ title: message('cli.log.event') },
		{ title: message('cli.log.about'), isElastic: true },
		{ title: message('cli.log.detail'), isElastic: true },
		{ title: message('cli.log.agent') },
		{ title: message('cli.log.software') },
	];
}

function cells({ sequence, at, kind, subject, subjectName, detail, agent, software }: CustodyEntry): string[] {
	return [
		String(sequence),
		at,
		premisEventType(kind).term,
		subjectName || subject,
		Object.entries(detail)
			.map(([name, value]) => `${name}: ${value}`)
			.join('; '),
		agent,
		software,
	];
}
