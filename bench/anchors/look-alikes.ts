/** Writings that look-alike sentences are made in. */
export type Writing = 'latin' | 'cyrillic' | 'armenian' | 'georgian';

const templates: Record<Writing, string[]> = {
	latin: [
		'Sample despatch No. #. On the #th of the month the sender @ writes to @ that # sheets of paper were received at @ and that nothing else is to be told.',
		'Sample receipt. @ has handed # boxes to @ on day # of the year; the boxes are kept at @ until they are asked for.',
		'The sample letter of @ to @, numbered #, was copied at @ and laid into folder # with the others of that week.',
	],
	cyrillic: [
		'Образец письма № #. Числа # отправитель @ пишет получателю @, что в месте @ получено # листов бумаги и что больше сообщить нечего.',
		'Образец расписки. @ передал # коробок человеку по имени @ в день #; коробки хранятся в месте @ до востребования.',
		'Образец записки от @ к @ под номером # переписан в месте @ и положен в папку # вместе с другими.',
	],
	armenian: [
		'Նմուշ նամակ թիվ #։ Ամսի # օրը @ գրում է @ անունով մարդուն, որ @ վայրում ստացվել է # թերթ թուղթ և ուրիշ ասելիք չկա։',
		'Նմուշ ստացական։ @ հանձնել է # տուփ @ անունով մարդուն, և տուփերը պահվում են @ վայրում մինչև # օրը։',
	],
	georgian: [
		'ნიმუში წერილი № #. თვის # რიცხვში @ წერს პირს სახელად @, რომ ადგილას @ მიღებულია # ფურცელი და სხვა სათქმელი არაფერია.',
		'ნიმუში ხელწერილი. @ გადასცა # ყუთი პირს სახელად @ და ყუთები ინახება ადგილას @ დღემდე #.',
	],
};

const syllables: Record<Writing, string[]> = {
	latin: 'ba de ki lo mu na pe ri so tu va ze har men lin dor'.split(' '),
	cyrillic: 'ба де ки ло му на пе ри со ту ва зе хар мен лин дор'.split(' '),
	armenian: 'բա դե կի լո մա նա պե րի սո տա վա զե հար մեն լին դոր'.split(' '),
	georgian: 'ბა დე კი ლო მუ ნა პე რი სო ტუ ვა ზე ჰარ მენ ლინ დორ'.split(' '),
};

/** Invented sentences of a few moulds, so many that most have neighbours that differ in one name or number. */
export function lookAlikes(writing: Writing, random: () => number, count: number): string[] {
	const names = Array.from({ length: 24 }, () => inventName(writing, random));
	return Array.from({ length: count }, () =>
		pick(templates[writing], random)
			.replaceAll('#', () => inventNumber(random))
			.replaceAll('@', () => pick(names, random)),
	);
}

/** A word of two to four syllables that is nobody's name, with a capital where the script has one. */
export function inventName(writing: Writing, random: () => number): string {
	const length = 2 + Math.floor(random() * 3);
	const name = Array.from({ length }, () => pick(syllables[writing], random)).join('');
	return writing === 'georgian' ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

export function inventNumber(random: () => number): string {
	return String(1 + Math.floor(random() * (random() < 0.5 ? 30 : 2000)));
}

export function pick<T>(from: readonly T[], random: () => number): T {
	return from[Math.floor(random() * from.length)] as T;
}
