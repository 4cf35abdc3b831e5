import { Link2, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { addLink, orientedEnds, relationName, relationsOf } from '#renderer/features/links/index.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, MenuItem } from '#renderer/ui/Menu.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './BesidePage.module.css';
import type { BesideSide, ChosenWords } from './chosen-words.ts';

interface LinkBarProps {
	chosen: Record<BesideSide, ChosenWords | null>;
	onForget(side: BesideSide): void;
	onLinked(): void;
}

const relations = relationsOf({});

/** What is chosen on both sides, and what the one says of the other: choosing that makes the link. */
export function LinkBar({ chosen, onForget, onLinked }: LinkBarProps) {
	const button = useRef<HTMLSpanElement>(null);
	const [isOpen, setIsOpen] = useState(false);
	const { first, second } = chosen;
	const isReady = first !== null && second !== null;
	const isSame = isReady && JSON.stringify(first.end) === JSON.stringify(second.end);
	useCommand(
		'annotation.link',
		() => {
			if (isReady && !isSame) setIsOpen(true);
			else showToast(message('beside.choose-both'));
		},
		readingCopy === undefined,
	);

	function link(key: string | number): void {
		setIsOpen(false);
		const relation = relations[Number(key)];
		if (!relation || !isReady) return;
		void addLink({ type: relation.type, ...orientedEnds(relation, first.end, second.end) });
		onLinked();
	}
	// No links are made in a reading copy; the two texts are read beside each other all the same.
	if (readingCopy) return null;
	return (
		<section className={styles.bar} aria-label={message('beside.link')}>
			<Chosen side="first" chosen={first} onForget={onForget} />
			<span ref={button}>
				<Button variant="primary" isDisabled={!isReady || isSame} onPress={() => setIsOpen(true)}>
					<Link2 size={14} aria-hidden />
					{message('beside.relation')}
				</Button>
			</span>
			<Menu
				autoFocus="first"
				aria-label={message('links.dialog.relation')}
				popover={{ triggerRef: button, isOpen, onOpenChange: setIsOpen, placement: 'top' }}
				onAction={link}
			>
				{relations.map((relation, at) => (
					<MenuItem key={`${relation.type} ${relation.direction}`} id={String(at)}>
						{relationName(relation)}
					</MenuItem>
				))}
			</Menu>
			<Chosen side="second" chosen={second} onForget={onForget} />
		</section>
	);
}

interface ChosenProps {
	side: BesideSide;
	chosen: ChosenWords | null;
	onForget(side: BesideSide): void;
}

function Chosen({ side, chosen, onForget }: ChosenProps) {
	return (
		<div className={styles.chosen} role="status">
			{chosen === null ? (
				<p className={styles.soft}>{message(`beside.select.${side}`)}</p>
			) : (
				<>
					<q className={styles.quote} dir="auto">
						{chosen.words}
					</q>
					<IconButton label={message('beside.forget')} onPress={() => onForget(side)}>
						<X size={14} />
					</IconButton>
				</>
			)}
		</div>
	);
}
