import { Link2, StickyNote, X } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { takeWords } from '#renderer/features/annotations/index.ts';
import { addLink, orientedEnds, relationName, relationsOf } from '#renderer/features/links/index.ts';
import { useIsNoteless, useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { runCommand, useCommand } from '#renderer/lib/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, MenuItem } from '#renderer/ui/Menu.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './BesidePage.module.css';
import type { BesideSide, ChosenWords } from './chosen-words.ts';

interface LinkBarProps {
	chosen: Record<BesideSide, ChosenWords | null>;
	/** The side whose words a note would be on. */
	active: BesideSide;
	onForget(side: BesideSide): void;
	onLinked(): void;
	/** What else is done with what is chosen. */
	children: ReactNode;
}

const relations = relationsOf({});

/** What is chosen on both sides, and what the one says of the other: choosing that makes the link. */
export function LinkBar({ chosen, active, onForget, onLinked, children }: LinkBarProps) {
	const button = useRef<HTMLSpanElement>(null);
	const [isOpen, setIsOpen] = useState(false);
	// A reading copy takes notes, and no links.
	const isReadOnly = useIsReadOnly();
	const isNoteless = useIsNoteless();
	const { first, second } = chosen;
	const isReady = first !== null && second !== null;
	const isSame = isReady && JSON.stringify(first.end) === JSON.stringify(second.end);
	useCommand(
		'annotation.link',
		() => {
			// What is being chosen is an end too, as soon as it was taken.
			if (takeWords()) requestAnimationFrame(() => runCommand('annotation.link'));
			else if (isReady && !isSame) setIsOpen(true);
			else showToast(message('beside.choose-both'));
		},
		!isReadOnly,
	);

	function link(key: string | number): void {
		setIsOpen(false);
		const relation = relations[Number(key)];
		if (!relation || !isReady) return;
		void addLink({ type: relation.type, ...orientedEnds(relation, first.end, second.end) });
		onLinked();
	}
	if (isNoteless) return null;
	return (
		<section
			className={styles.bar}
			aria-label={message('beside.link')}
			data-idle={first === null && second === null ? '' : undefined}
		>
			<Chosen side="first" isActive={active === 'first'} chosen={first} onForget={onForget} />
			<div className={styles.acts}>
				{isReadOnly ? null : (
					<>
						<span ref={button}>
							<Button variant="primary" isDisabled={!isReady || isSame} onPress={() => setIsOpen(true)}>
								<Link2 size={14} aria-hidden />
								{message('beside.relation')}
							</Button>
						</span>
						{children}
					</>
				)}
				<IconButton
					label={message('command.annotation.note')}
					command="annotation.note"
					isDisabled={chosen[active] === null}
					onPress={() => runCommand('annotation.note')}
				>
					<StickyNote size={15} />
				</IconButton>
			</div>
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
			<Chosen side="second" isActive={active === 'second'} chosen={second} onForget={onForget} />
		</section>
	);
}

interface ChosenProps {
	side: BesideSide;
	isActive: boolean;
	chosen: ChosenWords | null;
	onForget(side: BesideSide): void;
}

function Chosen({ side, isActive, chosen, onForget }: ChosenProps) {
	return (
		<div className={styles.chosen} role="status" data-active={isActive || undefined}>
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
