import { Minus, MoveHorizontal, Plus, RotateCw, Scan, SquareDashedMousePointer } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useCommand } from '#renderer/lib/commands.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { HeldFile } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './Pages.module.css';
import { goToPage, startMarking, stopMarking, turnRight, usePageView, zoomBy } from './page-view-store.ts';

interface PageToolbarProps {
	files: readonly HeldFile[];
	file: HeldFile;
	onFile(sha256: Sha256): void;
}

/** What is done with the pages: which file and page, how large, which way up, and marking regions. */
export function PageToolbar({ files, file, onFile }: PageToolbarProps) {
	const isMarking = usePageView((view) => view.isMarking);
	const toggleMarking = () => (isMarking ? stopMarking() : startMarking());
	const fitTo = (zoom: 'width' | 'page') => usePageView.setState({ zoom });
	const step = (by: 1 | -1) => goToPage(usePageView.getState().page + by);
	useCommand('page.next', () => step(1));
	useCommand('page.previous', () => step(-1));
	useCommand('page.zoom-in', () => zoomBy(1));
	useCommand('page.zoom-out', () => zoomBy(-1));
	useCommand('page.fit-width', () => fitTo('width'));
	useCommand('page.fit-page', () => fitTo('page'));
	useCommand('page.rotate', turnRight);
	useCommand('page.region', toggleMarking);
	return (
		<>
			{files.length > 1 && (
				<Select
					label={message('pages.file')}
					isLabelHidden
					isQuiet
					value={file.sha256}
					onChange={onFile}
					options={files.map(({ sha256, fileName }) => ({ value: sha256, label: fileName }))}
				/>
			)}
			<PageField />
			{/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form, and draws a frame */}
			<div role="group" aria-label={message('pages.size')} className={styles.tools}>
				<IconButton label={message('command.page.zoom-out')} command="page.zoom-out" onPress={() => zoomBy(-1)}>
					<Minus size={15} />
				</IconButton>
				<IconButton label={message('command.page.zoom-in')} command="page.zoom-in" onPress={() => zoomBy(1)}>
					<Plus size={15} />
				</IconButton>
				<IconButton label={message('command.page.fit-width')} command="page.fit-width" onPress={() => fitTo('width')}>
					<MoveHorizontal size={15} />
				</IconButton>
				<IconButton label={message('command.page.fit-page')} command="page.fit-page" onPress={() => fitTo('page')}>
					<Scan size={15} />
				</IconButton>
				<IconButton label={message('command.page.rotate')} command="page.rotate" onPress={turnRight}>
					<RotateCw size={15} />
				</IconButton>
			</div>
			<IconButton
				label={message('command.page.region')}
				command="page.region"
				className={isMarking ? styles.pressed : undefined}
				onPress={toggleMarking}
			>
				<SquareDashedMousePointer size={15} />
			</IconButton>
			{isMarking && <span className={styles.hint}>{message('pages.region.mode')}</span>}
		</>
	);
}

/** "3 of 12": the page in sight, and a field to go to another. */
function PageField() {
	const page = usePageView((view) => view.page);
	const pageCount = usePageView((view) => view.pageCount);
	const [typed, setTyped] = useState<string | null>(null);
	const field = useRef<HTMLInputElement>(null);
	useCommand('page.go', () => {
		field.current?.focus();
		field.current?.select();
	});
	// biome-ignore lint/correctness/useExhaustiveDependencies: what was typed is done with once the pages have moved
	useEffect(() => setTyped(null), [page]);
	function go(event: FormEvent): void {
		event.preventDefault();
		const number = Number.parseInt(typed ?? '', 10);
		if (Number.isFinite(number)) goToPage(number);
		setTyped(null);
	}
	function press(event: KeyboardEvent): void {
		if (event.key === 'Escape') setTyped(null);
	}
	return (
		<form className={styles.number} onSubmit={go}>
			<input
				ref={field}
				inputMode="numeric"
				aria-label={message('pages.number')}
				className={styles.field}
				value={typed ?? String(page)}
				onChange={({ target }) => setTyped(target.value)}
				onFocus={({ target }) => target.select()}
				onBlur={() => setTyped(null)}
				onKeyDown={press}
			/>
			<span>{message('pages.of', { count: pageCount })}</span>
		</form>
	);
}
