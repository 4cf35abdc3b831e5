import { createHash } from 'node:crypto';
import { escapeMarkup } from '#shared/cite/escape-markup.ts';
import { activeLocale, message } from '#shared/messages/messages.ts';
import { corePart, searchPart, thingsPart, workerParts } from '#shared/reading-copy/copy-parts.ts';
import { manifestPart } from '#shared/reading-copy/manifest.ts';
import { type AllPageTexts, pageTextsId, partAttribute } from '#shared/reading-copy/page-texts.ts';
import { partPath } from '#shared/reading-copy/part-file.ts';

export interface PageOptions {
	/** Of the archive; a page that is encrypted has one that tells nothing. */
	title: string;
	isSealed: boolean;
	texts: AllPageTexts;
}

/** In the order in which they run; all others come when they are asked for. */
const scripts = [
	'app/copy.js',
	...[manifestPart, corePart, thingsPart, workerParts.search, workerParts.graph].map(partPath),
	'app/app.js',
	partPath(searchPart),
];
/** The rest is loaded by the first once it has the passphrase. */
const sealedScripts = ['app/copy.js'];

/**
 * Stands in the page itself, since it is for when nothing else is there: a program that shows ZIP files hands a browser the
 * page alone. What was drawn by then stays.
 */
const missingScript = `
addEventListener('error', (event) => {
	if (!(event.target instanceof HTMLScriptElement)) return;
	const say = () => {
		const texts = JSON.parse(document.getElementById('${pageTextsId}').textContent);
		const language = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]).find((tag) => texts[tag]) || 'en';
		const place = document.getElementById('opening');
		if (!place) return;
		place.lang = language;
		place.textContent = texts[language].missing;
	};
	if (document.readyState === 'loading') addEventListener('DOMContentLoaded', say);
	else say();
}, true);
`;

/** The page of a folder. What stands in it is seen only where its scripts are not there, or do not run. */
export function writeIndexPage(options: PageOptions): string {
	const files = options.isSealed ? sealedScripts : scripts;
	// A page from a disk has no origin that all browsers agree on, hence the scheme beside 'self'.
	const own = "'self' file:";
	return `${headOf(options, { scripts: `${own} ${sourceOf(missingScript)}`, styles: own, images: own })}
		<script>${missingScript}</script>
		<link rel="stylesheet" href="app/app.css" />
${files.map((path) => `		<script defer src="${path}"></script>`).join('\n')}
	</head>
	<body>
		<div id="root">${openingText('reading-copy.page.no-scripts')}</div>
		${textsBlock(options.texts)}
	</body>
</html>
`;
}

export interface FilePageOptions extends PageOptions {
	/** The page's own script, the window's, and the styles of both. */
	host: string;
	program: string;
	styles: string;
}

/**
 * The page that is one file, as far as its parts: those follow as data blocks, then `writeFilePageEnd`. It may run two
 * scripts and have one style sheet, each of which its policy knows by digest, and load nothing at all.
 */
export function writeFilePageStart({ host, program, styles, ...page }: FilePageOptions): string {
	const allowed = { scripts: `${sourceOf(host)} ${sourceOf(program)}`, styles: sourceOf(styles), images: '' };
	return `${headOf(page, allowed, 'data-file')}
		<style>${inlined('style', styles)}</style>
	</head>
	<body>
		<div id="root">${openingText('reading-copy.page.no-scripts-file')}</div>
		${textsBlock(page.texts)}
`;
}

/** @param base64 of the part, compressed; or a slice of what is encrypted. */
export function writeDataBlock(name: string, base64: string): string {
	return `<script type="application/octet-stream" ${partAttribute}="${name}">${base64}</script>\n`;
}

export function writeFilePageEnd(host: string): string {
	return `<script>${inlined('script', host)}</script>\n</body>\n</html>\n`;
}

interface Allowed {
	scripts: string;
	styles: string;
	images: string;
}

/**
 * What the page may do: run its own scripts and styles, and a worker that it made itself; nothing is fetched or sent, from
 * nowhere and to nowhere. A page from a disk has no headers, hence the tag.
 */
function policyOf(allowed: Allowed): string {
	return [
		"default-src 'none'",
		`script-src ${allowed.scripts}`,
		`style-src ${allowed.styles}`,
		`img-src ${allowed.images} data:`,
		'font-src data:',
		'worker-src blob:',
		"connect-src 'none'",
		"base-uri 'none'",
		"form-action 'none'",
		"object-src 'none'",
		"require-trusted-types-for 'script'",
		'trusted-types lectern-worker lectern-part',
	].join('; ');
}

function headOf({ title, isSealed }: PageOptions, allowed: Allowed, mark = ''): string {
	return `<!doctype html>
<html lang="${activeLocale()}" ${mark}${isSealed ? ' data-sealed' : ''}>
	<head>
		<meta charset="utf-8" />
		<meta http-equiv="content-security-policy" content="${policyOf(allowed)}" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="referrer" content="no-referrer" />
		<meta name="robots" content="noindex" />
		<meta id="react-aria-pressable-style" />
		<title>${escapeMarkup(isSealed ? message('reading-copy.title') : title)}</title>
		<link rel="icon" href="data:," />`;
}

function openingText(key: 'reading-copy.page.no-scripts' | 'reading-copy.page.no-scripts-file'): string {
	return `<p id="opening">${escapeMarkup(message(key))}</p>`;
}

function textsBlock(texts: AllPageTexts): string {
	const json = JSON.stringify(texts).replaceAll('<', '\\u003c');
	return `<script type="application/json" id="${pageTextsId}">${json}</script>`;
}

/** By which the policy knows a script or style sheet that stands in the page (Content Security Policy 3, 2.3.1). */
function sourceOf(text: string): string {
	return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** A parser would end the element earlier, or read another text than was hashed. */
function inlined(element: 'script' | 'style', text: string): string {
	if (/[\0\r]|<!--/.test(text) || text.toLowerCase().includes(`</${element}`))
		throw new RangeError(`text of ${element} cannot stand in a page`);
	return text;
}
