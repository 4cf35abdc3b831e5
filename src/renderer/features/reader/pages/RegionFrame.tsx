import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import { purposeStyles } from '#renderer/features/annotations/index.ts';
import {
	moveBox,
	type PageBox,
	pageUnits,
	resizeBox,
	type Turns,
	turnBox,
	turnsBack,
} from '#shared/domain/page-box.ts';
import { message } from '#shared/messages/messages.ts';
import { markFrame } from './mark-region.ts';
import styles from './Pages.module.css';
import { stopMarking, usePageView } from './page-view-store.ts';
import { usePages } from './pages-context.ts';

/** What an arrow key moves, in units of the page: a hundredth of it, or with Ctrl a thousandth. */
const [step, fineStep] = [100, 10];

const arrows: Readonly<Record<string, readonly [number, number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
};

interface RegionFrameProps {
	page: number;
	/** On the upright page. */
	box: PageBox;
	turns: Turns;
}

/** The rectangle that is to be marked: moved and sized by the arrow keys, and with what can be made of it below. */
export function RegionFrame({ page, box, turns }: RegionFrameProps) {
	const { recordId, file } = usePages();
	const frame = useRef<HTMLDivElement>(null);
	useEffect(() => frame.current?.focus({ preventScroll: true }), []);
	const shown = turnBox(box, turns);

	function press(event: KeyboardEvent): void {
		const arrow = event.target === frame.current ? arrows[event.key] : undefined;
		if (arrow) {
			const by = event.ctrlKey ? fineStep : step;
			const change = event.shiftKey ? resizeBox : moveBox;
			const next = change(shown, arrow[0] * by, arrow[1] * by);
			usePageView.setState({ frame: { page, box: turnBox(next, turnsBack(turns)) } });
		} else if (event.key === 'Enter' && event.target === frame.current) void markFrame(recordId, file.sha256, 'note');
		else if (event.key === 'Escape') stopMarking();
		else return;
		event.preventDefault();
		event.stopPropagation();
	}
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the focus is within, on the frame or what is made of it
		<div data-frame onKeyDown={press}>
			<div
				ref={frame}
				role="application"
				// biome-ignore lint/a11y/noNoninteractiveTabindex: its keys move it
				tabIndex={0}
				aria-label={message('pages.region.frame', { page })}
				aria-describedby="region-keys"
				className={styles.frame}
				// Subtle: where it is drawn, no style sheet can know.
				style={placeOf(shown)}
			/>
			<p id="region-keys" className="visually-hidden">
				{message('pages.region.keys')}
			</p>
			<p role="status" className="visually-hidden">
				{positionWords(shown)}
			</p>
			<Toolbar
				aria-label={message('pages.region.bar')}
				className={styles.regionBar ?? ''}
				style={{ insetBlockStart: percent(shown.y + shown.height), insetInlineStart: percent(shown.x) }}
			>
				{purposeStyles.map(({ purpose, label }) => (
					<Button
						key={purpose}
						className={styles.regionButton ?? ''}
						data-purpose={purpose}
						onPress={() => void markFrame(recordId, file.sha256, purpose)}
					>
						<span className={styles.dot} />
						{message(label)}
					</Button>
				))}
			</Toolbar>
		</div>
	);
}

function placeOf({ x, y, width, height }: PageBox) {
	return {
		insetInlineStart: percent(x),
		insetBlockStart: percent(y),
		inlineSize: percent(width),
		blockSize: percent(height),
	};
}

function percent(units: number): string {
	return `${(units / pageUnits) * 100}%`;
}

function positionWords({ x, y, width, height }: PageBox): string {
	const [left, top, wide, high] = [x, y, width, height].map((units) => Math.round((units / pageUnits) * 100));
	return message('pages.region.position', { left: left ?? 0, top: top ?? 0, width: wide ?? 0, height: high ?? 0 });
}
