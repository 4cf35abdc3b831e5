import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import type { CardFinding } from '#shared/domain/quote-card.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';

/** A card is a page or two; what is larger is none. */
const largestBytes = 1_000_000;

/** Compares a quote card with the archive and says so item by item: 0 all holds, 1 something does not. */
export async function proveCard({ calls }: Session, file: string, output: Output): Promise<number> {
	const findings = await calls.cards.prove({ file: await readCardFile(file) });
	for (const finding of findings) {
		output.json(finding);
		for (const line of findingLines(finding)) output.line(line);
	}
	const failed = findings.filter(({ outcome }) => outcome === 'other' || outcome === 'absent').length;
	output.line(message('cli.prove.result', { failed }));
	return failed === 0 ? 0 : 1;
}

async function readCardFile(file: string): Promise<string> {
	const path = resolve(file);
	try {
		if ((await stat(path)).size > largestBytes) throw new AppError('invalid-input', { reason: message('card.none') });
		return await readFile(path, 'utf8');
	} catch (error) {
		if (error instanceof AppError) throw error;
		throw new AppError('unreadable-file', { file: basename(path), reason: (error as Error).message }, { cause: error });
	}
}

function findingLines({ item, of, outcome, said, found }: CardFinding): string[] {
	const what =
		of === 'beside'
			? message('cli.prove.beside', { item: message(`card.item.${item}`) })
			: message(`card.item.${item}`);
	return [
		`${message(`card.outcome.${outcome}`)}  ${what}${said === '' ? '' : `: ${withoutControls(said)}`}`,
		...(found === '' ? [] : [`    ${message('cli.prove.found', { found: withoutControls(found) })}`]),
	];
}
