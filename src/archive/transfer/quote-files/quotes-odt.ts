import { strToU8, type Zippable, zipSync } from 'fflate';
import { escapeMarkup } from '#shared/cite/escape-markup.ts';
import { isReadFromRight } from '#shared/text/base-direction.ts';
import type { QuoteDocument, QuotedPart } from './quote-document.ts';

const mediaType = 'application/vnd.oasis.opendocument.text';
const prologue = '<?xml version="1.0" encoding="UTF-8"?>';
const namespaces = [
	['office', 'office:1.0'],
	['text', 'text:1.0'],
	['style', 'style:1.0'],
	['meta', 'meta:1.0'],
	['fo', 'xsl-fo-compatible:1.0'],
]
	.map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}"`)
	.join(' ');

/**
 * An OpenDocument text (ODF 1.3): no library that is kept writes one, and this is all of the format that quotations need.
 * The media type stands first and is not compressed (part 2, 3.3).
 */
export function writeQuotesOdt(document: QuoteDocument): Uint8Array {
	const files: Zippable = {
		mimetype: [strToU8(mediaType), { level: 0 }],
		'META-INF/manifest.xml': strToU8(manifest),
		'meta.xml': strToU8(meta(document.title)),
		'content.xml': strToU8(content(document)),
	};
	return zipSync(files);
}

const manifest = `${prologue}
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="${mediaType}" manifest:version="1.3"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>`;

function meta(title: string): string {
	return `${prologue}
<office:document-meta ${namespaces} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">
<office:meta><dc:title>${escapeMarkup(title)}</dc:title><meta:generator>Lectern</meta:generator></office:meta>
</office:document-meta>`;
}

function content({ title, referenceLanguage, quotes }: QuoteDocument): string {
	const styles = [...new Set(quotes.flatMap(({ lines, language }) => lines.map((line) => styleKey(line, language))))];
	return `${prologue}
<office:document-content ${namespaces} office:version="1.3">
<office:automatic-styles>
${styles.map(quotationStyle).join('\n')}
<style:style style:name="fromRight" style:family="paragraph"><style:paragraph-properties ${fromRight}/></style:style>
<style:style style:name="reference" style:family="text">${languageProperties(referenceLanguage)}</style:style>
<style:style style:name="flag" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles>
<office:body><office:text>
<text:h text:outline-level="1">${escapeMarkup(title)}</text:h>
${quotes.map((quote, at) => part(quote, at + 1, styles)).join('\n')}
</office:text></office:body>
</office:document-content>`;
}

const fromRight = 'style:writing-mode="rl-tb" fo:text-align="start"';

/** A style each for what languages and directions there are: no word processor finds these out by itself. */
function styleKey(line: string, language: string): string {
	return `${language} ${isReadFromRight(line) ? fromRight : ''}`;
}

/** BCP 47 as ODF splits it. */
function languageProperties(language: string): string {
	const [name = '', ...more] = language.split('-');
	const region = more.find((part) => /^([A-Za-z]{2}|\d{3})$/.test(part)) ?? 'none';
	return name === '' ? '' : `<style:text-properties fo:language="${escapeMarkup(name)}" fo:country="${region}"/>`;
}

function quotationStyle(key: string, at: number): string {
	const [language = '', ...direction] = key.split(' ');
	const lang = languageProperties(language);
	return `<style:style style:name="quotation${at}" style:family="paragraph"><style:paragraph-properties fo:margin-left="1cm" fo:margin-right="1cm" fo:margin-top="0.3cm" fo:margin-bottom="0.3cm" ${direction.join(' ')}/>${lang}</style:style>`;
}

function part(quote: QuotedPart, number: number, styles: string[]): string {
	const { lines, language, footnote, note, flag } = quote;
	const quoted = lines.map((line, at) => {
		const style = `quotation${styles.indexOf(styleKey(line, language))}`;
		const mark = at === lines.length - 1 ? footnoteOf(footnote, number) : '';
		return `<text:p text:style-name="${style}">${spaced(line)}${mark}</text:p>`;
	});
	const flagged =
		flag === '' ? [] : [`<text:p><text:span text:style-name="flag">${escapeMarkup(flag)}</text:span></text:p>`];
	const noted = note === '' ? [] : note.split('\n').map(notedLine);
	return [...quoted, ...flagged, ...noted].join('\n');
}

function notedLine(line: string): string {
	const style = isReadFromRight(line) ? ' text:style-name="fromRight"' : '';
	return `<text:p${style}>${spaced(line)}</text:p>`;
}

/** Text of which no space is lost: of several, and of those at an end or beside a tab, the format would leave one or none (part 3, 6.1.2). */
function spaced(text: string): string {
	return escapeMarkup(text)
		.replace(/^ +| +$| {2,}| +(?=\t)|(?<=\t) +/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
		.replaceAll('\t', '<text:tab/>');
}

function footnoteOf(text: string, number: number): string {
	return `<text:note text:id="note${number}" text:note-class="footnote"><text:note-citation>${number}</text:note-citation><text:note-body><text:p><text:span text:style-name="reference">${escapeMarkup(text)}</text:span></text:p></text:note-body></text:note>`;
}
