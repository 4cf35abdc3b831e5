import type { ErrorData } from '#shared/domain/app-error.ts';
import { errorMessage, message } from './messages.ts';

/** Why an annotation of a file was not brought in, as a sentence. */
export function rejectionWords(error: ErrorData): string {
	return error.code === 'invalid-input' ? message('annotations.rejected', error.detail) : errorMessage(error);
}
