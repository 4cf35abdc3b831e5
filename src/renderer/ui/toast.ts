import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';
import { toErrorData } from '#shared/domain/app-error.ts';
import { errorMessage } from '#shared/messages/messages.ts';

export interface ToastContent {
	text: string;
	tone: 'plain' | 'error';
	action?: { label: string; run(): void };
}

const plainToastMs = 6000;

export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

/** Says something that needs no answer, for six seconds; with an action it can be taken back at once. */
export function showToast(text: string, action?: ToastContent['action']): void {
	toasts.add({ text, tone: 'plain', ...(action ? { action } : {}) }, { timeout: plainToastMs });
}

/** Says what went wrong; it stays until it is closed. For failures that no place on the page shows. */
export function showError(error: unknown): void {
	toasts.add({ text: errorMessage(toErrorData(error)), tone: 'error' });
}
