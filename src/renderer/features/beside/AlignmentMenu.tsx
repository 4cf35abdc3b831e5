import { ArrowLeftRight } from 'lucide-react';
import { useRef, useState } from 'react';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Menu, MenuItem } from '#renderer/ui/Menu.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import { message } from '#shared/messages/messages.ts';
import { settleAlignment, takeBackAlignment } from './alignment-mutations.ts';
import type { ChosenPassages } from './chosen-passages.ts';

interface AlignmentMenuProps {
	chosen: ChosenPassages;
	onDone(): void;
}

/** Corrects what stands beside what: the passages that are chosen, on one side or on both. */
export function AlignmentMenu({ chosen, onDone }: AlignmentMenuProps) {
	const button = useRef<HTMLSpanElement>(null);
	const [isOpen, setIsOpen] = useState(false);
	const isReadOnly = useIsReadOnly();
	const { passages, isByHand } = chosen;
	const areBoth = passages.first.length > 0 && passages.second.length > 0;
	const isOne = passages.first.length > 0 !== passages.second.length > 0;
	useCommand(
		'beside.pair',
		() => {
			if (areBoth) act('pair');
			else showToast(message('beside.choose-both'));
		},
		!isReadOnly,
	);

	function act(key: string | number): void {
		setIsOpen(false);
		void (key === 'take-back' ? takeBackAlignment(passages) : settleAlignment(passages));
		onDone();
	}
	const disabledKeys = [...(areBoth ? [] : ['pair']), ...(isOne ? [] : ['alone']), ...(isByHand ? [] : ['take-back'])];
	return (
		<>
			<span ref={button}>
				<Button isDisabled={isReadOnly || !(areBoth || isOne)} onPress={() => setIsOpen(true)}>
					<ArrowLeftRight size={14} aria-hidden />
					{message('beside.align')}
				</Button>
			</span>
			<Menu
				autoFocus="first"
				aria-label={message('beside.align')}
				disabledKeys={disabledKeys}
				popover={{ triggerRef: button, isOpen, onOpenChange: setIsOpen, placement: 'top' }}
				onAction={act}
			>
				<MenuItem id="pair" command="beside.pair">
					{message('command.beside.pair')}
				</MenuItem>
				<MenuItem id="alone">{message('beside.alone')}</MenuItem>
				<MenuItem id="take-back">{message('beside.take-back')}</MenuItem>
			</Menu>
		</>
	);
}
