import { AppError } from '#shared/domain/app-error.ts';

/** How many bytes a character stands for. */
export const bytesInBase64 = 3 / 4;

/** The bytes of a file as base64. Throws unreadable-file. */
export async function base64Of(file: File): Promise<string> {
	const url = await new Promise<string>((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(String(reader.result));
		reader.onerror = () => reject(new AppError('unreadable-file', { file: file.name, reason: String(reader.error) }));
		reader.readAsDataURL(file);
	});
	return url.slice(url.indexOf(',') + 1);
}
