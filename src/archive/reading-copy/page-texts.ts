import { locales } from '#shared/messages/locales.ts';
import { messagesIn } from '#shared/messages/messages.ts';
import { type AllPageTexts, type PageTexts, pageTextKeys } from '#shared/reading-copy/page-texts.ts';

export async function readPageTexts(): Promise<AllPageTexts> {
	const texts: [string, PageTexts][] = [];
	for (const locale of locales) {
		const say = await messagesIn(locale);
		const entries = pageTextKeys.map((key) => [key, say(`reading-copy.page.${key}`)]);
		texts.push([locale, Object.fromEntries(entries) as PageTexts]);
	}
	return Object.fromEntries(texts) as AllPageTexts;
}
