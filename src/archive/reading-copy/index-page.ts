import { escapeMarkup } from '#shared/cite/escape-markup.ts';
import { activeLocale, message } from '#shared/messages/messages.ts';
import { corePart, searchPart, searchWorkerPart, thingsPart } from '#shared/reading-copy/copy-parts.ts';
import { manifestPart } from '#shared/reading-copy/manifest.ts';
import { partPath } from '#shared/reading-copy/part-file.ts';

/**
 * What the page may do: run scripts and styles of its own folder, and a worker that it made itself; nothing is fetched or
 * sent, from nowhere and to nowhere. A page from a disk has no headers, hence the tag; and no origin that all browsers
 * agree on, hence the scheme beside 'self'.
 */
const policy = [
	"default-src 'none'",
	"script-src 'self' file:",
	"style-src 'self' file:",
	"img-src 'self' file: data:",
	'font-src data:',
	'worker-src blob:',
	"connect-src 'none'",
	"base-uri 'none'",
	"form-action 'none'",
	"object-src 'none'",
	"require-trusted-types-for 'script'",
	'trusted-types lectern-worker lectern-part',
].join('; ');

/** In the order in which they run; all others come when they are asked for. */
const scripts = [
	'app/copy.js',
	...[manifestPart, corePart, thingsPart, searchWorkerPart].map(partPath),
	'app/app.js',
	partPath(searchPart),
];

/** The page that is opened. What stands in it is seen only where its scripts are not there, or do not run. */
export function writeIndexPage(title: string): string {
	const text = escapeMarkup(message('reading-copy.page.no-scripts'));
	return `<!doctype html>
<html lang="${activeLocale()}">
	<head>
		<meta charset="utf-8" />
		<meta http-equiv="content-security-policy" content="${policy}" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="referrer" content="no-referrer" />
		<meta name="robots" content="noindex" />
		<meta id="react-aria-pressable-style" />
		<title>${escapeMarkup(title)}</title>
		<link rel="icon" href="data:," />
		<link rel="stylesheet" href="app/app.css" />
${scripts.map((path) => `		<script defer src="${path}"></script>`).join('\n')}
	</head>
	<body>
		<div id="root"><p>${text}</p></div>
	</body>
</html>
`;
}
