import { type Locale, localeFor, localeNames, locales } from '#shared/messages/locales.ts';
import type { PageTexts } from '#shared/reading-copy/page-texts.ts';
import { readPageTexts } from './page-texts.ts';

/** What came of a passphrase. */
export type Tried<T> = { opened: T } | { problem: 'wrong' | 'damaged' | 'missing' };

/** Tries a passphrase; `onProgress` is to be told how much is done, from 0 to 1. */
export type Attempt<T> = (passphrase: string, onProgress: (done: number) => void) => Promise<Tried<T>>;

/**
 * Asks for the passphrase until one opens the copy, in the language that the reader chooses. Made of the page's own
 * elements, since the window's program runs when the copy is open.
 */
export function askPassphrase<T>(root: HTMLElement, attempt: Attempt<T>): Promise<{ opened: T; locale: Locale }> {
	const texts = readPageTexts();
	let locale = localeFor(navigator.languages);
	let problem: keyof PageTexts | null = null;

	const [heading, text, label, problemPlace] = [create('h1'), create('p'), create('label'), create('p')];
	const field = create('input', { id: 'passphrase', type: 'password', autocomplete: 'off', required: '' });
	const button = create('button', { type: 'submit' });
	const progress = create('progress', { max: '1', value: '0', hidden: '' });
	const languageLabel = create('label');
	const languages = create('select', { id: 'language' });
	const form = create('form', { class: 'lectern-gate', autocomplete: 'off' });
	label.htmlFor = field.id;
	languageLabel.htmlFor = languages.id;
	problemPlace.id = 'problem';
	problemPlace.setAttribute('role', 'alert');
	for (const each of locales) languages.append(new Option(localeNames[each], each, false, each === locale));
	form.append(heading, text, label, field, problemPlace, progress, button, languageLabel, languages);
	const main = create('main', { class: 'lectern-gate-place' });
	main.append(form);

	function say(): void {
		const said = texts[locale];
		document.documentElement.lang = locale;
		document.title = said.title;
		heading.textContent = said.title;
		text.textContent = said.text;
		label.textContent = said.passphrase;
		button.textContent = said.open;
		progress.setAttribute('aria-label', said.opening);
		languageLabel.textContent = said.language;
		problemPlace.textContent = problem ? said[problem] : '';
		field.setAttribute('aria-invalid', String(problem === 'wrong'));
		if (problem) field.setAttribute('aria-describedby', problemPlace.id);
	}
	function setBusy(isBusy: boolean): void {
		progress.hidden = !isBusy;
		progress.value = 0;
		field.disabled = isBusy;
		button.disabled = isBusy;
	}

	languages.addEventListener('change', () => {
		locale = locales.find((each) => each === languages.value) ?? locale;
		say();
	});
	document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
	root.replaceChildren(main);
	say();
	field.focus();
	return new Promise((resolve) => {
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			problem = null;
			say();
			setBusy(true);
			void attempt(field.value, (done) => {
				progress.value = done;
			}).then((tried) => {
				// What was typed is nowhere in the page any more.
				field.value = '';
				if ('opened' in tried) return resolve({ opened: tried.opened, locale });
				setBusy(false);
				problem = tried.problem;
				say();
				field.focus();
			});
		});
	});
}

function create<K extends keyof HTMLElementTagNameMap>(
	name: K,
	attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
	return element;
}
