import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { checkLogFile, readLogFile } from '#archive/custody/log-file-check.ts';
import { fileError } from '#archive/db/file-error.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../../output.ts';
import type { SessionPlace } from '../../session.ts';
import { checkSignature, signatureLine } from '../../signature-check.ts';
import { checkLines } from './verify.ts';

export interface LogFileOptions {
	file: string;
	publicKey?: string;
	head?: string;
}

/**
 * Checks a log that was exported as JSON lines, and the signature beside it, with nothing of the archive at hand. Status 1
 * where an entry does not fit, the signature is bad or by another key than was named, the head is another, or entries are missing that no good signature
 * stands for.
 */
export async function verifyLogFile(
	place: SessionPlace,
	{ file, publicKey, head }: LogFileOptions,
	output: Output,
): Promise<number> {
	const bytes = await readFile(resolve(file)).catch((error: unknown) => {
		throw fileError(basename(file), error);
	});
	const events = readLogFile(bytes.toString('utf8'));
	const check = checkLogFile(events);
	const signature = await checkSignature(place, { path: resolve(file), bytes, publicKey });
	const isOtherHead = head !== undefined && head.trim().toLowerCase() !== check.head;
	const matched = head === undefined ? {} : { match: { state: isOtherHead ? 'unknown' : 'current' } as const };
	output.json({ ...check, ...matched, signature });
	for (const line of checkLines({ ...check, ...matched })) output.line(line);
	if (check.missingCount > 0) output.line(message('custody.file.missing', { count: check.missingCount }));
	if (signature.state !== 'good' && events.some(({ subjectName }) => subjectName))
		output.line(message('custody.file.names'));
	output.line(signatureLine(signature));
	const isWhole = check.missingCount === 0 || signature.state === 'good';
	const isByGiven = signature.state !== 'bad' && signature.givenKeyId === undefined;
	const isGood = !check.firstBad && isWhole && !isOtherHead && isByGiven;
	return isGood ? 0 : 1;
}
