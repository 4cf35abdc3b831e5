import { ChevronDown, ChevronUp, Highlighter, X } from 'lucide-react';
import { type RefObject, useEffect } from 'react';
import { useCommand } from '#renderer/lib/commands.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './FindBar.module.css';

interface FindControlsProps {
	input: RefObject<HTMLInputElement | null>;
	words: string;
	/** Where one is among the matches, in words; '' while nothing is looked for. */
	status: string;
	hasMatches: boolean;
	onType(words: string): void;
	onStep(by: 1 | -1): void;
	/** Takes the words that were found into the keyboard's hands, to be marked. */
	onChoose(): void;
	onClose(): void;
}

/** The field to find words in what is open, with the ways from match to match. It takes the keyboard when it comes. */
export function FindControls(props: FindControlsProps) {
	const { input, words, status, hasMatches, onType, onStep, onChoose, onClose } = props;
	useEffect(() => input.current?.focus(), [input]);
	useCommand('find.next', () => onStep(1), hasMatches);
	useCommand('find.previous', () => onStep(-1), hasMatches);
	return (
		<search className={styles.bar} aria-label={message('command.find.open')}>
			<TextField
				label={message('command.find.open')}
				isLabelHidden
				inputRef={input}
				value={words}
				onChange={onType}
				onKeyDown={(event) => {
					if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onChoose();
					else if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
					else if (event.key === 'Escape') onClose();
					else event.continuePropagation();
				}}
			/>
			<span role="status" className={styles.count}>
				{status}
			</span>
			<IconButton label={message('command.find.previous')} command="find.previous" onPress={() => onStep(-1)}>
				<ChevronUp size={15} />
			</IconButton>
			<IconButton label={message('command.find.next')} command="find.next" onPress={() => onStep(1)}>
				<ChevronDown size={15} />
			</IconButton>
			<IconButton label={message('find.choose')} isDisabled={!hasMatches} onPress={onChoose}>
				<Highlighter size={15} />
			</IconButton>
			<IconButton label={message('find.close')} onPress={onClose}>
				<X size={15} />
			</IconButton>
		</search>
	);
}
