import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './blocks.module.css';
import { useEdition } from './edition-context.ts';

interface NoteReferenceProps {
	/** Of the note's first block. */
	ordinal: number;
	/** The sign, as it stands in the text. */
	children: ReactNode;
}

/** A footnote's sign: pressed, it shows the note where one is reading. */
export function NoteReference({ ordinal, children }: NoteReferenceProps) {
	const { notes, language, onGoTo } = useEdition();
	const [isOpen, setIsOpen] = useState(false);
	const sign = useRef<HTMLElement>(null);
	const press = (event: KeyboardEvent) => {
		if (event.key !== 'Enter' && event.key !== ' ') return;
		event.preventDefault();
		event.stopPropagation();
		setIsOpen(true);
	};
	return (
		<sup>
			{/* biome-ignore lint/a11y/useSemanticElements: text inside a <button> cannot be selected with the words around it */}
			<span
				ref={sign}
				role="button"
				tabIndex={0}
				aria-haspopup="dialog"
				aria-expanded={isOpen}
				className={styles.noteSign}
				onClick={(event) => {
					// It may stand in a link of the source, which leads out.
					event.stopPropagation();
					setIsOpen(true);
				}}
				onKeyDown={press}
			>
				{children}
			</span>
			<Popover label={message('reader.footnote')} triggerRef={sign} isOpen={isOpen} onOpenChange={setIsOpen}>
				<div className={styles.footnote} lang={language || undefined} dir="auto">
					{notes.textOf(ordinal).map((block) => (
						<p key={block.ordinal}>{block.text}</p>
					))}
					{onGoTo && (
						<Button
							variant="quiet"
							onPress={() => {
								setIsOpen(false);
								onGoTo(ordinal);
							}}
						>
							{message('reader.footnote.go')}
						</Button>
					)}
				</div>
			</Popover>
		</sup>
	);
}
