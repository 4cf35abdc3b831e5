import { Link2, ListPlus, Quote } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import { useIsNoteless, useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand } from '#renderer/lib/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { useAnnotationsView } from './annotations-store.ts';
import { purposeStyles } from './purpose-style.ts';
import styles from './SelectionBar.module.css';

const gapPx = 8;

/** The bar at selected words. The same commands have keys; Enter in the text moves the focus here. */
export function SelectionBar() {
	// Their menu offers the same, and more.
	const selection = useAnnotationsView((view) => (view.menuRange ? null : view.selection));
	const isReadOnly = useIsReadOnly();
	const isNoteless = useIsNoteless();
	const bar = useRef<HTMLDivElement>(null);

	useEffect(() => {
		const element = bar.current;
		if (!element || !selection) return;
		const place = () => placeAt(element, selection.domRange, selection.root);
		const press = (event: KeyboardEvent) => {
			if (event.key === 'Escape') document.getSelection()?.removeAllRanges();
		};
		place();
		window.addEventListener('keydown', press);
		window.addEventListener('scroll', place, { capture: true, passive: true });
		window.addEventListener('resize', place);
		return () => {
			window.removeEventListener('keydown', press);
			window.removeEventListener('scroll', place, { capture: true });
			window.removeEventListener('resize', place);
		};
	}, [selection]);

	if (!selection) return null;
	return (
		<Toolbar
			ref={bar}
			aria-label={message('annotations.selection-bar')}
			className={styles.bar ?? ''}
			// A press must not take the selection away before its command has read it.
			onMouseDown={(event) => event.preventDefault()}
		>
			{(isNoteless ? [] : purposeStyles).map(({ purpose, label, command }) => (
				<Button
					key={purpose}
					className={styles.button ?? ''}
					data-purpose={purpose}
					onPress={() => runCommand(command)}
				>
					<span className={styles.dot} />
					{message(label)}
				</Button>
			))}
			{isReadOnly ? null : (
				<Button className={styles.button ?? ''} onPress={() => runCommand('annotation.link')}>
					<Link2 size={12} aria-hidden />
					{message('links.link')}
				</Button>
			)}
			<Button className={styles.button ?? ''} onPress={() => runCommand('annotation.copy-quote')}>
				<Quote size={12} aria-hidden />
				{message('annotations.copy-quote')}
			</Button>
			{isReadOnly ? null : (
				<Button className={styles.button ?? ''} onPress={() => runCommand('quotes.add')}>
					<ListPlus size={12} aria-hidden />
					{message('quotes.add')}
				</Button>
			)}
		</Toolbar>
	);
}

/** Below the end of the words, above their start where there is no room, and always within the text's own pane. */
function placeAt(bar: HTMLElement, range: Range, root: HTMLElement): void {
	const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
	const [first, last] = [rects[0], rects.at(-1)];
	if (!first || !last) return;
	const pane = root.getBoundingClientRect();
	const { width, height } = bar.getBoundingClientRect();
	const below = last.bottom + gapPx;
	const top = below + height > pane.bottom ? Math.max(pane.top + gapPx, first.top - gapPx - height) : below;
	const middle = last.left + last.width / 2 - width / 2;
	const left = Math.max(pane.left + gapPx, Math.min(middle, pane.right - gapPx - width));
	// Measured, so it cannot stand in the style sheet.
	bar.style.setProperty('--bar-top', `${top}px`);
	bar.style.setProperty('--bar-left', `${left}px`);
}

/** Moves the keyboard focus into the bar; false when there is none. */
export function focusSelectionBar(): boolean {
	const button = document.querySelector<HTMLElement>(`.${styles.bar} button`);
	button?.focus();
	return button !== null;
}
