import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { NewEdition } from '#archive/editions/editions-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { Block } from '#shared/domain/block.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import type { BagSource } from './bag/bag-source.ts';
import { readTagLines } from './bag/tag-reader.ts';
import { places } from './package-contents.ts';
import { blockSchema, editionSchema } from './package-schemas.ts';

/** A text as a package has it; null where it has none. Throws unreadable-file for what is none, or not the text it says. */
export async function readEdition(source: BagSource, id: EditionId): Promise<NewEdition | null> {
	const path = `data/${places.editions}${id}.jsonl`;
	if (!source.files.has(path)) return null;
	const lines = await readTagLines(source, path);
	const [head, ...rest] = lines ?? [];
	const facts = v.safeParse(editionSchema, parse(head ?? '', path));
	if (!facts.success) throw noEdition(path);
	const blocks = rest.map((line) => {
		const block = v.safeParse(blockSchema, parse(line, path));
		if (!block.success || !fits(block.output)) throw noEdition(path);
		return block.output;
	});
	const { textSha256, recordId: _record, ...edition } = facts.output;
	const digest = createHash('sha256')
		.update(blocks.map(({ text }) => text).join('\n'))
		.digest('hex');
	if (digest !== textSha256) throw noEdition(path);
	return { ...edition, blocks };
}

/** Formatting stands within the text that it is of. */
function fits({ text, marks = [] }: Block): boolean {
	return marks.every(({ start, end }) => start <= end && end <= text.length);
}

function parse(line: string, path: string): unknown {
	try {
		return JSON.parse(line);
	} catch (error) {
		throw noEdition(path, error);
	}
}

function noEdition(path: string, cause?: unknown): AppError {
	return new AppError('unreadable-file', { file: path, reason: message('package.reason.no-edition') }, { cause });
}
