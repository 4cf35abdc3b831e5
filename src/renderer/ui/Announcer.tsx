import { useAnnouncement } from '#renderer/lib/announcements.ts';

/** Where screen readers hear what `announce` tells; once in the app, heard over open dialogs too. */
export function Announcer() {
	const { text, at } = useAnnouncement();
	return (
		// The component library hides everything outside of a dialog but what bears this attribute.
		<div role="status" className="visually-hidden" data-live-announcer="true">
			<p key={at}>{text}</p>
		</div>
	);
}
