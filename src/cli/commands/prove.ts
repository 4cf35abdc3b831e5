import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileError } from '#archive/db/file-error.ts';
import { isReceipt } from '#archive/transfer/receipt/receipt-file.ts';
import { cardTextOf } from '#shared/cite/quote-card-file.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { CardFinding } from '#shared/domain/quote-card.ts';
import type { ReceiptFinding } from '#shared/domain/receipt.ts';
import { message } from '#shared/messages/messages.ts';
import { type KeyFiles, readOpener } from '../key-files.ts';
import type { Output } from '../output.ts';
import type { Session, SessionPlace } from '../session.ts';
import { checkSignature, signatureLine } from '../signature-check.ts';
import { withoutControls } from '../text-width.ts';

/** A card is a page or two, and a receipt of ten thousand files not much more than this; what is larger is none. */
const largestBytes = 16_000_000;

/** Whose signature beside it is looked for. */
export interface SignedBy {
	place: Pick<SessionPlace, 'dataFolder' | 'isField'>;
	publicKey: string | undefined;
}

/** What compares cards and receipts with what there is. */
interface Proof {
	cards: { prove(argument: { file: string }): CardFinding[] | Promise<CardFinding[]> };
	receipts: { prove(argument: { file: string }): ReceiptFinding[] | Promise<ReceiptFinding[]> };
}

/** Compares a quote card or a receipt with the archive and says so item by item: 0 all holds, 1 something does not. */
export async function proveFile({ calls }: Session, path: string, signed: SignedBy, output: Output): Promise<number> {
	return prove(calls, path, signed, output);
}

/** The same by a package of the archive, all of which is checked first. Needs no archive. */
export async function proveByPackage(
	path: string,
	{ package: packagePath, signed, ...keys }: KeyFiles & { package: string; signed: SignedBy },
	output: Output,
): Promise<number> {
	const { openPackageProof } = await import('#archive/packages/package-proof.ts');
	const proof = await openPackageProof(resolve(packagePath), {
		file: basename(packagePath),
		opener: await readOpener(keys),
		signal: new AbortController().signal,
	});
	try {
		return await prove(proof, path, signed, output);
	} finally {
		proof.close();
	}
}

async function prove(by: Proof, path: string, { place, publicKey }: SignedBy, output: Output): Promise<number> {
	const file = await readProof(path);
	const failed = isReceipt(file)
		? tell(await by.receipts.prove({ file }), receiptWords, output)
		: await tellCard(by.cards, file, output);
	const bytes = await readFile(resolve(path));
	const signature = await checkSignature(place, { path: resolve(path), bytes, publicKey });
	const isSigned = signature.state !== 'none';
	if (isSigned) output.json({ item: 'signature', ...signature });
	if (isSigned) output.line(signatureLine(signature));
	const all = failed + (signature.state === 'bad' ? 1 : 0);
	output.line(message('cli.prove.result', { failed: all }));
	return all === 0 ? 0 : 1;
}

/** A picture of dots may show anything: whoever has it before them is told what it has to say. */
async function tellCard(cards: Proof['cards'], file: string, output: Output): Promise<number> {
	const findings = await cards.prove({ file });
	const failed = tell(findings, cardWords, output);
	const isDots = findings.some(({ item, outcome }) => item === 'readable' && outcome === 'not-checked');
	if (isDots) output.line(message('card.look-at-picture'));
	return failed;
}

type Finding = Pick<CardFinding, 'outcome' | 'said' | 'found'>;

/** How many do not hold. @param words what a finding is about */
function tell<F extends Finding>(findings: readonly F[], words: (finding: F) => string, output: Output): number {
	for (const finding of findings) {
		output.json(finding);
		for (const line of findingLines(finding, words(finding))) output.line(line);
	}
	return findings.filter(({ outcome }) => outcome === 'other' || outcome === 'absent').length;
}

function cardWords({ item, of }: CardFinding): string {
	const what = message(`card.item.${item}`);
	return of === 'beside' ? message('cli.prove.beside', { item: what }) : what;
}

function receiptWords({ item }: ReceiptFinding): string {
	return message(`receipt.item.${item}`);
}

async function readProof(file: string): Promise<string> {
	const path = resolve(file);
	try {
		if ((await stat(path)).size > largestBytes) throw new AppError('invalid-input', { reason: message('card.none') });
		const text = cardTextOf(await readFile(path));
		if (text === null) throw new AppError('invalid-input', { reason: message('card.picture-without') });
		return text;
	} catch (error) {
		throw fileError(basename(path), error);
	}
}

function findingLines({ outcome, said, found }: Finding, what: string): string[] {
	return [
		`${message(`card.outcome.${outcome}`)}  ${what}${said === '' ? '' : `: ${withoutControls(said)}`}`,
		...(found === '' ? [] : [`    ${message('cli.prove.found', { found: withoutControls(found) })}`]),
	];
}
