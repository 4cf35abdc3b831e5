import { copyText } from '#renderer/lib/copies.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import { message } from '#shared/messages/messages.ts';

/**
 * Offers to open an address of a source outside of Lectern. The desktop shows the whole of it and asks; the browser
 * edition, which must never leave this machine by itself, copies it.
 */
export function followAddress(address: string): void {
	if (desktop) {
		desktop.openExternal(address).catch(showError);
		return;
	}
	copyText(address).then(() => showToast(message('reader.address-copied', { address })), showError);
}
