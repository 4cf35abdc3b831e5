import { useState } from 'react';
import {
	Autocomplete,
	Dialog,
	Input,
	Label,
	ListBox,
	ListBoxItem,
	Modal,
	ModalOverlay,
	TextField,
} from 'react-aria-components';
import { useCommand } from '#renderer/lib/commands.ts';
import { Keys } from '#renderer/ui/Keys.tsx';
import { takeFirst } from '#renderer/ui/take-first.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './Palette.module.css';
import type { PaletteEntry } from './palette-entries.ts';
import { useFollowEntry } from './use-follow-entry.ts';
import { usePaletteEntries } from './use-palette-entries.ts';

/** Mounted once by the frame; answers `palette.open`. */
export function Palette() {
	const [isOpen, setOpen] = useState(false);
	useCommand('palette.open', () => setOpen((was) => !was));
	const close = () => setOpen(false);
	return (
		<ModalOverlay isOpen={isOpen} onOpenChange={setOpen} isDismissable className={styles.veil ?? ''}>
			<Modal className={styles.modal ?? ''}>
				<Dialog aria-label={message('palette.title')} className={styles.dialog ?? ''}>
					<PaletteList onDone={close} />
				</Dialog>
			</Modal>
		</ModalOverlay>
	);
}

/** Lives as long as the palette is open, so that nothing is asked before and the next time begins empty. */
function PaletteList({ onDone }: { onDone(): void }) {
	const [text, setText] = useState('');
	const entries = usePaletteEntries(text);
	const follow = useFollowEntry();

	function choose(id: string | number | undefined): void {
		const entry = entries.find((each) => each.id === id);
		if (!entry) return;
		onDone();
		follow(entry);
	}
	return (
		<Autocomplete inputValue={text} onInputChange={setText}>
			<TextField autoFocus className={styles.field ?? ''}>
				<Label className="visually-hidden">{message('palette.title')}</Label>
				<Input
					role="combobox"
					aria-expanded="true"
					aria-haspopup="listbox"
					placeholder={message('palette.placeholder')}
					onKeyDown={takeFirst(() => choose(entries[0]?.id))}
					className={styles.input ?? ''}
				/>
			</TextField>
			<ListBox
				aria-label={message('palette.results')}
				items={entries}
				onAction={choose}
				className={styles.list ?? ''}
				renderEmptyState={() => <p className={styles.nothing}>{message('palette.nothing')}</p>}
			>
				{(entry) => <EntryItem entry={entry} />}
			</ListBox>
		</Autocomplete>
	);
}

function EntryItem({ entry }: { entry: PaletteEntry }) {
	return (
		<ListBoxItem id={entry.id} textValue={entry.title} className={styles.item ?? ''}>
			<span className={styles.title}>{entry.title}</span>
			<span className={styles.detail}>{entry.detail}</span>
			{entry.keys ? <Keys chord={entry.keys} /> : null}
			<span className={styles.kind}>{message(`palette.kind.${entry.kind}`)}</span>
		</ListBoxItem>
	);
}
