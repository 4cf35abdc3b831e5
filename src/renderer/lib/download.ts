import type { FieldState } from '#shared/api/device-api.ts';
import { neutralFileName } from '#shared/domain/neutral-file-name.ts';
import { message } from '#shared/messages/messages.ts';
import { queryClient } from './query-client.ts';
import { queries } from './query-keys.ts';

/** Hands the bytes to the browser to keep under this name. */
export function download(blob: Blob, name: string): void {
	const address = URL.createObjectURL(blob);
	follow(address, name);
	// The browser has taken the bytes by the time that the click returns.
	URL.revokeObjectURL(address);
}

/** Has the browser keep what is at the address under this name. */
export function follow(address: string, name: string): void {
	const link = document.createElement('a');
	link.href = address;
	link.download = isField() ? neutralFileName(name, message('field.file-name')) : name;
	link.click();
}

function isField(): boolean {
	return queryClient.getQueryData<FieldState>(queries.device.field().queryKey)?.isOn ?? false;
}
