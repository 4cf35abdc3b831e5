import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useCommand } from '#renderer/lib/commands.ts';
import { useHitSteps } from '#renderer/search/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { message } from '#shared/messages/messages.ts';
import type { SearchQuery } from '#shared/search/search-query.ts';
import styles from './HitBar.module.css';

interface HitBarProps {
	query: SearchQuery;
	/** Of the hit that is open, in the order of the search. */
	position: number;
	/** The text itself. */
	children: ReactNode;
}

/** A text that was opened from a search, below a bar that goes from hit to hit through all its records, and back. */
export function HitBar({ query, position, children }: HitBarProps) {
	const { total, step, leave } = useHitSteps(query, position);
	useCommand('hit.next', () => step(1));
	useCommand('hit.previous', () => step(-1));
	useCommand('hit.results', leave);

	function press(event: KeyboardEvent<HTMLElement>): void {
		if (event.key !== 'Escape' || event.defaultPrevented) return;
		// What stands over the page, a field, and a selection have a first claim on Escape.
		const isOwn = event.currentTarget.contains(event.target as Node) && !(event.target instanceof HTMLInputElement);
		if (isOwn && document.getSelection()?.isCollapsed !== false) leave();
	}
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: a key that works anywhere in the text; the button does the same
		<div className={styles.frame} onKeyDown={press}>
			<section aria-label={message('reader.hits')} className={styles.bar}>
				<Button variant="quiet" onPress={leave}>
					<ArrowLeft size={14} aria-hidden />
					{message('command.hit.results')}
				</Button>
				<span role="status" className={styles.count}>
					{total === null ? '' : message('reader.hit', { at: position + 1, total, query: query.text })}
				</span>
				<IconButton
					label={message('command.hit.previous')}
					command="hit.previous"
					isDisabled={position === 0}
					onPress={() => step(-1)}
				>
					<ChevronUp size={15} />
				</IconButton>
				<IconButton
					label={message('command.hit.next')}
					command="hit.next"
					isDisabled={total !== null && position + 1 >= total}
					onPress={() => step(1)}
				>
					<ChevronDown size={15} />
				</IconButton>
			</section>
			<div className={styles.text}>{children}</div>
		</div>
	);
}
