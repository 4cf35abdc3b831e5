import { escapeMarkup } from '#shared/cite/escape-markup.ts';
import { activeLocale } from '#shared/messages/messages.ts';

export interface StandalonePage {
	/** As text; it is the heading too. */
	title: string;
	/** CSS of ours. */
	style: string;
	/** Markup under the heading, in which whatever comes from the archive is escaped. */
	body: string;
}

/** A file of its own in the active language, for a browser or a printer. It may load and run nothing. */
export function writeStandalonePage({ title, style, body }: StandalonePage): string {
	const heading = escapeMarkup(title);
	return `<!doctype html>
<html lang="${escapeMarkup(activeLocale())}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${heading}</title>
<style>${style}</style>
</head>
<body>
<h1 dir="auto">${heading}</h1>
${body}
</body>
</html>
`;
}
