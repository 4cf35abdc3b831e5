import type { BlockWriter } from '../block-writer.ts';

/** A conversation as an export of it tells it. */
export interface Chat {
	name: string;
	messages: ChatMessage[];
}

export interface ChatMessage {
	/** Unlike any other in the chat; replies name it. */
	id: string;
	/** '' where the export does not say who it was. */
	sender: string;
	/** ISO 8601, by the clock of whoever exported it, with its zone where that is stated; '' where it is not said. */
	sentAt: string;
	/** The same of the last change; '' where there was none. */
	editedAt: string;
	/** What happened, for what is no message but an act: a person who joined, a name that was changed. */
	act: string;
	/** Who wrote it first, where it was passed on; '' where it was not. */
	forwardedFrom: string;
	/** The id of the message that it answers; '' where it answers none. */
	replyTo: string;
	files: ChatFile[];
	/** Writes the words of it. */
	write(writer: BlockWriter): void;
}

export interface ChatFile {
	/** Its path below the folder of the export; null where the export left it out. */
	path: string | null;
	/** What it is, or is called, in the export's words. */
	name: string;
}
