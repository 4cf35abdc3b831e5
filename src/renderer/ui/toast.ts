import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';
import { toErrorData } from '#shared/domain/app-error.ts';
import { errorMessage } from '#shared/messages/messages.ts';

export interface ToastContent {
	text: string;
	tone: 'plain' | 'error';
	/** Of those that take back the last step, only the newest stands: an older one would take back another step. */
	action?: { label: string; run(): void; isLastStep?: true };
}

const plainToastMs = 6000;

export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

/** Says something that needs no answer, for six seconds; with an action it can be taken back at once. */
export function showToast(text: string, action?: ToastContent['action']): void {
	closeSame(text);
	if (action?.isLastStep) closeLastStep();
	toasts.add({ text, tone: 'plain', ...(action ? { action } : {}) }, { timeout: plainToastMs });
}

/** Says what went wrong; it stays until it is closed. For failures that no place on the page shows. */
export function showError(error: unknown): void {
	addError(error, {});
}

/** The same of one of which more is told elsewhere. */
export function showErrorWith(action: NonNullable<ToastContent['action']>, error: unknown): void {
	addError(error, { action });
}

function addError(error: unknown, rest: Pick<ToastContent, 'action'>): void {
	const text = errorMessage(toErrorData(error));
	closeSame(text);
	toasts.add({ text, tone: 'error', ...rest });
}

function closeLastStep(): void {
	for (const { key, content } of toasts.visibleToasts) if (content.action?.isLastStep) toasts.close(key);
}

/** A thing said again is one thing: copies would fill the corner and push out what differs. */
function closeSame(text: string): void {
	for (const { key, content } of toasts.visibleToasts) if (content.text === text) toasts.close(key);
}
