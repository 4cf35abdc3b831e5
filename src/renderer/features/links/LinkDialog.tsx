import { lazy, Suspense } from 'react';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { message } from '#shared/messages/messages.ts';
import { useLinksView } from './links-store.ts';

// With the search that it needs; the window opens without.
const LinkForm = lazy(async () => ({ default: (await import('./LinkForm.tsx')).LinkForm }));

const close = () => useLinksView.setState({ subject: null });

/** Mounted once by the frame; opens when a link is started, and makes it when the other end is chosen. */
export function LinkDialog() {
	const subject = useLinksView((view) => view.subject);
	if (!subject) return null;
	return (
		<Dialog title={message('links.dialog.title')} isOpen onClose={close} size="wide">
			<Suspense fallback={null}>
				<LinkForm subject={subject} onDone={close} />
			</Suspense>
		</Dialog>
	);
}
