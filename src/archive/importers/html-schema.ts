import type { Options } from 'rehype-sanitize';

const kept =
	'a abbr address article aside b bdi bdo big blockquote body br caption center cite code dd del details dfn div dl dt em fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr html i img ins kbd legend li main mark nav ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var wbr';

/**
 * What passes into the blocks. Anything else that can hold prose (a form around a whole page, an unknown element)
 * leaves its text; what runs, draws, loads or asks for input goes with all it holds. Which addresses a link may keep is
 * for `shownAddress` to say, which every link passes.
 */
export const htmlSchema: Options = {
	tagNames: kept.split(' '),
	attributes: {
		'*': ['lang', 'xmlLang', ['role', 'doc-footnote', 'doc-endnote']],
		a: ['href'],
		// An address is kept as words: nothing is fetched, and `figures.ts` says what becomes of it.
		img: ['alt', 'src'],
		li: ['value', 'dataMarker'],
		ol: ['start', 'type'],
		td: ['colSpan', 'rowSpan'],
		th: ['colSpan', 'rowSpan'],
	},
	strip: [
		'script',
		'style',
		'template',
		'noscript',
		'svg',
		'math',
		'iframe',
		'frameset',
		'noframes',
		'noembed',
		'object',
		'embed',
		'applet',
		'audio',
		'video',
		'canvas',
		'select',
		'datalist',
		'textarea',
		'button',
		'title',
		'head',
	],
	protocols: {},
	ancestors: {},
	clobber: [],
	clobberPrefix: '',
	required: {},
};
