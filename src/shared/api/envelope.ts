import type { ErrorData } from '../domain/app-error.ts';
import type { ArchiveFacts, FactName } from './contract.ts';

/** A call on its way to the archive. */
export interface CallMessage {
	id: number;
	noun: string;
	call: string;
	argument: unknown;
}
export type AnswerMessage = { id: number; ok: true; value: unknown } | { id: number; ok: false; error: ErrorData };
export type FactMessage = { [F in FactName]: { fact: F; data: ArchiveFacts[F] } }[FactName];
/** What the archive sends: answers to calls, and facts. */
export type ArchiveMessage = AnswerMessage | FactMessage;

/** What a carrier (MessagePort, WebSocket) must do; everything above it is the same in every edition. */
export interface Channel {
	send(message: unknown): void;
	onMessage(listener: (message: unknown) => void): void;
	/** The other side went away; nothing sent after this arrives. */
	onClose(listener: () => void): void;
}

/** How bytes travel where messages are JSON: an object with this one member, their base64 (RFC 4648, section 4). */
export const bytesInJson = '$base64';
