import * as v from 'valibot';
import { argumentSchemas } from '#shared/api/contract.ts';
import { AppError } from '#shared/domain/app-error.ts';
import {
	type DescribedRecordFields,
	type Description,
	type DescriptionFields,
	describedRecordFields,
	dublinCore,
	emptyDescription,
	sharedRecordFields,
} from '#shared/domain/description.ts';
import type { RecordFields } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../output.ts';
import { findRecord } from '../record-choice.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';

export interface DescribeOptions {
	record: string;
	/** `field=value`; of a list, the values are separated by semicolons. */
	set: readonly string[];
}

const descriptionFields = Object.keys(emptyDescription) as (keyof DescriptionFields)[];
const listFields: readonly string[] = ['withheldNames', 'languages'] satisfies (
	| keyof DescriptionFields
	| keyof DescribedRecordFields
)[];

/**
 * Prints a record's description, by Dublin Core names too, after writing what `--set` says: all of it is one step, or
 * nothing is written. Who gave it is not printed.
 */
export async function describeRecord(
	{ calls }: Session,
	{ record, set }: DescribeOptions,
	output: Output,
): Promise<number> {
	const { id } = findRecord(await calls.records.list({}), record);
	if (set.length > 0) await calls.descriptions.update({ recordIds: [id], ...readFields(set) });
	const found = await calls.records.get({ id });
	const description = await calls.descriptions.get({ recordId: id });
	const { files: _files, editions: _editions, ...fields } = found;
	output.json({ ...fields, description, dublinCore: dublinCore(found, description) });
	output.line(withoutControls(found.title));
	for (const [label, text] of ownLines(found)) output.line(`${label}: ${withoutControls(text)}`);
	for (const [label, text] of lines(description)) output.line(`${label}: ${withoutControls(text)}`);
	for (const field of sharedRecordFields) {
		const text = [found[field]].flat().join(', ');
		if (text !== '') output.line(`${message(`record.field.${field}`)}: ${withoutControls(text)}`);
	}
	return 0;
}

/** Who made it, and when. */
function ownLines({ creators, dates }: RecordFields): [string, string][] {
	const lines: [string, string][] = [
		[message('record.field.creators'), creators.map(({ name }) => name).join('; ')],
		[
			message('record.field.dates'),
			dates.map(({ type, edtf }) => `${edtf} (${message(`date-type.${type}`)})`).join('; '),
		],
	];
	return lines.filter(([, text]) => text !== '');
}

function lines(description: Description): [string, string][] {
	return descriptionFields
		.map((field): [string, string] => [
			message(`description.field.${field}`),
			field === 'level' && description.level
				? message(`description.level.${description.level}`)
				: [description[field]].flat().join('; '),
		])
		.filter(([, text]) => text !== '');
}

function readFields(set: readonly string[]): {
	fields: Partial<DescriptionFields>;
	recordFields: Partial<DescribedRecordFields>;
} {
	const [fields, recordFields]: Record<string, unknown>[] = [{}, {}];
	for (const given of set) {
		const [, name = '', value = ''] = /^([A-Za-z]+)=(.*)$/s.exec(given) ?? [];
		const kept = listFields.includes(name) ? splitList(value) : value.trim();
		if ((descriptionFields as string[]).includes(name)) Object.assign(fields as object, { [name]: kept });
		else if ((describedRecordFields as readonly string[]).includes(name))
			Object.assign(recordFields as object, { [name]: kept });
		else {
			const known = [...describedRecordFields, ...descriptionFields].join(', ');
			throw new AppError('invalid-input', { reason: message('cli.describe.unknown', { given, known }) });
		}
	}
	return check(fields, recordFields);
}

/** By the contract's own rules: a level or an access that does not exist is refused before anything is written. */
function check(fields: unknown, recordFields: unknown): ReturnType<typeof readFields> {
	const { entries } = argumentSchemas.descriptions.update;
	const [one, other] = [v.safeParse(entries.fields, fields), v.safeParse(entries.recordFields, recordFields)];
	const issue = one.issues?.[0] ?? other.issues?.[0];
	if (issue) throw new AppError('invalid-input', { reason: reasonOf(issue) });
	return {
		fields: one.output as Partial<DescriptionFields>,
		recordFields: other.output as Partial<DescribedRecordFields>,
	};
}

/** Of a word that is none of those there are, with those; the contract's own words for what else is wrong. */
function reasonOf(issue: v.BaseIssue<unknown>): string {
	const field = v.getDotPath(issue) ?? '';
	const words = [...(issue.expected ?? '').matchAll(/"([^"]*)"/g)].flatMap(([, word]) => word || []);
	if (issue.type !== 'picklist' || words.length === 0) return `${field}: ${issue.message}`;
	return message('cli.describe.no-such', { field, given: String(issue.input), known: words.join(', ') });
}

function splitList(text: string): string[] {
	return text
		.split(';')
		.map((part) => part.trim())
		.filter((part) => part !== '');
}
