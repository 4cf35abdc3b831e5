import { type Annotation, isSurePlacement, quoteOf } from '#shared/domain/annotation.ts';
import { plainText } from '#shared/markdown/markdown.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../../output.ts';
import { findRecord, shortIdLength } from '../../record-choice.ts';
import type { Session } from '../../session.ts';
import { type Column, formatTable } from '../../table.ts';

/** Prints the annotations of the archive, newest first, or those of one record in the order of its text. */
export async function listAnnotations({ calls }: Session, asked: string | undefined, output: Output): Promise<number> {
	const records = await calls.records.list({});
	const recordId = asked === undefined ? undefined : findRecord(records, asked).id;
	const annotations = await calls.annotations.list(recordId ? { recordId } : {});
	for (const annotation of annotations) output.json(annotation);
	if (output.isJson) return 0;
	if (annotations.length === 0) {
		output.line(message('cli.annotations.empty'));
		return 0;
	}
	const titles = new Map(records.map(({ id, title }) => [id, title]));
	const rows = annotations.map((annotation) => cells(annotation, titles.get(annotation.recordId) ?? ''));
	for (const line of formatTable(columns(), rows, output.width)) output.line(line);
	return 0;
}

function columns(): Column[] {
	return [
		{ title: message('cli.list.id') },
		{ title: message('cli.annotations.purpose') },
		{ title: message('cli.annotations.record'), isElastic: true },
		{ title: '¶', align: 'end' },
		{ title: message('cli.annotations.words'), isElastic: true },
		{ title: message('cli.annotations.tags') },
		{ title: message('cli.annotations.author') },
		{ title: message('cli.annotations.changed') },
		{ title: message('cli.annotations.state') },
	];
}

function cells(annotation: Annotation, title: string): string[] {
	const { id, purpose, body, tags, author, changedAt, number, placement } = annotation;
	return [
		id.slice(-shortIdLength),
		message(`purpose.${purpose}`),
		title,
		number === null ? '' : isSurePlacement(placement) ? String(number) : message('annotations.was-number', { number }),
		plainText(body) || quoteOf(annotation),
		tags.join('; '),
		author,
		changedAt.slice(0, 10),
		stateOf(annotation),
	];
}

function stateOf({ purpose, isResolved, placement }: Annotation): string {
	const states = [
		...(purpose === 'question' ? [message(isResolved ? 'annotations.resolved' : 'annotations.unresolved')] : []),
		...(placement === 'placed' ? [] : [message(`annotations.placement.${placement}`)]),
	];
	return states.join(', ');
}
