import { archive } from '#renderer/lib/archive.ts';
import { noteCopied } from '#renderer/lib/copies.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import { quotedHtml, quotedText } from '#shared/cite/quoted-text.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import type { CitedRange, Quotation } from '#shared/domain/citation.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { chosenStyle } from './citation-style.ts';

/** Copies words with their reference, as plain text and, for word processors, as HTML. */
export async function copyQuotation(cited: CitedRange): Promise<void> {
	await copy(cited, (quotation) => quotation, message('annotations.quotation-copied'));
}

/** Copies the reference to a place, or to a record as a whole, without its words. */
export async function copyReference(cited: CitedRange): Promise<void> {
	await copy(cited, (quotation) => ({ ...quotation, words: '' }), message('annotations.reference-copied'));
}

async function copy(cited: CitedRange, choose: (quotation: Quotation) => Quotation, done: string): Promise<void> {
	try {
		const style = await chosenStyle();
		const chosen = choose(await archive.calls.references.quotation({ ...cited, style }));
		await copyBoth(quotedText(chosen), quotedHtml(chosen));
		showToast(done);
	} catch (error) {
		showError(error);
	}
}

/** Copies a card that `lectern prove` can compare with the archive. */
export async function copyCard(recordId: RecordId, range: TextRange): Promise<void> {
	try {
		const { text, html } = await archive.calls.cards.make({ recordId, range, style: await chosenStyle() });
		await copyBoth(text, html);
		showToast(message('quotes.card-copied'));
	} catch (error) {
		showError(error);
	}
}

/** Puts a text on the clipboard in both forms; the program that pastes takes the one it can use. */
async function copyBoth(text: string, html: string): Promise<void> {
	await navigator.clipboard.write([
		new ClipboardItem({
			'text/plain': new Blob([text], { type: 'text/plain' }),
			'text/html': new Blob([html], { type: 'text/html' }),
		}),
	]);
	await noteCopied();
}
