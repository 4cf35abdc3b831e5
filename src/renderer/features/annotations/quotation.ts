import { showError, showToast } from '#renderer/ui/toast.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import { citedNumber } from '#shared/domain/block.ts';
import { textOfRange } from '#shared/domain/text-range.ts';
import { message } from '#shared/messages/messages.ts';
import type { AnnotatedText } from './annotated-text.ts';

/** The marked words with what is needed to find them again: title, ¶ number, address. */
export function quotationOf(text: Pick<AnnotatedText, 'blocks' | 'title' | 'addressOf'>, range: TextRange): string {
	const [first, last] = [range.startOrdinal, range.endOrdinal].map((ordinal) => citedNumber(text.blocks, ordinal));
	return message('annotations.quotation', {
		words: textOfRange(text.blocks, range),
		title: text.title,
		numbers: first === last ? String(first ?? '–') : `${first ?? '–'}–${last ?? '–'}`,
		address: text.addressOf(range.startOrdinal),
	});
}

export async function copyText(text: string, done: string): Promise<void> {
	try {
		await navigator.clipboard.writeText(text);
		showToast(done);
	} catch (error) {
		showError(error);
	}
}

export function copyQuotation(text: AnnotatedText, range: TextRange): Promise<void> {
	return copyText(quotationOf(text, range), message('annotations.quotation-copied'));
}
