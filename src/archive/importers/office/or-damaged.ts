import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { refuse } from '../refusal.ts';

/** Does `read`, and takes whatever a library throws for a sign that the file is damaged: it is kept as received then. */
export async function orDamaged<T>(fileName: string, read: () => T | Promise<T>): Promise<T> {
	try {
		return await read();
	} catch (error) {
		if (error instanceof AppError) throw error;
		throw refuse(fileName, message('import.reason.office-damaged'));
	}
}
