/** The seven languages of the artificial corpus. */
export const languageCodes = ['en', 'ru', 'hy', 'az', 'tr', 'fr', 'ka'] as const;
export type LanguageCode = (typeof languageCodes)[number];

/** A language by its sounds and letters. Words that mean nothing are put together from them. */
export interface ArtificialLanguage {
	code: LanguageCode;
	/** Share of the records. */
	share: number;
	/** The same sounds in the same order in every language, so that one artificial name can be written in all of them. */
	consonants: readonly string[];
	vowels: readonly string[];
	/** The most frequent words of the real language: they alone say nothing. */
	functionWords: readonly string[];
	/** The frequent first. */
	endings: readonly string[];
	/** How many of the words carry one. */
	inflected: number;
	nameEndings: readonly string[];
	/** Written between a name and its ending. */
	apostrophe: string;
	hasCapitals: boolean;
	fullStop: string;
}

export const languages: readonly ArtificialLanguage[] = [
	language('en', 0.28, {
		consonants: 'b d g v z k l m n p r s t f h ch sh zh kh gh j y',
		vowels: 'a e i o u a',
		functionWords: 'the of and to in a that is was for on with as by at from it his be not are this or which were an',
		endings: 's ed ing er ly ness ment',
		inflected: 0.35,
		nameEndings: '’s s',
	}),
	language('ru', 0.26, {
		consonants: 'б д г в з к л м н п р с т ф х ч ш ж х г дж й',
		vowels: 'а е и о у ы',
		functionWords: 'и в на не с что по к из от о за как для у его это при но то они был все же до а',
		endings: 'а ов ом ы у ами ах ого ой ых ский ение ность ать ал',
		inflected: 0.6,
		nameEndings: 'а у ым е ом ы',
	}),
	language('hy', 0.14, {
		consonants: 'բ դ գ վ զ կ լ մ ն պ ռ ս տ ֆ հ չ շ ժ խ ղ ջ յ',
		vowels: 'ա ե ի ո ու ը',
		functionWords: 'և է որ մեջ են ու այս նա իր մի այդ հետ էր ոչ եմ պետք բայց համար մասին նրա ես մենք դա ինչ կամ',
		endings: 'ը ի ում ներ ից ների ով ներով ություն ական ներում',
		inflected: 0.55,
		nameEndings: 'ի ին ից ով ը',
		fullStop: '։',
	}),
	language('az', 0.1, {
		consonants: 'b d q v z k l m n p r s t f h ç ş j x ğ c y',
		vowels: 'a ə i o u ı',
		functionWords: 'və bu bir ki ilə üçün o da də olan daha sonra çox kimi isə ən hər onun ya amma var nə biz idi öz',
		endings: 'lar da ın dan ı lər ları larının daki lıq çı mız larından',
		inflected: 0.55,
		nameEndings: 'ın da dan a',
		apostrophe: '’',
	}),
	language('tr', 0.1, {
		consonants: 'b d g v z k l m n p r s t f h ç ş j h ğ c y',
		vowels: 'a e i o u ı',
		functionWords:
			've bir bu da de için ile olarak o daha çok gibi olan kadar sonra ne her ise en ama mi var ya ki onun',
		endings: 'lar da ın dan ı ler ları larının daki lık cı mız larından',
		inflected: 0.55,
		nameEndings: 'ın da dan a',
		apostrophe: '’',
	}),
	language('fr', 0.07, {
		consonants: 'b d g v z k l m n p r s t f h tch ch j kh gh dj y',
		vowels: 'a e i o ou é',
		functionWords: 'de la le et les des en un du une que est pour qui dans par sur au plus pas ne il se avec ce',
		endings: 's e es er ment ait ant ation eur',
		inflected: 0.4,
		nameEndings: '',
	}),
	language('ka', 0.05, {
		consonants: 'ბ დ გ ვ ზ კ ლ მ ნ პ რ ს ტ ფ ჰ ჩ შ ჟ ხ ღ ჯ ი',
		vowels: 'ა ე ი ო უ ა',
		functionWords: 'და რომ ეს არ იყო არის მისი თუ ამ რა მაგრამ როგორც იმ ის უნდა ერთი მათ ჩვენ შემდეგ უფრო ან მე',
		endings: 'ი ის ში მა ს ით ები ების ებში ობა ული',
		inflected: 0.55,
		nameEndings: 'ის მა ს ი',
		hasCapitals: false,
	}),
];

interface Written {
	consonants: string;
	vowels: string;
	functionWords: string;
	endings: string;
	inflected: number;
	nameEndings: string;
	apostrophe?: string;
	hasCapitals?: boolean;
	fullStop?: string;
}

function language(code: LanguageCode, share: number, written: Written): ArtificialLanguage {
	const { inflected, apostrophe = '', hasCapitals = true, fullStop = '.' } = written;
	return {
		...{ code, share, inflected, apostrophe, hasCapitals, fullStop },
		consonants: list(written.consonants),
		vowels: list(written.vowels),
		functionWords: list(written.functionWords),
		endings: list(written.endings),
		nameEndings: list(written.nameEndings),
	};
}

function list(words: string): string[] {
	return words === '' ? [] : words.split(' ');
}
