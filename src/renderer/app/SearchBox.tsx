import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { parseAddress } from '#renderer/lib/address.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { focusIfLost } from '#renderer/lib/lost-focus.ts';
import { phoneWindow, useMediaQuery } from '#renderer/lib/media-query.ts';
import { startSearch, useQuestionBox } from '#renderer/search/index.ts';
import { CommandKeys } from '#renderer/ui/Keys.tsx';
import { message } from '#shared/messages/messages.ts';
import { oneLine } from '#shared/text/one-line.ts';
import { searchBoxId } from './frame-commands.ts';
import styles from './SearchBox.module.css';

/** The one search box: typing goes to the search page and asks there; the address keeps the question. */
export function SearchBox() {
	const navigate = useNavigate();
	const question = useQuestionBox();
	const { text } = question;
	const isPhone = useMediaQuery(phoneWindow);

	function change(next: string): void {
		const address = parseAddress(next);
		if (address) void navigate({ href: address.path });
		else question.change(next);
	}

	/** The browser would make a space of each end of a line, also of those within a word. */
	function paste(event: ClipboardEvent<HTMLInputElement>): void {
		const pasted = event.clipboardData.getData('text/plain');
		if (!/[\r\n]/.test(pasted)) return;
		event.preventDefault();
		document.execCommand('insertText', false, oneLine(pasted));
	}

	function press(event: KeyboardEvent<HTMLInputElement>): void {
		if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.nativeEvent.isComposing)) {
			// The page of results says where the keyboard goes on.
			const results = document.querySelector<HTMLElement>('#main [data-search-results]');
			if (results) {
				event.preventDefault();
				results.focus();
			} else if (event.key === 'Enter') question.change(text);
		}
		if (event.key === 'Escape') {
			// Left alone, the browser would empty the box, and with it leave the text that is read for a new search.
			event.preventDefault();
			event.currentTarget.blur();
			focusIfLost(document.querySelector<HTMLElement>('#main :is([data-search-results], [data-takes-focus])'));
		}
	}

	return (
		<search className={styles.box}>
			<Search size={14} aria-hidden />
			<input
				id={searchBoxId}
				type="search"
				className={styles.input}
				value={text}
				placeholder={message(isPhone ? 'navigation.search' : 'search.placeholder')}
				aria-label={message('search.label')}
				spellCheck={false}
				autoComplete="off"
				onChange={(event) => change(event.target.value)}
				// Before the first letter, which then finds at once.
				onFocus={startSearch}
				onPaste={paste}
				onKeyDown={press}
			/>
			<button type="button" className={styles.palette} onClick={() => runCommand('palette.open')}>
				<span className="visually-hidden">{message('command.palette.open')}</span>
				<CommandKeys command="palette.open" />
			</button>
		</search>
	);
}
