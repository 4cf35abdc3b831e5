import { type Annotation, quoteOf } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';
import type { EditionTexts } from './edition-texts.ts';
import { type ExportedRecord, placeWords } from './exported-annotations.ts';
import { noteAsMarkdown } from './note-as-markdown.ts';
import { plainAsMarkdown } from './plain-as-markdown.ts';

/** Markdown for reading: by record, in the order of its text, each with its quotation, note, tags and the replies to it. */
export function writeDigest(title: string, records: readonly ExportedRecord[], texts: EditionTexts): string {
	const parts = records.map(({ record, annotations }) => recordPart(record.title, annotations, texts));
	const heading = `# ${oneLine(message('transfer.digest.title', { title }))}`;
	return `${[heading, ...parts].join('\n\n')}\n`;
}

function recordPart(title: string, annotations: readonly Annotation[], texts: EditionTexts): string {
	const depths = new Map<string, number>();
	const parts = annotations.map((annotation) => {
		const above = annotation.replyToId === null ? undefined : depths.get(annotation.replyToId);
		const depth = above === undefined ? 0 : above + 1;
		depths.set(annotation.id, depth);
		return quoted(annotationPart(annotation, texts, depth > 0), Math.min(depth, deepestQuotation));
	});
	return [`## ${oneLine(title)}`, ...parts].join('\n\n');
}

/** Replies are indented by quotation signs; ten are as many as anyone can count. */
const deepestQuotation = 10;

function annotationPart(annotation: Annotation, texts: EditionTexts, isReply: boolean): string {
	const { body, tags, origin } = annotation;
	const words = quoteOf(annotation);
	const place = placeWords(annotation, texts);
	const facts = factsOf(annotation, isReply).map(oneLine).join(' · ');
	return [
		isReply ? `**${facts}**` : `### ${place === '' ? '' : `${oneLine(place)} · `}${facts}`,
		...(words === '' ? [] : [quoted(plainAsMarkdown(words), 1)]),
		...[noteAsMarkdown(body)].filter((note) => note !== ''),
		...(tags.length === 0 ? [] : [oneLine(message('transfer.digest.tags', { tags: tags.join('; ') }))]),
		...(origin?.source ? [oneLine(message('transfer.digest.source', { address: origin.source }))] : []),
	].join('\n\n');
}

function factsOf({ purpose, author, changedAt, isResolved, placement }: Annotation, isReply: boolean): string[] {
	return [
		message(isReply && purpose === 'note' ? 'transfer.digest.reply' : `purpose.${purpose}`),
		...(author === '' ? [] : [author]),
		changedAt.slice(0, 10),
		...(purpose === 'question' ? [message(isResolved ? 'annotations.resolved' : 'annotations.unresolved')] : []),
		...(placement === 'placed' ? [] : [message(`annotations.placement.${placement}`)]),
	];
}

function quoted(markdown: string, depth: number): string {
	if (depth === 0) return markdown;
	const sign = '>'.repeat(depth);
	return markdown
		.split('\n')
		.map((line) => (line === '' ? sign : `${sign} ${line}`))
		.join('\n');
}

function oneLine(text: string): string {
	return plainAsMarkdown(text.replace(/\s+/g, ' ').trim());
}
