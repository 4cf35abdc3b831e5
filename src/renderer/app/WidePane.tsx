import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useMove } from 'react-aria/useMove';
import styles from './WidePane.module.css';

interface WidePaneProps {
	/** Of the work between the panes; the edge that moves is the one towards it. */
	side: 'start' | 'end';
	edgeLabel: string;
	widthPx: number;
	minPx: number;
	maxPx: number;
	/** Called once the hand has let go. */
	onResize(widthPx: number): void;
	children: ReactNode;
}

const keyStepPx = 16;

/**
 * A pane that keeps its pixels when the window grows, with an edge to move it by: a window splitter as the ARIA Authoring
 * Practices describe it. The style sheet alone makes it give way in a small window, so nothing is measured to draw it.
 */
export function WidePane({ side, edgeLabel, widthPx, minPx, maxPx, onResize, children }: WidePaneProps) {
	const id = useId();
	const pane = useRef<HTMLDivElement>(null);
	/** Where the hand is, which may be beyond what the pane can be. */
	const handPx = useRef(widthPx);
	/** What it was moved to, until that comes back as its width: in between it would jump. */
	const [held, setHeld] = useState<{ px: number; from: number } | null>(null);
	const shownPx = held?.from === widthPx ? held.px : widthPx;
	const within = (px: number) => Math.round(Math.min(maxPx, Math.max(minPx, px)));
	const { moveProps } = useMove({
		onMoveStart: () => {
			handPx.current = pane.current?.offsetWidth ?? widthPx;
		},
		onMove: ({ deltaX, pointerType }) => {
			handPx.current += (side === 'start' ? deltaX : -deltaX) * (pointerType === 'keyboard' ? keyStepPx : 1);
			setHeld({ px: within(handPx.current), from: widthPx });
		},
		onMoveEnd: () => onResize(within(handPx.current)),
	});

	function press(event: KeyboardEvent): void {
		if (event.key !== 'Home' && event.key !== 'End') return;
		event.preventDefault();
		setHeld(null);
		onResize(event.key === 'Home' ? minPx : maxPx);
	}

	const edge = (
		// biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
		<div
			{...moveProps}
			role="separator"
			tabIndex={0}
			aria-orientation="vertical"
			// A name that shows, too: the edge itself is one pixel wide.
			title={edgeLabel}
			aria-controls={id}
			aria-valuenow={shownPx}
			aria-valuemin={minPx}
			aria-valuemax={maxPx}
			className={styles.edge}
			onKeyDown={(event) => {
				press(event);
				moveProps.onKeyDown?.(event);
			}}
		/>
	);
	return (
		<>
			{side === 'end' ? edge : null}
			<div ref={pane} id={id} className={styles.pane} style={{ flexBasis: shownPx, minInlineSize: minPx }}>
				{children}
			</div>
			{side === 'start' ? edge : null}
		</>
	);
}
