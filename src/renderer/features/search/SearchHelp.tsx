import { CircleQuestionMark } from 'lucide-react';
import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { message } from '#shared/messages/messages.ts';
import { QueryHelp } from './QueryHelp.tsx';

/** The question mark beside the order of hits. */
export function SearchHelp() {
	const [isOpen, setOpen] = useState(false);
	return (
		<DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
			<IconButton label={message('search.help')}>
				<CircleQuestionMark size={16} />
			</IconButton>
			<Popover label={message('search.help')} placement="bottom end">
				<QueryHelp onAsk={() => setOpen(false)} />
			</Popover>
		</DialogTrigger>
	);
}
