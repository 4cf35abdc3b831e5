import type { Plugin } from 'vite';

interface DearStart {
	/** In which file. */
	id: RegExp;
	dear: RegExp;
	cheap: string;
}

const dearStarts: readonly DearStart[] = [
	{
		// Whether a language tag is well-formed, by the list of all locales that can format dates: 27 ms to load it. The other
		// throws for the same tags, and that is all that is asked.
		id: /react-aria[\\/].*useDefaultLocale/,
		dear: /Intl\.DateTimeFormat\.supportedLocalesOf\(/,
		cheap: 'Intl.getCanonicalLocales(',
	},
	{
		// Which way a language runs, by tables of all languages and their scripts: 14 ms to load them. The list of languages
		// that is asked where there are no such tables says the same of those that Lectern speaks.
		id: /react-aria[\\/].*i18n[\\/]utils/,
		dear: /if \(Intl\.Locale\)/,
		cheap: 'if (false)',
	},
	{
		// Whether numbers can be formatted with a sign: 18 ms. Wherever Lectern runs, they can.
		id: /@internationalized[\\/]number[\\/].*NumberFormatter/,
		dear: /new Intl\.NumberFormat\('de-DE', \{\s*signDisplay: 'exceptZero'\s*\}\)\.resolvedOptions\(\)\.signDisplay === 'exceptZero'/,
		cheap: 'true',
	},
	{
		// Every plural formats its number, whether it is said or not: 25 ms for the first one, which is mostly a small one. In
		// none of Lectern's languages is anything put between the digits of those.
		id: /@lingui[\\/]core[\\/]dist[\\/]index\.mjs$/,
		dear: /const valueStr = number\(locales, value, numberFormat\)/,
		cheap:
			'const valueStr = !numberFormat && Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : number(locales, value, numberFormat)',
	},
	{
		// Where earlier pages were scrolled to: 4 ms to open the store. Lectern keeps reading positions itself.
		id: /router-core[\\/].*[\\/]scroll-restoration\.js$/,
		dear: /safeSessionStorage = getSafeSessionStorage\(\)/,
		cheap: 'safeSessionStorage = undefined',
	},
];

/** Leaves out what libraries do as soon as they are loaded and Lectern has no use for; each start would pay for it. */
export function cheapStart(): Plugin {
	const met = new Set<DearStart>();
	return {
		name: 'cheap-start',
		apply: 'build',
		transform: {
			filter: { id: dearStarts.map(({ id }) => id) },
			handler(code, file) {
				const start = dearStarts.find(({ id }) => id.test(file));
				if (!start) return null;
				if (!start.dear.test(code)) this.error(`this file no longer says ${start.dear}`);
				met.add(start);
				return code.replace(start.dear, start.cheap);
			},
		},
		buildEnd(error) {
			const missed = dearStarts.find((start) => !met.has(start));
			if (!error && missed) this.error(`no file is called ${missed.id} any more`);
		},
	};
}
