import { decodeMarkup } from './decode-markup.ts';
import { decodingParameters } from './encoding.ts';
import { readHtml } from './html-page.ts';
import { type Importer, titleFromFileName } from './importer.ts';

const mediaType = 'text/html';

export const htmlImporter: Importer = {
	name: 'html',
	version: '1',
	mediaType,
	extensions: ['.html', '.htm', '.xhtml'],
	read(bytes, options) {
		const decoded = decodeMarkup(bytes, options);
		const { title, language, blocks, isFlattened } = readHtml(decoded.text);
		return {
			mediaType,
			importer: this.name,
			importerVersion: this.version,
			parameters: { ...decodingParameters(decoded), ...(isFlattened && { flattened: true }) },
			language,
			title: title || titleFromFileName(options.fileName),
			blocks,
		};
	},
};
