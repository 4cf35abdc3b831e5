// How a Linux desktop comes to know Lectern: its entry in the menu, and what a .lectern file is.
import { appId, archiveType, inAllLanguages, inAllLanguagesForLists, product } from './product.mjs';

/**
 * What stands in the entry, by key; also for packages that electron-builder makes.
 * @returns {Record<string, string>}
 */
export function desktopEntry() {
	return {
		Name: product.productName,
		...translated('Comment', inAllLanguagesForLists('about.text')),
		Type: 'Application',
		Terminal: 'false',
		Categories: 'Office;Education;Science;Literature;',
		Keywords: 'archive;sources;research;annotation;',
		MimeType: `${archiveType.mediaType};`,
		StartupWMClass: product.productName,
		StartupNotify: 'true',
	};
}

/**
 * Desktop Entry Specification 1.5.
 * @param {{ command: string, icon: string }} installed the command as the entry runs it, without the file
 */
export function desktopFile({ command, icon }) {
	const fields = { ...desktopEntry(), Exec: `${command} %f`, TryExec: command, Icon: icon };
	return `[Desktop Entry]\n${Object.entries(fields)
		.map(([key, value]) => `${key}=${value}\n`)
		.join('')}`;
}

/** The name by which a window says to which entry it belongs. */
export const desktopFileName = `${appId}.desktop`;

/** Shared MIME-info Database 0.21: by name, and by what every archive has at its beginning. */
export function mimeFile() {
	const [first, second] = archiveType.magic.map(
		({ offset, text }) => `<match type="string" offset="${offset}" value="${text}"`,
	);
	return `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
	<mime-type type="${archiveType.mediaType}">
${inAllLanguages('desktop.dialog.archive')
	.map(([language, text]) => `\t\t<comment${language === 'en' ? '' : ` xml:lang="${language}"`}>${text}</comment>\n`)
	.join('')}		<sub-class-of type="application/vnd.sqlite3"/>
		<icon name="${appId}"/>
		<magic priority="80">
			${first}>
				${second}/>
			</match>
		</magic>
		<glob pattern="*.${archiveType.extension}"/>
	</mime-type>
</mime-info>
`;
}

/**
 * @param {string} key
 * @param {readonly (readonly [string, string])[]} texts
 */
function translated(key, texts) {
	return Object.fromEntries(texts.map(([language, text]) => [language === 'en' ? key : `${key}[${language}]`, text]));
}
