/** A voice of the system, as the browser describes it. */
export interface Voice {
	/** What it is known by; the browser says the same each time. */
	voiceURI: string;
	name: string;
	/** BCP 47, in whatever spelling the system has. */
	lang: string;
	/** False where the words would go to a server to be said. */
	localService: boolean;
	/** Whether the system uses it where nothing is chosen. */
	default: boolean;
}

/** Which voice says which language, by primary language subtag: the names (`voiceURI`) of those chosen. */
export type ChosenVoices = Readonly<Record<string, string>>;

/** "English+Alex espeak-ng": eSpeak's voices are each listed a hundred times, as other people would sound. */
const variantOfVoice = /\+[^+]*$/;

/**
 * The voices that may be used: those of this machine only, since any other sends the text out. Where an engine lists its
 * voices once plain and a hundred times altered (speech-dispatcher with eSpeak has 13,000), the plain ones.
 */
export function usableVoices<V extends Voice>(all: readonly V[]): V[] {
	const local = all.filter(({ localService }) => localService);
	const plain = local.filter(({ name }) => !variantOfVoice.test(name));
	return plain.length > 0 ? plain : local;
}

/** The voices for a language first, the likeliest of them in front; then all others by language. */
export function sortVoices<V extends Voice>(voices: readonly V[], language: string): V[] {
	return voices.toSorted(
		(one, other) =>
			rank(other, language) - rank(one, language) ||
			Number(other.default) - Number(one.default) ||
			order(one.lang, other.lang) ||
			order(one.name, other.name),
	);
}

/** The voice that says a language: the chosen one if it is there, else the likeliest; null where none speaks it. */
export function voiceFor<V extends Voice>(language: string, voices: readonly V[], chosen: ChosenVoices): V | null {
	const wanted = voices.find(({ voiceURI }) => voiceURI === chosen[primaryLanguage(language)]);
	const [likeliest] = sortVoices(voices, language);
	return wanted ?? (likeliest && speaks(likeliest, language) ? likeliest : null);
}

export function speaks(voice: Voice, language: string): boolean {
	return primaryLanguage(voice.lang) === primaryLanguage(language);
}

/** `ru` of `ru-RU`, and of `ru_RU` as Android writes it. */
export function primaryLanguage(tag: string): string {
	return tag.split(/[-_]/)[0]?.toLowerCase() ?? '';
}

function rank(voice: Voice, language: string): number {
	if (!speaks(voice, language)) return 0;
	const tag = voice.lang.replaceAll('_', '-').toLowerCase();
	return tag === language.toLowerCase() ? 2 : 1;
}

function order(one: string, other: string): number {
	return one < other ? -1 : Number(one > other);
}
