import { Dialog } from '#renderer/ui/Dialog.tsx';
import { message } from '#shared/messages/messages.ts';
import { LinkForm } from './LinkForm.tsx';
import { useLinksView } from './links-store.ts';

const close = () => useLinksView.setState({ subject: null });

/** Mounted once by the frame; opens when a link is started, and makes it when the other end is chosen. */
export function LinkDialog() {
	const subject = useLinksView((view) => view.subject);
	if (!subject) return null;
	return (
		<Dialog title={message('links.dialog.title')} isOpen onClose={close} size="wide">
			<LinkForm subject={subject} onDone={close} />
		</Dialog>
	);
}
