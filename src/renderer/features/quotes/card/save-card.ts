import { archive } from '#renderer/lib/archive.ts';
import { base64Of } from '#renderer/lib/base64.ts';
import { exportFile } from '#renderer/lib/export-file.ts';
import { showToast } from '#renderer/ui/toast.ts';
import { withCardData } from '#shared/cite/quote-card-file.ts';
import { type CardFormat, cardEndings, type QuoteCard, type WrittenCardFormat } from '#shared/domain/quote-card.ts';
import { message } from '#shared/messages/messages.ts';
import { cardPng } from './card-picture.ts';

const mediaTypes: Readonly<Record<CardFormat, string>> = {
	png: 'image/png',
	svg: 'image/svg+xml',
	html: 'text/html;charset=utf-8',
	text: 'text/plain;charset=utf-8',
};

/** A card that the archive made: as data, and in each form that is text. */
export interface MadeCard {
	card: QuoteCard;
	files: Record<WrittenCardFormat, string>;
}

/** Saves a card where the person says. */
export async function saveCard({ card, files }: MadeCard, format: CardFormat): Promise<void> {
	const name = `${message('quotes.card-file-name')}.${cardEndings[format]}`;
	const content = async () => ({
		bytes: format === 'png' ? withCardData(await cardPng(card), card) : new TextEncoder().encode(files[format]),
	});
	const saved = await exportFile<object, { bytes: Uint8Array<ArrayBuffer> }>(name, mediaTypes[format], {
		async toPath(path) {
			const { bytes } = await content();
			await archive.calls.cards.saveTo({ path, base64: await base64Of(new File([bytes], name)) });
			return {};
		},
		content,
	});
	if (saved) showToast(message('quotes.card-saved'));
}
