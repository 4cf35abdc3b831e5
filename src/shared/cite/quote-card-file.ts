import * as v from 'valibot';
import { editionKinds } from '../domain/edition.ts';
import type { CardOutcome, QuoteCard, WrittenCardFormat } from '../domain/quote-card.ts';
import { isPng } from '../pictures/png-chunks.ts';
import { cardFacts } from './card-facts.ts';
import { escapeMarkup } from './escape-markup.ts';
import { readPngText, withPngText } from './png-text.ts';
import { saysInSvg, svgCard } from './quote-card-svg.ts';
import { quotedHtml, quotedText } from './quoted-text.ts';

/** Before the data of a card in plain text. */
const textMark = 'lectern-quote-card: ';
const scriptOpen = '<script type="application/json" id="lectern-quote-card">';
const scriptClose = '</script>';
const metadataOpen = '<metadata id="lectern-quote-card">';
const metadataClose = '</metadata>';
/** Before the data of a card that a picture of dots carries. */
const dotsMark = 'lectern-quote-card-picture: ';
const pngKeyword = 'lectern-quote-card';

/** A card as a file: what people read, then the same as data, which `lectern prove` reads. */
export function writeQuoteCard(card: QuoteCard, format: WrittenCardFormat): string {
	if (format === 'svg') return pictureCard(card);
	return format === 'html' ? htmlCard(card) : textCard(card);
}

/** A picture of dots that shows a card, with the card's data in it. */
export function withCardData(png: Uint8Array, card: QuoteCard): Uint8Array<ArrayBuffer> {
	return withPngText(png, pngKeyword, JSON.stringify(card));
}

/** What of a file is a card, as `readQuoteCard` takes it; null for a picture of dots that carries none. */
export function cardTextOf(bytes: Uint8Array): string | null {
	if (!isPng(bytes)) {
		const text = new TextDecoder().decode(bytes);
		// Nobody reads what a picture of dots shows: a page or a text that passes for one would be proved by its data alone.
		return text.trim().startsWith(dotsMark) ? '' : text;
	}
	const data = readPngText(bytes, pngKeyword);
	return data === null ? null : `${dotsMark}${data}`;
}

/** `not-checked`: it is a picture of dots, which no program reads. */
export type CardReadable = Extract<CardOutcome, 'holds' | 'other' | 'not-checked'>;

/**
 * The data of a card in any form, and whether what people read on it says the same: the words with their reference stand
 * there exactly, nothing before them, and so do all digests. Null for what is no card.
 */
export function readQuoteCard(file: string): { card: QuoteCard; readable: CardReadable } | null {
	const text = file
		.replaceAll('\r\n', '\n')
		.replace(/^\ufeff/, '')
		.trim();
	if (text.startsWith(dotsMark)) {
		const card = parsed(text.slice(dotsMark.length));
		return card && { card, readable: 'not-checked' };
	}
	const form = forms.find(({ mark }) => text.includes(mark)) ?? plainForm;
	const at = form === plainForm ? text.lastIndexOf(`\n${textMark}`) + 1 : text.lastIndexOf(form.mark);
	if (!text.startsWith(form.mark, at)) return null;
	const [data = '', ...rest] = text.slice(at + form.mark.length).split(form.end);
	const card = parsed(data);
	if (!card) return null;
	const readable = text.slice(0, at);
	const isSaid =
		form.says(readable, card, rest.join(form.end)) && digestsOf(card).every((digest) => readable.includes(digest));
	return { card, readable: isSaid ? 'holds' : 'other' };
}

/** How the data of a card is told from what people read, and whether that says what the data says. */
interface CardForm {
	mark: string;
	end: string;
	/** @param rest what stands behind the data */
	says(readable: string, card: QuoteCard, rest: string): boolean;
}

const plainForm: CardForm = {
	mark: textMark,
	end: '\n',
	says: (readable, card) => readable.startsWith(textHead(card)),
};
const htmlFacts = /^(?:<dt>[^<]*<\/dt><dd>[^<]*<\/dd>)*<\/dl><\/article>\n$/;
const forms: readonly CardForm[] = [
	{
		mark: scriptOpen,
		end: scriptClose,
		says(readable, card, rest) {
			const head = `<article>${htmlHead(card)}<dl>`;
			// What stands behind could hide all this, and show something else.
			return rest === '' && readable.startsWith(head) && htmlFacts.test(readable.slice(head.length));
		},
	},
	{
		mark: metadataOpen,
		end: metadataClose,
		// What is drawn last lies above all else.
		says: (readable, card, rest) => rest === '</svg>' && saysInSvg(readable, card),
	},
];

function textCard(card: QuoteCard): string {
	const facts = cardFacts(card).map(([label, value]) => `${label}: ${value}`);
	return `${textHead(card)}\n\n${facts.join('\n')}\n\n${textMark}${JSON.stringify(card)}\n`;
}

/** A picture that people see and share, with its data where no program shows it. */
function pictureCard(card: QuoteCard): string {
	const data = JSON.stringify(card).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026');
	return `${svgCard(card)}${metadataOpen}${data}${metadataClose}</svg>\n`;
}

function textHead({ quoted, beside }: QuoteCard): string {
	return [quoted, ...(beside ? [beside] : [])].map(quotedText).join('\n\n');
}

function htmlCard(card: QuoteCard): string {
	const facts = cardFacts(card).map(
		([label, value]) => `<dt>${escapeMarkup(label)}</dt><dd>${escapeMarkup(value)}</dd>`,
	);
	// No "<" within the data: it can neither end the script nor begin another element.
	const data = JSON.stringify(card).replaceAll('<', '\\u003c');
	return `<article>${htmlHead(card)}<dl>${facts.join('')}</dl></article>\n${scriptOpen}${data}${scriptClose}\n`;
}

function htmlHead({ quoted, beside }: QuoteCard): string {
	return [quoted, ...(beside ? [beside] : [])].map(quotedHtml).join('');
}

function digestsOf({ custody, quoted, beside }: QuoteCard): string[] {
	return [quoted, beside]
		.flatMap((passage) => (passage ? [passage.textSha256, passage.originalSha256 ?? ''] : []))
		.concat(custody.head);
}

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const passageSchema = v.object({
	recordId: v.string(),
	title: v.string(),
	editionId: v.string(),
	editionKind: v.picklist(editionKinds),
	textSha256: digest,
	originalSha256: v.nullable(digest),
	place: v.tuple([count, count, count, count]),
	words: v.string(),
	language: v.string(),
	numbers: v.string(),
	reference: v.string(),
	address: v.string(),
});
const cardSchema = v.object({
	lecternQuoteCard: v.literal(1),
	archiveId: v.string(),
	archiveTitle: v.string(),
	madeAt: v.string(),
	quoted: passageSchema,
	beside: v.nullable(passageSchema),
	custody: v.object({
		head: digest,
		chains: v.array(v.object({ replicaId: v.string(), sequence: count, hash: digest })),
	}),
});

function parsed(data: string): QuoteCard | null {
	try {
		const { success, output } = v.safeParse(cardSchema, JSON.parse(data));
		return success ? (output as QuoteCard) : null;
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}
