import { resolve } from 'node:path';
import type { BagFinding } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import { type KeyFiles, readOpener } from '../../key-files.ts';
import type { Output } from '../../output.ts';
import { withoutControls } from '../../text-width.ts';

/** Checks a bag: 0 when it is valid; 1 when it is not, with every reason. Needs no archive. */
export async function reportOnBag(path: string, keys: KeyFiles, output: Output): Promise<number> {
	// The ciphers of a package take longer to load than most commands to run.
	const { checkBagAt } = await import('#archive/packages/check-bag-at.ts');
	const report = await checkBagAt(resolve(path), await readOpener(keys));
	const { reasons, warnings, version, fileCount, algorithms, partCount } = report;
	output.json({ valid: reasons.length === 0, ...report });
	for (const finding of warnings) output.note(message('cli.package.warning', { finding: sentenceOf(finding) }));
	for (const finding of reasons) output.line(withoutControls(sentenceOf(finding)));
	output.line(
		reasons.length > 0
			? message('cli.package.invalid', { count: reasons.length })
			: message(partCount > 1 ? 'cli.package.valid-parts' : 'cli.package.valid', {
					...{ version, count: fileCount, parts: partCount },
					algorithms: algorithms.join(', '),
				}),
	);
	return reasons.length > 0 ? 1 : 0;
}

function sentenceOf({ kind, what }: BagFinding): string {
	return message(`package.finding.${kind}`, { what });
}
