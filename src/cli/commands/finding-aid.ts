import { resolve } from 'node:path';
import type { FindingAidFormat, FindingAidSummary } from '#shared/domain/finding-aid.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';

/** Writes the finding aid to a file, or to stdout; what it left out, and names to look at, are said on stderr. */
export async function writeFindingAid(
	{ calls }: Session,
	{ format, out }: { format: FindingAidFormat; out?: string },
	output: Output,
): Promise<number> {
	if (out !== undefined) {
		const summary = await calls.findingAid.exportTo({ format, path: resolve(out) });
		output.json({ file: out, format, ...summary });
		note(summary, output);
		return 0;
	}
	const { text, ...summary } = await calls.findingAid.exportText({ format });
	output.json({ format, ...summary, text });
	output.raw(text);
	note(summary, output);
	return 0;
}

function note({ exported, withheld, exposedNames, isGiverExposed }: FindingAidSummary, output: Output): void {
	output.note(message('finding-aid.written', { exported, withheld }));
	if (exposedNames.length > 0) output.note(message('finding-aid.exposed', { names: exposedNames.join('; ') }));
	if (isGiverExposed) output.note(message('finding-aid.giver-exposed'));
}
