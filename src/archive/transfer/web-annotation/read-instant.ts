const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** An xsd:dateTime as ISO 8601 UTC; null for any other text, a time without a zone among them. */
export function readInstant(text: string): string | null {
	if (!form.test(text)) return null;
	const instant = new Date(text);
	return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
